import { useSignal } from "@preact/signals";
import { useMemo, useRef } from "preact/hooks";
import { getQuestions, isReport, pageOfQuestions, type Filters } from "../api";
import { CommandWords } from "../command_words";
import { Further } from "../further";
import { fold } from "../fold";
import { useKeys } from "../keys";
import { PageOfRows } from "../page_of_rows";
import type { Project, Question, Questions } from "../records";
import { counted, isInconsistency, sidesShown } from "../questions";
import { closeRow } from "../rows";
import { Loading } from "../state_lines";
import { FilterBar } from "./filter_bar";
import { Matrix } from "./matrix";
import { ProjectTitle } from "./project_title";

export function DisputesPage({ query }: { query: URLSearchParams }) {
  const rows = Math.max(pageOfQuestions, Number(query.get("rows")) || 0);
  const filters: Filters = {
    verdict: query.get("verdict") || "conflict",
    type: query.get("type"),
    side: query.get("side"),
  };
  return (
    <PageOfRows
      name="Disputes"
      filters={JSON.stringify(filters)}
      rows={rows}
      ask={() => getQuestions(filters, rows)}
    >
      {(project, found, failed) => (
        <>
          <ProjectTitle project={project} />
          <Results
            project={project}
            found={found}
            failed={failed}
            filters={filters}
            open={query.get("open")}
            rows={rows}
          />
        </>
      )}
    </PageOfRows>
  );
}

interface ResultsProps {
  project: Project;
  found: Questions | null;
  failed: boolean;
  filters: Filters;
  open: string | null;
  rows: number;
}

function Results({ project, found, failed, filters, open, rows }: ResultsProps) {
  const titleFilter = useSignal("");
  const words = useRef<HTMLInputElement>(null);
  useKeys({
    "/": () => words.current?.focus(),
    Escape: () => closeRow(open, words.current),
  });
  const folded = fold(titleFilter.value);
  const shown = useMemo(
    () => (found?.questions ?? []).filter(({ title }) => fold(title).includes(folded)),
    [found, folded],
  );
  return (
    <>
      <FilterBar
        project={project}
        filters={filters}
        words={titleFilter}
        wordsElement={words}
        shown={shown.length}
        total={found?.total ?? null}
      />
      {found ? (
        <Groups project={project} shown={shown} filters={filters} open={open} />
      ) : (
        !failed && <Loading />
      )}
      {found && !isReport && (
        <Further
          shown={counted(found.questions.length, "question")}
          left={found.total - found.questions.length}
          total={found.total}
          rows={rows + pageOfQuestions}
        />
      )}
    </>
  );
}

interface GroupsProps {
  project: Project;
  shown: Question[];
  filters: Filters;
  open: string | null;
}

/** The rows and columns of a matrix; the same as long as the questions are. */
function useMatrix(project: Project, shown: Question[], inconsistent: boolean) {
  return useMemo(() => {
    const questions = shown.filter((question) => isInconsistency(question) === inconsistent);
    return { questions, sides: sidesShown(project, questions) };
  }, [project, shown]);
}

/** Accounts against each other; then, apart, single voices against themselves. */
function Groups({ project, shown, filters, open }: GroupsProps) {
  const between = useMatrix(project, shown, false);
  const within = useMatrix(project, shown, true);
  const isConflict = filters.verdict === "conflict";
  if (shown.length === 0) return <Nothing project={project} isConflict={isConflict} />;
  return (
    <>
      {between.questions.length > 0 && (
        <section id="disputes">
          <h2>{isConflict ? "Disputes by side" : "Questions by side"}</h2>
          <p class="hint">
            What each side’s articles say. The same letter in a row: compatible answers. Open a row
            to read the sentences; follow an answer to its place in the article.
          </p>
          <Matrix
            project={project}
            {...between}
            head={isConflict ? "Dispute" : "Question"}
            open={open}
          />
        </section>
      )}
      {within.questions.length > 0 && (
        <section id="inconsistencies">
          <h2>One voice against itself</h2>
          <p class="hint">
            The same voice gives answers that do not fit together. That is no dispute between
            accounts.
          </p>
          <Matrix project={project} {...within} head="Question" open={open} />
        </section>
      )}
    </>
  );
}

function Nothing({ project, isConflict }: { project: Project; isConflict: boolean }) {
  if (project.articles === 0 && project.notes.length > 0) return null; // they say how to begin
  const words =
    project.articles === 0
      ? "The project has no articles yet. Add some with `parallax add PROJECT.plx PATH`."
      : project.outlets.length === 1
        ? "All articles are of a single outlet. Add accounts of the same story by others to compare."
        : isConflict
          ? "Nothing here: no answers in conflict were found with these filters."
          : "Nothing here: no such question was found with these filters.";
  return (
    <p class="empty">
      <CommandWords words={words} />
    </p>
  );
}
