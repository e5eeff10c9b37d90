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

const fewCharacters = 15;
const mostBetweenMarks = 120;

/**
 * The part of a sentence around its marks (ascending), or around the first where the last is far
 * from it. Cut between words, and not where only a few characters would go.
 */
export function excerptOf(sentence: string, marks: Range[], around: Around): Range {
  const begin = marks[0]?.begin ?? 0;
  const last = marks[marks.length - 1]?.end ?? 0;
  const end = last - begin <= mostBetweenMarks ? last : (marks[0]?.end ?? 0);
  const from = begin - around.before;
  const space = from <= fewCharacters ? -1 : sentence.lastIndexOf(" ", from);
  const to = end + around.after;
  const next = to >= sentence.length - fewCharacters ? -1 : sentence.indexOf(" ", to);
  return { begin: space < 0 ? 0 : space + 1, end: next < 0 ? sentence.length : next };
}

/** Whether the words that are looked for stand in an item, its sentence or its voice. */
export function holds(listed: Listed, others: (string | null)[], folded: string): boolean {
  if (!folded) return true;
  const words = [listed.sentence, listed.speaker, listed.outlet, listed.side, ...others];
  return words.some((one) => one !== null && fold(one).includes(folded));
}
