import { useEffect, useLayoutEffect } from "preact/hooks";
import { ArticlesPage } from "./articles_page";
import { ComparePage } from "./compare/compare_page";
import { DisputesPage } from "./disputes/disputes_page";
import { FiguresPage } from "./figures/figures_page";
import { isReport } from "./api";
import { Footer } from "./footer";
import { KeysHelp, keysHelpIsOpen } from "./keys_help";
import { moveRow, useKeys } from "./keys";
import type { Page, Place } from "./place";
import { QuotesPage } from "./quotes/quotes_page";
import { hrefTo, place, settle } from "./router";
import { TimelinePage } from "./timeline/timeline_page";

/** The bar, the page that the URL names, and the footer. */
export function Shell() {
  const now = place.value;
  useLayoutEffect(() => {
    // In a report the page itself steps aside while the app shows something.
    document.documentElement.classList.toggle("routed", now !== null);
  }, [now]);
  useKeys({
    "?": () => (keysHelpIsOpen.value = !keysHelpIsOpen.value),
    j: () => moveRow(1),
    k: () => moveRow(-1),
  });
  return (
    <>
      <Bar now={now} />
      {now && (
        <main class="app" id="app-main">
          {pageAt(now)}
        </main>
      )}
      {now && <Footer now={now} />}
      <KeysHelp />
    </>
  );
}

function Bar({ now }: { now: Place | null }) {
  const tab = (page: Page, words: string) => (
    <a data-in href={hrefTo(page)} aria-current={now?.page === page ? "page" : undefined}>
      {words}
    </a>
  );
  return (
    <nav class="bar" aria-label="Parallax">
      <span class="brand">Parallax</span>
      {isReport && (
        <a href="#top" aria-current={now === null ? "page" : undefined}>
          Page
        </a>
      )}
      {tab("disputes", "Disputes")}
      {tab("compare", "Compare")}
      {tab("quotes", "Quotes")}
      {!isReport && tab("timeline", "Timeline")}
      {!isReport && tab("figures", "Figures")}
      {tab("articles", "Articles")}
      <button type="button" class="plain keys-button" onClick={() => (keysHelpIsOpen.value = true)}>
        Keys
      </button>
    </nav>
  );
}

function pageAt({ page, query }: Place) {
  switch (page) {
    case "disputes":
      return <DisputesPage query={query} />;
    case "compare":
      return <ComparePage query={query} />;
    case "quotes":
      return <QuotesPage query={query} />;
    case "timeline":
      return isReport ? <Lost /> : <TimelinePage query={query} />;
    case "figures":
      return isReport ? <Lost /> : <FiguresPage query={query} />;
    case "articles":
      return <ArticlesPage />;
    case "lost":
      return <Lost />;
  }
}

function Lost() {
  useEffect(() => void settle(), []);
  return (
    <section>
      <h1 tabIndex={-1}>There is no such page</h1>
      <p>
        See the{" "}
        <a data-in href={hrefTo("disputes")}>
          disputes
        </a>{" "}
        instead.
      </p>
    </section>
  );
}
