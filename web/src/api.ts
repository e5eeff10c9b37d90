import type {
  ArticleEntry,
  Comparison,
  Figures,
  Project,
  Question,
  Questions,
  Quotes,
  ReadArticle,
  Timeline,
} from "./records";
import { narrowed } from "./quotes/narrowed";

/** What the static report carries in place of a server. */
export interface Carried {
  project: Project;
  articles: ArticleEntry[];
  questions: Question[];
  quotes: Quotes;
  compared: Record<string, ReadArticle>;
}

/** A sentence for the reader: what did not work. */
export class Problem extends Error {}

const carried = readCarried();
/** The page is a report: there is no server behind it. */
export const isReport = carried !== null;

function readCarried(): Carried | null {
  const element = document.getElementById("parallax-data");
  if (!element?.textContent) return null;
  return JSON.parse(element.textContent) as Carried;
}

async function get<T>(path: string): Promise<T> {
  const response = await fetch(`/api/v1/${path}`, {
    headers: { Accept: "application/json" },
  }).catch(() => null);
  if (!response) {
    throw new Problem("Parallax does not answer. Is `parallax serve` still running?");
  }
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return body as T;
  const { detail, title } = (body ?? {}) as { detail?: string; title?: string };
  throw new Problem(detail || title || `Parallax answered with the status ${response.status}.`);
}

export async function getProject(): Promise<Project> {
  return carried ? carried.project : get("project");
}

export async function getArticles(): Promise<ArticleEntry[]> {
  return carried ? carried.articles : get("articles");
}

/** How many questions are asked for at once. */
export const pageOfQuestions = 200;

export interface Filters {
  verdict: string;
  type: string | null;
  side: string | null;
}

/** The first `rows` questions that pass the filters. */
export async function getQuestions(filters: Filters, rows: number): Promise<Questions> {
  if (carried) {
    const found = carried.questions.filter((question) => passes(question, filters));
    return { total: found.length, offset: 0, questions: found };
  }
  const words = new URLSearchParams({ verdict: filters.verdict });
  if (filters.type) words.set("type", filters.type);
  if (filters.side) words.set("side", filters.side);
  const pages: Promise<Questions>[] = [];
  for (let offset = 0; offset < rows; offset += pageOfQuestions) {
    const limit = `offset=${offset}&limit=${pageOfQuestions}`;
    pages.push(get(`questions?${words}&${limit}`));
  }
  const answers = await Promise.all(pages);
  return {
    total: answers[0]?.total ?? 0,
    offset: 0,
    questions: answers.flatMap(({ questions }) => questions),
  };
}

function passes(question: Question, { verdict, type, side }: Filters): boolean {
  const answers = (wanted: string): boolean =>
    question.positions.some(({ claims }) => claims.some(({ voice }) => voice.side === wanted));
  return (
    question.verdict === verdict && (!type || question.type === type) && (!side || answers(side))
  );
}

export async function getComparison(articles: string[]): Promise<Comparison> {
  if (!carried) {
    return get(`compare?${new URLSearchParams(articles.map((id) => ["article", id]))}`);
  }
  const touches = (question: Question): boolean =>
    question.positions.some(({ claims }) =>
      claims.some(({ article_id }) => articles.includes(article_id)),
    );
  return {
    articles: articles.flatMap((id) => carried.compared[id] ?? []),
    questions: carried.questions.filter(touches),
  };
}

/** How many speakers are asked for at once. */
export const pageOfSpeakers = 200;

/** Who says what; of one speaker (an id), with his words. */
export async function getQuotes(
  side: string | null,
  { rows = pageOfSpeakers, speaker = "" },
): Promise<Quotes> {
  if (carried) return narrowed(carried.quotes, side, speaker);
  const words = new URLSearchParams(speaker ? { speaker } : { limit: String(rows) });
  if (side) words.set("side", side);
  return get(`quotes?${words}`);
}

/** How many events or figures are loaded at once, and how many the program gives at most. */
export const pageOfListed = 200;
const mostListed = 1000;

/** The first `rows` rows of a list, in as many requests as it takes. */
async function getParts<T extends { total: number }>(
  path: string,
  query: URLSearchParams,
  rows: number,
): Promise<[T, ...T[]]> {
  const part = (offset: number): Promise<T> => {
    const words = new URLSearchParams(query);
    if (offset > 0) words.set("offset", String(offset));
    words.set("limit", String(Math.min(mostListed, rows - offset)));
    return get(`${path}?${words}`);
  };
  const first = await part(0);
  const others: Promise<T>[] = [];
  for (let offset = mostListed; offset < Math.min(rows, first.total); offset += mostListed) {
    others.push(part(offset));
  }
  return [first, ...(await Promise.all(others))];
}

/** Events by their own day; `query` as the program takes it. */
export async function getTimeline(query: URLSearchParams, rows: number): Promise<Timeline> {
  const parts = await getParts<Timeline>("timeline", query, rows);
  return {
    ...parts[0],
    dated: parts.flatMap(({ dated }) => dated),
    undated: parts.flatMap(({ undated }) => undated),
  };
}

export async function getFigures(query: URLSearchParams, rows: number): Promise<Figures> {
  const parts = await getParts<Figures>("figures", query, rows);
  return { ...parts[0], figures: parts.flatMap(({ figures }) => figures) };
}
