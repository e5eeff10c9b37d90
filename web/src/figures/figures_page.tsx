import { useSignal } from "@preact/signals";
import { useMemo, useRef } from "preact/hooks";
import { getFigures, pageOfListed } from "../api";
import { Choice } from "../choice";
import { CommandWords } from "../command_words";
import { FindField } from "../find_field";
import { Further } from "../further";
import { fold } from "../fold";
import { useKeys } from "../keys";
import { holds } from "../listings/excerpt";
import { ListingFilters } from "../listings/filters";
import { PageOfRows } from "../page_of_rows";
import { figuresQuery, formatGroup } from "../place";
import { counted } from "../questions";
import type { FigureGroup, Figures, ListedFigure, Project } from "../records";
import { closeRow } from "../rows";
import { Loading } from "../state_lines";
import { FigureTable } from "./figure_table";
import { groupInWords, valueInWords } from "./wording";

export function FiguresPage({ query }: { query: URLSearchParams }) {
  const rows = Math.max(pageOfListed, Number(query.get("rows")) || 0);
  const asked = figuresQuery(query);
  return (
    <PageOfRows
      name="Figures"
      heading={<h1 tabIndex={-1}>Figures: who gives which number</h1>}
      filters={asked.toString()}
      rows={rows}
      ask={() => getFigures(asked, rows)}
    >
      {(project, found, failed) => (
        <Results project={project} found={found} failed={failed} query={query} rows={rows} />
      )}
    </PageOfRows>
  );
}

interface ResultsProps {
  project: Project;
  found: Figures | null;
  failed: boolean;
  query: URLSearchParams;
  rows: number;
}

const holdsWords = (figure: ListedFigure, folded: string): boolean =>
  holds(figure, [groupInWords(figure), valueInWords(figure)], folded);

function Results({ project, found, failed, query, rows }: ResultsProps) {
  const words = useSignal("");
  const input = useRef<HTMLInputElement>(null);
  const open = query.get("open");
  useKeys({ "/": () => input.current?.focus(), Escape: () => closeRow(open, input.current) });
  const folded = fold(words.value);
  const shown = useMemo(
    () => (found?.figures ?? []).filter((figure) => holdsWords(figure, folded)),
    [found, folded],
  );
  const loaded = found?.figures.length ?? 0;
  const total = found?.total ?? 0;
  return (
    <>
      <ListingFilters
        project={project}
        query={query}
        choices={<GroupChoice groups={found?.groups ?? []} chosen={query.get("group")} />}
        find={
          <FindField
            id="word-filter"
            name="Words"
            placeholder="names, words of a sentence"
            words={words}
            element={input}
            found={
              !found
                ? ""
                : shown.length < loaded
                  ? `${shown.length.toLocaleString("en")} of ${counted(loaded, "figure")}`
                  : counted(total, "figure")
            }
          />
        }
      />
      {found && shown.length > 0 && (
        <section>
          <p class="hint">
            By what is counted, first what most sides give numbers for; each group from the lowest
            number. One group may count different events: open a number to read its sentence.
          </p>
          <FigureTable figures={shown} groups={found.groups} open={open} />
        </section>
      )}
      {found && shown.length === 0 && <Nothing project={project} />}
      {!found && !failed && <Loading />}
      <Further
        shown={counted(loaded, "figure")}
        left={found ? total - loaded : 0}
        total={total}
        rows={rows + pageOfListed}
      />
    </>
  );
}

function GroupChoice({ groups, chosen }: { groups: FigureGroup[]; chosen: string | null }) {
  const options = groups.map((group) => ({
    value: formatGroup(group),
    words: `${groupInWords(group)} (${group.figures})`,
  }));
  return <Choice name="Counted" parameter="group" options={options} chosen={chosen} />;
}

function Nothing({ project }: { project: Project }) {
  const words =
    project.articles === 0
      ? "The project has no articles yet. Add some with `parallax add PROJECT.plx PATH`."
      : "Nothing here: no such figure was read in these articles.";
  return (
    <p class="empty">
      <CommandWords words={words} />
    </p>
  );
}
