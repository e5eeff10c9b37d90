import { useSignal } from "@preact/signals";
import { useMemo, useRef } from "preact/hooks";
import { getTimeline, pageOfListed } from "../api";
import { Chip, ChipRow } from "../chips";
import { Choice } from "../choice";
import { CommandWords } from "../command_words";
import { FindField } from "../find_field";
import { Further } from "../further";
import { fold } from "../fold";
import { useKeys } from "../keys";
import { holds } from "../listings/excerpt";
import { ListingFilters } from "../listings/filters";
import { PageOfRows } from "../page_of_rows";
import { timelineQuery } from "../place";
import { byName, counted } from "../questions";
import type { ListedEvent, Project, Timeline } from "../records";
import { change } from "../router";
import { closeRow } from "../rows";
import { Loading } from "../state_lines";
import { lanesOf, yearsOf } from "./days";
import { Lanes, PackedLanes } from "./lanes";

export function TimelinePage({ query }: { query: URLSearchParams }) {
  const rows = Math.max(pageOfListed, Number(query.get("rows")) || 0);
  const asked = timelineQuery(query);
  return (
    <PageOfRows
      name="Timeline"
      heading={<h1 tabIndex={-1}>Timeline: what is told of which day</h1>}
      filters={asked.toString()}
      rows={rows}
      ask={() => getTimeline(asked, rows)}
    >
      {(project, timeline, failed) => (
        <Results project={project} timeline={timeline} failed={failed} query={query} rows={rows} />
      )}
    </PageOfRows>
  );
}

interface ResultsProps {
  project: Project;
  timeline: Timeline | null;
  failed: boolean;
  query: URLSearchParams;
  rows: number;
}

const holdsWords = (event: ListedEvent, folded: string): boolean =>
  holds(event, [event.actor, event.predicate, event.target, event.place], folded);

function Results({ project, timeline, failed, query, rows }: ResultsProps) {
  const words = useSignal("");
  const input = useRef<HTMLInputElement>(null);
  const open = query.get("open");
  useKeys({ "/": () => input.current?.focus(), Escape: () => closeRow(open, input.current) });
  const folded = fold(words.value);
  const dated = useShown(timeline?.dated, folded);
  const undated = useShown(timeline?.undated, folded);
  const shown = dated.length + undated.length;
  const loaded = timeline ? timeline.dated.length + timeline.undated.length : 0;
  const total = timeline?.total ?? 0;
  return (
    <>
      <ListingFilters
        project={project}
        query={query}
        chips={<DayChips chosen={query.get("days")} />}
        choices={<YearChoice timeline={timeline} chosen={query.get("year")} />}
        find={
          <FindField
            id="word-filter"
            name="Words"
            placeholder="names, words of a sentence"
            words={words}
            element={input}
            found={timeline ? foundInWords(shown, loaded, timeline) : ""}
          />
        }
      />
      {timeline ? (
        <Found project={project} dated={dated} undated={undated} query={query} open={open} />
      ) : (
        !failed && <Loading />
      )}
      <Further
        shown={counted(loaded, "event")}
        left={timeline ? total - loaded : 0}
        total={total}
        rows={rows + pageOfListed}
      />
    </>
  );
}

function useShown(events: ListedEvent[] | undefined, folded: string): ListedEvent[] {
  return useMemo(
    () => (events ?? []).filter((event) => holdsWords(event, folded)),
    [events, folded],
  );
}

function foundInWords(shown: number, loaded: number, { total, total_dated }: Timeline): string {
  if (shown < loaded) return `${shown.toLocaleString("en")} of ${counted(loaded, "event")}`;
  const undated = total - total_dated;
  if (undated === 0 || undated === total) return counted(total, "event");
  return `${counted(total, "event")}, ${undated.toLocaleString("en")} without a day`;
}

const choicesOfDays = [
  ["shared", "of several sides"],
  ["known", "known"],
  ["none", "not known"],
] as const;

function DayChips({ chosen }: { chosen: string | null }) {
  return (
    <ChipRow name="Days">
      {choicesOfDays.map(([days, words]) => (
        <Chip
          key={days}
          words={words}
          count={null}
          on={chosen === days}
          press={() =>
            change({
              days: chosen === days ? null : days,
              open: null,
              rows: null,
              ...(days === "none" && { year: null }),
            })
          }
        />
      ))}
    </ChipRow>
  );
}

function YearChoice({ timeline, chosen }: { timeline: Timeline | null; chosen: string | null }) {
  const options = (timeline?.years ?? []).map(({ year, events }) => ({
    value: String(year),
    words: `${year} (${events})`,
  }));
  return <Choice name="Year" parameter="year" options={options} chosen={chosen} />;
}

interface FoundProps {
  project: Project;
  dated: ListedEvent[];
  undated: ListedEvent[];
  query: URLSearchParams;
  open: string | null;
}

const manySides = 8;

/** The lanes, by name: where there are many, or fewer are asked for, those that tell something. */
function sidesOf(project: Project, isNarrowed: boolean, events: ListedEvent[]): string[] {
  const telling = new Set(events.map((event) => event.side));
  if (isNarrowed || project.sides.length > manySides) return [...telling].sort(byName);
  return [...new Set([...project.sides, ...telling])].sort(byName);
}

function Found({ project, dated, undated, query, open }: FoundProps) {
  const isNarrowed = ["side", "outlet", "days"].some((name) => query.has(name));
  const years = useMemo(() => yearsOf(dated), [dated]);
  const sides = useMemo(() => sidesOf(project, isNarrowed, dated), [project, isNarrowed, dated]);
  const lanes = useMemo(() => lanesOf(undated), [undated]);
  if (dated.length === 0 && undated.length === 0) return <Nothing project={project} />;
  return (
    <>
      {dated.length > 0 && (
        <section>
          <p class="hint">
            By the day of the event, not of the article; beside each other, what sides tell of the
            same days. Who → does what → to whom, as far as it was read. Open an event to read its
            sentence.
          </p>
          <Lanes years={years} sides={sides} open={open} />
        </section>
      )}
      {undated.length > 0 && (
        <section>
          <h2>No day known</h2>
          <p class="hint">The text was found to give these events no day of their own.</p>
          <PackedLanes lanes={lanes} open={open} />
        </section>
      )}
    </>
  );
}

function Nothing({ project }: { project: Project }) {
  const words =
    project.articles === 0
      ? "The project has no articles yet. Add some with `parallax add PROJECT.plx PATH`."
      : "Nothing here: no such event was read in these articles.";
  return (
    <p class="empty">
      <CommandWords words={words} />
    </p>
  );
}
