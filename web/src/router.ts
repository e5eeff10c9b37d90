import { signal } from "@preact/signals";
import { isReport } from "./api";
import { changed, pathTo, placeOf, placeOfHash, type Page, type Place } from "./place";

/** null: the report's own part is shown. */
export const place = signal<Place | null>(readPlace());

function readPlace(): Place | null {
  const { hash, pathname, search } = window.location;
  return isReport ? placeOfHash(hash) : placeOf(pathname, search);
}

/** What a link to a place carries. */
export const hrefTo = (page: Page, query = new URLSearchParams()): string =>
  (isReport ? "#" : "") + pathTo(page, query);

/** Where the reader stood, kept with the entry of the history. */
interface Kept {
  scroll: number;
  /** which of the app's links had the focus; -1: none */
  link: number;
}

let wanted: Kept | null = (window.history.state as Kept | null) ?? null;
let depth = 0;

function keep(): void {
  const link = linksOfApp().indexOf(document.activeElement as HTMLElement);
  window.history.replaceState({ scroll: window.scrollY, link } satisfies Kept, "");
}

const linksOfApp = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>("#app main a[href]"),
];

/** Goes to an in-app address (of `hrefTo`). */
export function go(href: string, { replace = false } = {}): void {
  if (replace) {
    window.history.replaceState(window.history.state, "", href);
  } else {
    keep();
    window.history.pushState(null, "", href);
    depth += 1;
    wanted = null;
  }
  arrive(!replace);
}

/** Changes single values of this page's query. */
export function change(changes: Record<string, string | null>, options = { replace: false }): void {
  const now = place.peek();
  if (now) go(hrefTo(now.page, changed(now.query, changes)), options);
}

export const hasBefore = (): boolean => depth > 0;

let freshPage = true;

function arrive(isNew: boolean): void {
  const before = place.peek();
  const next = readPlace();
  if (isNew && before?.page !== next?.page) freshPage = true;
  window.history.scrollRestoration = next ? "manual" : "auto";
  place.value = next;
}

/**
 * A page calls this when all that it shows is in the document: puts the reader where he was.
 * True when he has come back to this page.
 */
export function settle(): boolean {
  const isBack = wanted !== null;
  if (wanted) {
    const { scroll, link } = wanted;
    wanted = null;
    window.scrollTo({ top: scroll, behavior: "instant" });
    linksOfApp()[link]?.focus({ preventScroll: true });
  } else if (freshPage) {
    window.scrollTo({ top: 0, behavior: "instant" });
    if (depth > 0) document.querySelector<HTMLElement>("#app h1")?.focus({ preventScroll: true });
  }
  freshPage = false;
  return isBack;
}

/** Plain clicks on links of the app stay in the page; all others are the browser's. */
export function followInPage(event: MouseEvent): void {
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
  const link = (event.target as Element).closest<HTMLAnchorElement>("a[data-in]");
  const href = link?.getAttribute("href");
  if (!href || !isPlain || event.altKey || event.defaultPrevented) return;
  event.preventDefault();
  go(href);
}

let pause = 0;

export function startRouter(): void {
  window.history.scrollRestoration = place.peek() ? "manual" : "auto";
  const comeBack = (): void => {
    wanted = (window.history.state as Kept | null) ?? null;
    freshPage = true;
    arrive(false);
  };
  window.addEventListener("popstate", comeBack);
  window.addEventListener(
    "scroll",
    () => {
      window.clearTimeout(pause);
      if (place.peek() && !wanted) pause = window.setTimeout(keep, 150);
    },
    { passive: true },
  );
}
