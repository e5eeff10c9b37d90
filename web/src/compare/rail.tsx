import { Letter } from "../letter";
import { changed } from "../place";
import { counted, isInconsistency, statedIn, verdictInWords } from "../questions";
import type { Question } from "../records";
import { hrefTo } from "../router";

interface RailProps {
  disputes: Question[];
  /** all questions of these articles */
  others: Question[];
  current: Question | null;
  wanted: string[];
  query: URLSearchParams;
}

/** The disputes that these articles touch, and which of them answers what. */
export function Rail({ disputes, others, current, wanted, query }: RailProps) {
  const rest = others.filter(({ verdict }) => verdict !== "conflict");
  const entry = (question: Question) => (
    <Entry
      key={question.id}
      question={question}
      isCurrent={question.id === current?.id}
      wanted={wanted}
      query={query}
    />
  );
  return (
    <nav class="rail" aria-label="Disputes of these articles">
      <h2>{counted(disputes.length, "dispute")}</h2>
      {disputes.length > 0 && <ol>{disputes.map(entry)}</ol>}
      {disputes.length === 0 && <p class="empty">None touches these articles.</p>}
      {rest.length > 0 && (
        <details open={current !== null && rest.includes(current)}>
          <summary>{counted(rest.length, "other question")}</summary>
          <ol>{rest.map(entry)}</ol>
        </details>
      )}
    </nav>
  );
}

interface EntryProps {
  question: Question;
  isCurrent: boolean;
  wanted: string[];
  query: URLSearchParams;
}

function Entry({ question, isCurrent, wanted, query }: EntryProps) {
  const href = hrefTo("compare", changed(query, { question: question.id, at: null }));
  return (
    <li>
      <a data-in data-row={question.id} href={href} aria-current={isCurrent ? "true" : undefined}>
        <bdi>{question.title}</bdi>
        <small>
          {question.verdict === "conflict" ? question.type : verdictInWords(question.verdict)}
          {isInconsistency(question) && ", one voice against itself"}
        </small>
        <span class="letters">
          {wanted.map((article) => (
            <span key={article}>{lettersOf(question, article)}</span>
          ))}
        </span>
      </a>
    </li>
  );
}

function lettersOf(question: Question, article: string) {
  const positions = [...new Set(statedIn(question, article).map(({ position }) => position))];
  if (positions.length === 0) return <span class="nothing">–</span>;
  return positions.map((position) => <Letter key={position} position={position} />);
}
