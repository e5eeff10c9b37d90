// The state of a page is its URL: what it shows, and its twin in the API. No browser is needed here.

export type Page = "disputes" | "compare" | "quotes" | "timeline" | "figures" | "articles" | "lost";

export interface Place {
  page: Page;
  query: URLSearchParams;
}

const pages: Record<string, Page> = {
  "/": "disputes",
  "/disputes": "disputes",
  "/compare": "compare",
  "/quotes": "quotes",
  "/timeline": "timeline",
  "/figures": "figures",
  "/articles": "articles",
};

export function placeOf(path: string, search: string): Place {
  const plain = path.length > 1 ? path.replace(/\/+$/, "") : path;
  return { page: pages[plain] ?? "lost", query: new URLSearchParams(search) };
}

/** In the report a place stands behind the `#`; null where the page's own part is meant. */
export function placeOfHash(hash: string): Place | null {
  if (!hash.startsWith("#/")) return null;
  const [path = "", search = ""] = hash.slice(1).split(/\?(.*)/s);
  return placeOf(path, search);
}

/** Sets, or with null takes away, single values of a query; the others stay in their order. */
export function changed(
  query: URLSearchParams,
  changes: Record<string, string | null>,
): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === "") next.delete(name);
    else next.set(name, value);
  }
  return next;
}

export function pathTo(page: Page, query: URLSearchParams): string {
  const words = query.toString();
  return `/${page}${words ? `?${words}` : ""}`;
}

/** What of a page's query the API takes under the same name. */
function taken(query: URLSearchParams, names: string[]): URLSearchParams {
  const asked = new URLSearchParams();
  for (const name of names) {
    const value = query.get(name);
    if (value) asked.set(name, value);
  }
  return asked;
}

/** `year` becomes the days from which on and until which an event begins. */
export function timelineQuery(query: URLSearchParams): URLSearchParams {
  const asked = taken(query, ["side", "outlet", "days"]);
  const year = query.get("year");
  if (year && /^\d{1,4}$/.test(year)) {
    asked.set("from", `${year.padStart(4, "0")}-01-01`);
    asked.set("until", `${year.padStart(4, "0")}-12-31`);
  }
  return asked;
}

/** What is counted and its unit: `dead`, `truce,day`, `,day`. */
export const formatGroup = ({ counted, unit }: { counted: string; unit: string }): string =>
  unit || counted.includes(",") || !counted ? `${counted},${unit}` : counted;

/** `group` becomes a counted class and a unit; an empty one asks for those that have none. */
export function figuresQuery(query: URLSearchParams): URLSearchParams {
  const asked = taken(query, ["side", "outlet"]);
  const group = query.get("group");
  if (group) {
    const comma = group.lastIndexOf(",");
    asked.set("counted", comma < 0 ? group : group.slice(0, comma));
    asked.set("unit", comma < 0 ? "" : group.slice(comma + 1));
  }
  return asked;
}

const withQuery = (path: string, asked: URLSearchParams): string => {
  const words = asked.toString();
  return `/api/v1/${path}${words ? `?${words}` : ""}`;
};

/** What the page asks of the API. */
export function twinOf({ page, query }: Place): string | null {
  const asked = new URLSearchParams();
  if (page === "disputes") {
    const filters = taken(query, ["type", "side"]);
    asked.set("verdict", query.get("verdict") || "conflict");
    for (const [name, value] of filters) asked.set(name, value);
    return withQuery("questions", asked);
  }
  if (page === "compare") {
    const articles = query.getAll("article").slice(0, 4);
    for (const article of articles) asked.append("article", article);
    return articles.length > 0 ? `/api/v1/compare?${asked}` : "/api/v1/articles";
  }
  if (page === "quotes") {
    const speaker = query.get("open");
    const quotes = taken(query, ["side"]);
    if (speaker) quotes.set("speaker", speaker);
    return withQuery("quotes", quotes);
  }
  if (page === "timeline") return withQuery("timeline", timelineQuery(query));
  if (page === "figures") return withQuery("figures", figuresQuery(query));
  return page === "articles" ? "/api/v1/articles" : null;
}

export interface At {
  article: string;
  begin: number;
  end: number;
}

/** `ARTICLE-ID:BEGIN-END`, in bytes; null when it is not one. */
export function parseAt(at: string | null): At | null {
  const found = at?.match(/^(.+):(\d{1,10})-(\d{1,10})$/);
  if (!found) return null;
  const [, article = "", begin, end] = found;
  return Number(begin) < Number(end) ? { article, begin: Number(begin), end: Number(end) } : null;
}

export const formatAt = ({ article, begin, end }: At): string => `${article}:${begin}-${end}`;

/** Marks that can be switched; disputes are always shown. */
export const layers = ["attributions", "figures", "timexes", "entities", "labels"] as const;
export type Layer = (typeof layers)[number];
const shownUnlessSaid: readonly Layer[] = ["attributions"];

export function layersOf(query: URLSearchParams): Layer[] {
  const said = query.get("layers");
  if (said === null) return [...shownUnlessSaid];
  const names = said.split(",");
  return layers.filter((layer) => names.includes(layer));
}

/** `none` says that all are switched off; null, that the usual ones are on. */
export function formatLayers(shown: readonly Layer[]): string | null {
  const ordered = layers.filter((layer) => shown.includes(layer));
  if (ordered.join() === shownUnlessSaid.join()) return null;
  return ordered.length > 0 ? ordered.join(",") : "none";
}
