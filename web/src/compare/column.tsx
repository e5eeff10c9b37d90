import { isReport } from "../api";
import { Letter } from "../letter";
import { changed, formatAt } from "../place";
import { dayOf, outletOf, sideOfArticle, statedIn, titleOf } from "../questions";
import type { ArticleEntry, Project, Question, ReadArticle } from "../records";
import { hrefTo } from "../router";
import { ArticleText } from "./article_text";
import type { Asked } from "./marks";

interface ColumnProps {
  id: string;
  entry: ArticleEntry | null;
  read: ReadArticle | null;
  project: Project | null;
  asked: Asked;
  query: URLSearchParams;
}

/** One article: who wrote it, what it says to the current dispute, its text. */
export function Column({ id, entry, read, project, asked, query }: ColumnProps) {
  const name = entry ? `${outletOf(entry)}: ${titleOf(entry)}` : "An article";
  const hasTitle = read?.article.blocks?.some(
    ({ role, begin, end }) => role === "title" && begin < end,
  );
  return (
    <article class="column" aria-label={name} data-article={id}>
      <header>
        {entry ? (
          <Masthead entry={entry} withTitle={!hasTitle} />
        ) : (
          <p>This article is not in the project.</p>
        )}
        {asked.current && (
          <Answer
            question={asked.current}
            article={id}
            outlet={entry && outletOf(entry)}
            query={query}
          />
        )}
      </header>
      <div class="column-body" tabIndex={0} role="region" aria-label={`Text of ${name}`}>
        {read && <ArticleText read={read} asked={asked} query={query} />}
        {!read && entry && <p class="empty">{missingText(project)}</p>}
      </div>
    </article>
  );
}

const missingText = (project: Project | null): string =>
  isReport
    ? "This report does not carry the text of this article."
    : `The text of this article is not in ${project?.name ?? "the project"}.`;

function Masthead({ entry, withTitle }: { entry: ArticleEntry; withTitle: boolean }) {
  const outlet = outletOf(entry);
  const side = sideOfArticle(entry);
  return (
    <>
      <p class="outlet">
        <b>
          <bdi>{outlet}</bdi>
        </b>
        {side !== outlet && (
          <span class="side">
            <bdi>{side}</bdi>
          </span>
        )}
      </p>
      {withTitle && (
        <h3>
          <bdi>{titleOf(entry)}</bdi>
        </h3>
      )}
      <p class="facts-line">
        {entry.author && (
          <span>
            <bdi>{entry.author}</bdi>
          </span>
        )}
        <span class="date">{dayOf(entry) ?? "date not known"}</span>
        {entry.path !== outlet && (
          <code>
            <bdi>{entry.path}</bdi>
          </code>
        )}
        {entry.url && <Address url={entry.url} />}
      </p>
    </>
  );
}

/** An address comes from the article: followed only if it is one of the web. */
function Address({ url }: { url: string }) {
  if (!/^https?:\/\//i.test(url)) return <bdi class="address">{url}</bdi>;
  return (
    <a class="address" href={url} rel="noreferrer noopener" target="_blank">
      <bdi>{url.replace(/^https?:\/\//i, "")}</bdi>
    </a>
  );
}

interface AnswerProps {
  question: Question;
  article: string;
  outlet: string | null;
  query: URLSearchParams;
}

/** What this article says to the current dispute, or that it says nothing. */
function Answer({ question, article, outlet, query }: AnswerProps) {
  const stated = statedIn(question, article);
  if (stated.length === 0) {
    const isSilent = outlet !== null && question.silent.includes(outlet);
    return (
      <p class="says">
        <span class={isSilent ? "silent" : "nothing"}>
          {isSilent ? "silent on this" : "nothing found on this"}
        </span>
      </p>
    );
  }
  return (
    <ul class="says">
      {stated.map(({ claim, position, answer }, index) => (
        <li class="cell" key={index}>
          <Letter position={position} />
          <div>
            <a
              data-in
              href={hrefTo(
                "compare",
                changed(query, {
                  question: question.id,
                  at: formatAt({ article, begin: claim.begin, end: claim.end }),
                }),
              )}
            >
              <bdi>{answer}</bdi>
            </a>{" "}
            <small>
              <bdi>
                {claim.voice.speaker === null ? "author" : `quoting ${claim.voice.speaker}`}
              </bdi>
            </small>
          </div>
        </li>
      ))}
    </ul>
  );
}
