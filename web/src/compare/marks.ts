import { Offsets } from "../offsets";
import type { At, Layer } from "../place";
import type { Attribution, Pair, Question, Range, ReadArticle } from "../records";
import { letterOf, statedIn } from "../questions";

export type MarkLayer =
  | "sentence"
  | "attribution"
  | "landing"
  | "dispute"
  | "label"
  | "figure"
  | "timex"
  | "entity";

/** Which mark encloses which when they hold the same words, from outside to inside. */
const outward: MarkLayer[] = [
  "sentence",
  "attribution",
  "landing",
  "dispute",
  "label",
  "figure",
  "timex",
  "entity",
];

/** Words of a text, by indices of its JavaScript string, and what they are. */
export interface Mark extends Range {
  layer: MarkLayer;
  /** says the same as the mark's shape, in words */
  note: string;
  /** of an attribution */
  part?: "source" | "cue" | "content";
  attribution?: string;
  /** of a dispute */
  question?: string;
  position?: number;
  quoted?: boolean;
  isCurrent?: boolean;
  at?: At;
}

export interface Asked {
  layers: Layer[];
  questions: Question[];
  current: Question | null;
  at: At | null;
}

export function marksOf(read: ReadArticle, offsets: Offsets, asked: Asked): Mark[] {
  const marks = [
    ...landing(read, offsets, asked.at),
    ...claimMarks(read, offsets, asked),
    ...asked.layers.flatMap((layer) => layerMarks(read, offsets, layer)),
  ];
  return [...marks, ...sentencesAround(read, offsets, marks)];
}

export const fromOutside = (a: Mark, b: Mark): number =>
  outward.indexOf(a.layer) - outward.indexOf(b.layer) || Number(a.isCurrent) - Number(b.isCurrent);

function landing(read: ReadArticle, offsets: Offsets, at: At | null): Mark[] {
  if (!at || at.article !== read.id) return [];
  return [{ ...offsets.range(at), layer: "landing", note: "" }];
}

function claimMarks(read: ReadArticle, offsets: Offsets, { questions, current }: Asked): Mark[] {
  return questions.flatMap((question) =>
    statedIn(question, read.id).map(({ claim, position, answer }) => ({
      ...offsets.range(claim),
      layer: "dispute" as const,
      note:
        `${question.title}: ${letterOf(position)}, ${answer} ` +
        `(${claim.voice.speaker === null ? "author" : `quoting ${claim.voice.speaker}`})`,
      question: question.id,
      position,
      quoted: claim.voice.speaker !== null,
      isCurrent: question.id === current?.id,
      at: { article: read.id, begin: claim.begin, end: claim.end },
    })),
  );
}

/** The whole sentence of the words at which we are. */
function sentencesAround(read: ReadArticle, offsets: Offsets, marks: Mark[]): Mark[] {
  const here = marks.filter((mark) => mark.layer === "landing" || mark.isCurrent);
  if (here.length === 0) return [];
  return (read.sentences ?? [])
    .map((pair) => rangeOf(pair, offsets))
    .filter(({ begin, end }) => here.some((mark) => mark.begin < end && mark.end > begin))
    .map((range) => ({ ...range, layer: "sentence" as const, note: "" }));
}

const rangeOf = ([begin, end]: Pair, offsets: Offsets): Range => offsets.range({ begin, end });

function layerMarks(read: ReadArticle, offsets: Offsets, layer: Layer): Mark[] {
  const mark = (range: Range, own: MarkLayer, note: string): Mark => ({
    ...offsets.range(range),
    layer: own,
    note,
  });
  const voiced = (range: Range, own: MarkLayer, note: string): Mark =>
    mark(range, own, `${note} (${voiceAt(read, offsets, range)})`);
  switch (layer) {
    case "attributions":
      return (read.attributions ?? []).flatMap((one) => attributionMarks(one, read, offsets));
    case "figures":
      return (read.figures ?? []).map((figure) =>
        voiced(
          figure,
          "figure",
          `figure: ${figureInWords(figure.low, figure.high)} ${figure.counted || figure.unit}`,
        ),
      );
    case "timexes":
      return (read.timexes ?? []).map((timex) => voiced(timex, "timex", `time: ${timex.value}`));
    case "entities":
      return (read.entities ?? []).flatMap((entity) =>
        entity.mentions.map((mention) =>
          voiced(mention, "entity", `${entity.type}: ${entity.name}`),
        ),
      );
    case "labels":
      return (read.labels ?? []).map((label) =>
        voiced(label, "label", `label: ${label.direction}, ${label.kind.replace(/_/g, " ")}`),
      );
  }
}

function figureInWords(low: number | null, high: number | null): string {
  if (low === null) return high === null ? "?" : `up to ${high}`;
  if (high === null) return `${low} or more`;
  return low === high ? String(low) : `${low} to ${high}`;
}

const sizeOf = (pairs: Pair[]): number =>
  pairs.reduce((size, [begin, end]) => size + end - begin, 0);

/** Whose words these are: "author", or "quoting" and the source of the innermost attribution around them. */
export function voiceAt(read: ReadArticle, offsets: Offsets, { begin, end }: Range): string {
  const around = (read.attributions ?? [])
    .filter(({ content }) => content.some(([from, to]) => from <= begin && end <= to))
    .sort((a, b) => sizeOf(a.content) - sizeOf(b.content));
  const [innermost] = around;
  return innermost ? `quoting ${sourceOf(innermost, read, offsets)}` : "author";
}

/** The source as written, and the speaker that it was resolved to where that is another name. */
function sourceOf(one: Attribution, read: ReadArticle, offsets: Offsets): string {
  const written = wordsAt(one.source, read, offsets);
  const speaker = read.entities?.find(({ id }) => id === one.speaker)?.name;
  if (!written) return speaker ?? "somebody who is not named";
  return !speaker || written.includes(speaker) ? written : `${written} (${speaker})`;
}

const wordsAt = (pairs: Pair[], { article }: ReadArticle, offsets: Offsets): string =>
  pairs
    .map((pair) => rangeOf(pair, offsets))
    .map(({ begin, end }) => article.text.slice(begin, end))
    .join(" … ");

function attributionMarks(one: Attribution, read: ReadArticle, offsets: Offsets): Mark[] {
  const source = sourceOf(one, read, offsets);
  const cue = wordsAt(one.cue, read, offsets);
  const note = cue ? `${source} — “${cue}”` : source;
  const part = (name: "source" | "cue" | "content") =>
    one[name].map((pair) => ({
      ...rangeOf(pair, offsets),
      layer: "attribution" as const,
      part: name,
      attribution: one.id,
      note: `attributed to: ${note}`,
    }));
  return [...part("content"), ...part("source"), ...part("cue")];
}
