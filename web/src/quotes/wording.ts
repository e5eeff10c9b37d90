import { formatAt } from "../place";
import { counted } from "../questions";
import type { Said, Speaker } from "../records";

/** As the program rounds: what is there is never nothing. */
export function percentOf(part: number, whole: number): string {
  if (whole === 0) return "–";
  const percent = Math.floor((100 * part + Math.floor(whole / 2)) / whole);
  return percent === 0 && part > 0 ? "<1%" : `${percent}%`;
}

/** "say 11, deny 1". */
export const stancesInWords = ({ stances }: Speaker): string =>
  Object.entries(stances)
    .map(([stance, number]) => `${stance} ${number}`)
    .join(", ");

export const otherNames = ({ name, names }: Speaker): string[] =>
  names.filter((other) => other !== name);

/** "direct, deny, 12 words; source “the mayor”; within the words of Ila Tarn". */
export function howInWords({ kind, stance, words, source, source_kind, within }: Said): string {
  const isPlain = source_kind === "named" || source_kind === "unknown";
  const parts = [
    `${kind}, ${stance}, ${counted(words, "word")}`,
    (source ? `source “${source}”` : "no source in the text") +
      (isPlain ? "" : ` (${source_kind.replace(/_/g, " ")})`),
  ];
  if (within !== null) parts.push(`within the words of ${within}`);
  return parts.join("; ");
}

/** To the first piece of what is said, in its article. */
export function queryOfSaid({ article_id, content, begin, end }: Said): URLSearchParams {
  const [first, last] = content[0] ?? [begin, end];
  const query = new URLSearchParams({ article: article_id });
  query.set("at", formatAt({ article: article_id, begin: first, end: last }));
  return query;
}
