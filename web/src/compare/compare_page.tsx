import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { getArticles, getComparison, getProject } from "../api";
import { keysHelpIsOpen } from "../keys_help";
import { useKeys } from "../keys";
import { useLoaded } from "../loaded";
import { layersOf, parseAt } from "../place";
import { isInconsistency } from "../questions";
import type { ArticleEntry, Comparison, Project, Question } from "../records";
import { change, settle } from "../router";
import { Loading, Trouble } from "../state_lines";
import { Column } from "./column";
import { CurrentDispute } from "./current_dispute";
import { land } from "./land";
import { LayerSwitches } from "./layer_switches";
import type { Asked } from "./marks";
import { Picker } from "./picker";
import { Rail } from "./rail";

const mostArticles = 4;

export function ComparePage({ query }: { query: URLSearchParams }) {
  const wanted = [...new Set(query.getAll("article"))].slice(0, mostArticles);
  const listed = useLoaded("articles", getArticles);
  useLayoutEffect(() => {
    document.title = "Compare · Parallax";
    if (listed.data && wanted.length === 0) settle();
  }, [listed.data !== null, wanted.length]);
  return (
    <>
      <h1 tabIndex={-1} class={wanted.length > 0 ? "unseen" : undefined}>
        Compare articles
      </h1>
      {listed.problem && <Trouble problem={listed.problem} again={listed.again} />}
      {!listed.data && !listed.problem && <Loading />}
      {listed.data &&
        (wanted.length === 0 ? (
          <Picker articles={listed.data} chosen={[]} />
        ) : (
          <Compared entries={listed.data} wanted={wanted} query={query} />
        ))}
    </>
  );
}

interface ComparedProps {
  entries: ArticleEntry[];
  wanted: string[];
  query: URLSearchParams;
}

function Compared({ entries, wanted, query }: ComparedProps) {
  const project = useLoaded("project", getProject);
  const compared = useLoaded(`compare ${wanted.join(" ")}`, () => getComparison(wanted));
  return (
    <>
      {compared.problem && <Trouble problem={compared.problem} again={compared.again} />}
      {compared.data ? (
        <SideBySide
          entries={entries}
          project={project.data}
          compared={compared.data}
          wanted={wanted}
          query={query}
        />
      ) : (
        !compared.problem && <Loading />
      )}
    </>
  );
}

interface SideBySideProps extends ComparedProps {
  project: Project | null;
  compared: Comparison;
}

/** Disputes as they are walked through: between accounts first, then one voice against itself. */
function disputesOf(questions: Question[]): Question[] {
  const conflicts = questions.filter(({ verdict }) => verdict === "conflict");
  return [
    ...conflicts.filter((question) => !isInconsistency(question)),
    ...conflicts.filter(isInconsistency),
  ];
}

function SideBySide({ entries, project, compared, wanted, query }: SideBySideProps) {
  const page = useRef<HTMLDivElement>(null);
  const { questions } = compared;
  const disputes = useMemo(() => disputesOf(questions), [questions]);
  const current = questions.find(({ id }) => id === query.get("question")) ?? null;
  const at = parseAt(query.get("at"));
  const step = (by: number): void => goTo(next(disputes, current, by));
  useKeys({ n: () => step(1), p: () => step(-1), Escape: close });
  useLayoutEffect(() => {
    const isBack = settle();
    if (page.current) land(page.current, { isBack });
  }, [current?.id, query.get("at"), wanted.join(" "), compared]);
  const marked = current && !disputes.includes(current) ? [...disputes, current] : disputes;
  const asked: Asked = { layers: layersOf(query), questions: marked, current, at };
  return (
    <div class="compare" ref={page}>
      <Rail
        disputes={disputes}
        others={questions}
        current={current}
        wanted={wanted}
        query={query}
      />
      <div class="desk">
        <div class="tools">
          <CurrentDispute disputes={disputes} current={current} step={step} />
          <LayerSwitches query={query} />
        </div>
        <div class={`columns of-${wanted.length}`}>
          {wanted.map((id) => (
            <Column
              key={id}
              id={id}
              entry={entries.find((entry) => entry.id === id) ?? null}
              read={compared.articles.find((read) => read.id === id) ?? null}
              project={project}
              asked={asked}
              query={query}
            />
          ))}
        </div>
        <details class="others">
          <summary>Choose other articles</summary>
          <Picker articles={entries} chosen={wanted} />
        </details>
      </div>
    </div>
  );
}

function next(disputes: Question[], current: Question | null, by: number): Question | undefined {
  const at = current ? disputes.indexOf(current) : -1;
  if (at < 0) return by > 0 ? disputes[0] : disputes[disputes.length - 1];
  return disputes[(at + by + disputes.length) % disputes.length];
}

function goTo(question: Question | undefined): void {
  if (question) change({ question: question.id, at: null }, { replace: true });
}

function close(): void {
  if (keysHelpIsOpen.value) keysHelpIsOpen.value = false;
  else change({ question: null, at: null }, { replace: true });
}
