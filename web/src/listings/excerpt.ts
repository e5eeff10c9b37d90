import { Offsets } from "../offsets";
import { formatAt } from "../place";
import type { Listed, Range } from "../records";
import { fold } from "../fold";

/** Names an item among all: where it stands. */
export const idOf = ({ article_id, begin, end }: Listed): string =>
  formatAt({ article: article_id, begin, end });

/** To the item's own words, in its article. */
export function queryOfListed(listed: Listed): URLSearchParams {
  const query = new URLSearchParams({ article: listed.article_id });
  query.set("at", idOf(listed));
  return query;
}

/** Where the words of items of one sentence stand in it. */
export function rangesIn(items: Listed[]): Range[] {
  const [first] = items;
  if (!first) return [];
  const offsets = new Offsets(first.sentence);
  return items.map(({ begin, end, sentence_begin }) =>
    offsets.range({ begin: begin - sentence_begin, end: end - sentence_begin }),
  );
}

/** How many characters of a sentence are shown around a mark, at least. */
export interface Around {
  before: number;
  after: number;
}

/** The part of a sentence around a mark, cut between words; the whole where little would be cut. */
export function excerptOf(sentence: string, { begin, end }: Range, around: Around): Range {
  const from = begin - around.before;
  const space = from <= 0 ? -1 : sentence.lastIndexOf(" ", from);
  const to = end + around.after;
  const next = to >= sentence.length ? -1 : sentence.indexOf(" ", to);
  return { begin: space < 0 ? 0 : space + 1, end: next < 0 ? sentence.length : next };
}

/** Whether the words that are looked for stand in an item, its sentence or its voice. */
export function holds(listed: Listed, others: (string | null)[], folded: string): boolean {
  if (!folded) return true;
  const words = [listed.sentence, listed.speaker, listed.outlet, listed.side, ...others];
  return words.some((one) => one !== null && fold(one).includes(folded));
}
