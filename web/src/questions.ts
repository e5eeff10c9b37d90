import { formatAt } from "./place";
import type { ArticleEntry, Claim, Outlet, Position, Project, Question } from "./records";

/** One answer that a side's articles give, in whose words, and its first claim. */
export interface SideAnswer {
  position: number;
  answer: string;
  author: boolean;
  speakers: string[];
  claim: Claim;
}

/** A position's title may join answers that only other sides give: a cell shows its side's own. */
export function answersOf(question: Question, side: string): SideAnswer[] {
  const answers: SideAnswer[] = [];
  question.positions.forEach((position, index) => {
    for (const claim of position.claims.filter((stated) => stated.voice.side === side)) {
      const answer = claim.answer || position.answer;
      let at = answers.find((known) => known.position === index && known.answer === answer);
      if (!at) {
        at = { position: index, answer, author: false, speakers: [], claim };
        answers.push(at);
      }
      const { speaker } = claim.voice;
      if (speaker === null) at.author = true;
      else if (!at.speakers.includes(speaker)) at.speakers.push(speaker);
    }
  });
  return answers;
}

/** "author; quoting Ila Tarn, the mayor and 2 others". */
export function voicesInWords({ author, speakers }: SideAnswer): string {
  const named = speakers.slice(0, 2).join(", ");
  const others = speakers.length - 2;
  const quoted = others > 0 ? `${named} and ${counted(others, "other")}` : named;
  if (!quoted) return "author";
  return author ? `author; quoting ${quoted}` : `quoting ${quoted}`;
}

export const letterOf = (position: number): string =>
  position < 26 ? String.fromCharCode(65 + position) : String(position + 1);

export const counted = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

export const isInconsistency = (question: Question): boolean => question.scope === "within_voice";

const scopes: Record<string, string> = {
  cross_side: "between sides",
  within_article: "within one article",
  within_voice: "within one voice",
};
export const scopeInWords = (scope: string): string => scopes[scope] ?? scope;

const verdictWords: Record<string, string> = {
  conflict: "in conflict",
  compatible: "compatible",
  same: "the same",
  undecidable: "undecidable",
};
export const verdictInWords = (verdict: string): string => verdictWords[verdict] ?? verdict;

export const sideOf = (outlet: Outlet): string => outlet.side || outlet.name;

/** Nobody has set a side: each outlet stands for itself. */
export const hasNoSides = ({ outlets }: Project): boolean =>
  outlets.length > 0 && outlets.every((outlet) => sideOf(outlet) === outlet.name);

export function isSilent(project: Project, question: Question, side: string): boolean {
  return question.silent.some((name) => {
    const outlet = project.outlets.find((known) => known.name === name);
    return (outlet ? sideOf(outlet) : name) === side;
  });
}

const manySides = 8;
export const byName = (a: string, b: string): number => a.localeCompare(b, "en");

/** The columns, by name. Where there are many, only the sides that answer one of the questions. */
export function sidesShown(project: Project, questions: Question[]): string[] {
  const answering = new Set(
    questions.flatMap((question) =>
      question.positions.flatMap(({ claims }) => claims.map(({ voice }) => voice.side)),
    ),
  );
  const all = new Set([...project.sides, ...answering]);
  return [...(all.size > manySides ? answering : all)].sort(byName);
}

/** Articles as they are listed: by side, outlet, date and path. */
export function bySide(articles: ArticleEntry[]): ArticleEntry[] {
  const key = (article: ArticleEntry): string[] => [
    sideOfArticle(article),
    outletOf(article),
    article.published ?? "",
    article.path,
  ];
  return [...articles].sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    const at = left.findIndex((part, i) => part !== right[i]);
    return at < 0 ? 0 : byName(left[at] ?? "", right[at] ?? "");
  });
}

const fileName = (path: string): string => path.split("/").pop() || path;
export const outletOf = (article: ArticleEntry): string => article.outlet || fileName(article.path);
export const sideOfArticle = (article: ArticleEntry): string => article.side || outletOf(article);
export const titleOf = (article: ArticleEntry): string =>
  article.title?.trim() || fileName(article.path) || "Without a title";

/** The day alone: what some pages say of the hour is of no use here. */
export const dayOf = (article: ArticleEntry): string | null =>
  article.published?.replace(/^(\d{4}-\d\d-\d\d)T.*$/, "$1") ?? null;

const mostColumns = 3;

/**
 * The articles to lay beside a claim's own: one for each other position, first those of sides
 * that are not shown yet.
 */
export function articlesBeside(question: Question, claim: Claim): string[] {
  const own = question.positions.findIndex(({ claims }) => claims.includes(claim));
  const others = question.positions.filter((_, index) => index !== own);
  const shown = [claim];
  for (const { claims } of others) {
    const isNew = (stated: Claim): boolean =>
      !shown.some((other) => other.article_id === stated.article_id);
    const ofNewSide = (stated: Claim): boolean =>
      isNew(stated) && !shown.some((other) => other.voice.side === stated.voice.side);
    const next = claims.find(ofNewSide) ?? claims.find(isNew);
    if (next && shown.length < mostColumns) shown.push(next);
  }
  return shown.map((stated) => stated.article_id);
}

export function queryOfClaim(question: Question, claim: Claim): URLSearchParams {
  const query = new URLSearchParams();
  for (const article of articlesBeside(question, claim)) query.append("article", article);
  query.set("question", question.id);
  query.set("at", formatAt({ article: claim.article_id, begin: claim.begin, end: claim.end }));
  return query;
}

/** A claim of an article, with its position's place in the question. */
export interface Stated {
  claim: Claim;
  position: number;
  answer: string;
}

export function statedIn(question: Question, article: string): Stated[] {
  return question.positions.flatMap((position: Position, index) =>
    position.claims
      .filter((claim) => claim.article_id === article)
      .map((claim) => ({ claim, position: index, answer: claim.answer || position.answer })),
  );
}
