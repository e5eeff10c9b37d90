// What the JSON API answers (docs/api.md, docs/formats.md). Offsets are UTF-8 bytes, half open.

export type Verdict = "conflict" | "compatible" | "same" | "undecidable";
export const verdicts: readonly Verdict[] = ["conflict", "compatible", "same", "undecidable"];

export const types = [
  "figure",
  "date",
  "perpetrator",
  "name",
  "characterisation",
  "denial",
  "motive",
] as const;

export interface Range {
  begin: number;
  end: number;
}
export type Pair = [number, number];

export interface Voice {
  outlet: string;
  side: string;
  /** null: the author */
  speaker: string | null;
}

export interface Claim extends Range {
  article: string;
  article_id: string;
  source_begin: number | null;
  source_end: number | null;
  text: string;
  before: string;
  after: string;
  answer: string;
  voice: Voice;
}

export interface Position {
  answer: string;
  articles: number;
  /** How many articles if copies count once. */
  independent: number;
  claims: Claim[];
}

export interface Question {
  id: string;
  type: string;
  scope: string;
  verdict: Verdict;
  title: string;
  why: string[];
  positions: Position[];
  /** outlets */
  silent: string[];
}

export interface Questions {
  total: number;
  offset: number;
  questions: Question[];
}

export interface Outlet {
  name: string;
  side: string | null;
  articles: number;
}

export interface Project {
  name: string;
  version: string;
  articles: number;
  outlets: Outlet[];
  sides: string[];
  verdicts: Partial<Record<Verdict, number>>;
  types: Record<string, number>;
  notes: string[];
}

/** How many words are whose; docs/formats.md. */
export interface VoiceShare {
  articles: number;
  words: number;
  author: number;
  attributed: number;
  attributions: number;
  direct: number;
  indirect: number;
  mixed: number;
  unnamed: number;
  sources: Record<string, number>;
}

export interface SideShare extends VoiceShare {
  side: string;
}
export interface OutletShare extends SideShare {
  outlet: string;
}

export interface QuotedIn {
  side: string;
  outlet: string;
  attributions: number;
  words: number;
}

/** One attribution, as it is listed under its speaker. */
export interface Said extends Range {
  article: string;
  article_id: string;
  outlet: string;
  side: string;
  kind: string;
  stance: string;
  source: string;
  source_kind: string;
  within: string | null;
  words: number;
  text: string;
  cut: boolean;
  source_begin: number;
  source_end: number;
  content: Pair[];
}

export interface Speaker {
  id: string;
  name: string;
  names: string[];
  named: boolean;
  words: number;
  attributions: number;
  stances: Record<string, number>;
  quoted_in: QuotedIn[];
  /** only of the speaker that was asked for */
  said?: Said[];
}

export interface Quotes {
  outlets: OutletShare[];
  sides: SideShare[];
  all: VoiceShare;
  total: number;
  speakers: Speaker[];
}

/** Where an item stands, and whose word it is: what timeline and figures have in common. */
export interface Listed extends Range {
  article: string;
  article_id: string;
  outlet: string;
  side: string;
  /** null: the author */
  speaker: string | null;
  text: string;
  sentence: string;
  sentence_begin: number;
}

export interface ListedEvent extends Listed {
  /** `YYYY-MM-DD`; null: open, or not known */
  earliest: string | null;
  latest: string | null;
  predicate: string;
  class: string;
  actor: string | null;
  target: string | null;
  place: string | null;
  polarity: string;
  modality: string;
}

export interface Timeline {
  total: number;
  total_dated: number;
  years: { year: number; events: number }[];
  dated: ListedEvent[];
  undated: ListedEvent[];
}

export interface ListedFigure extends Listed {
  low: number | null;
  high: number | null;
  approximate: boolean;
  unit: string;
  counted: string;
  of: string | null;
  scope: string | null;
}

/** Figures of one counted class in one unit. */
export interface FigureGroup {
  counted: string;
  unit: string;
  figures: number;
  sides: number;
  least: number | null;
  most: number | null;
}

export interface Figures {
  total: number;
  groups: FigureGroup[];
  figures: ListedFigure[];
}

/** What is known of an article beside its text; null: not known. */
export interface Metadata {
  title: string | null;
  outlet: string | null;
  side: string | null;
  author: string | null;
  published: string | null;
  modified: string | null;
  origin: string | null;
  url: string | null;
  language: string | null;
}

export interface ArticleEntry extends Metadata {
  id: string;
  path: string;
  bytes: number;
}

export interface Block extends Range {
  role: string;
}

export interface Attribution {
  id: string;
  source: Pair[];
  cue: Pair[];
  content: Pair[];
  kind: string;
  stance: string;
  speaker: string | null;
  parent: string | null;
}

export interface Timex extends Range {
  type: string;
  value: string;
}

export interface Figure extends Range {
  low: number | null;
  high: number | null;
  approximate: boolean;
  unit: string;
  counted: string;
  of: string;
}

export interface Entity {
  id: string;
  name: string;
  type: string;
  mentions: (Range & { form: string })[];
}

export interface Label extends Range {
  direction: string;
  kind: string;
}

/** One article as it was read; a layer that was not asked for is absent. */
export interface ReadArticle {
  id: string;
  article: Metadata & { text: string; path: string; blocks?: Block[] };
  sentences?: Pair[];
  timexes?: Timex[];
  figures?: Figure[];
  entities?: Entity[];
  attributions?: Attribution[];
  labels?: Label[];
}

export interface Comparison {
  articles: ReadArticle[];
  questions: Question[];
}
