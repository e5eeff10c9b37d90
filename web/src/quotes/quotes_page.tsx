import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { getProject, getQuotes, isReport, pageOfSpeakers } from "../api";
import { SideChips } from "../chips";
import { CommandWords } from "../command_words";
import { FindField } from "../find_field";
import { fold } from "../fold";
import { useKeys } from "../keys";
import { useLoaded } from "../loaded";
import { counted, hasNoSides } from "../questions";
import type { Project, Quotes, Speaker } from "../records";
import { change, settle } from "../router";
import { closeRow } from "../rows";
import { Loading, Trouble } from "../state_lines";
import { ShareTable } from "./share_table";
import { SpeakerTable } from "./speaker_table";

export function QuotesPage({ query }: { query: URLSearchParams }) {
  const side = query.get("side");
  const rows = Math.max(pageOfSpeakers, Number(query.get("rows")) || 0);
  const project = useLoaded("project", getProject);
  const quotes = useLoaded(`quotes ${side ?? ""} ${rows}`, () => getQuotes(side, { rows }));
  const problem = project.problem ?? quotes.problem;
  const isHere = Boolean(project.data && quotes.data);
  useLayoutEffect(() => {
    document.title = `Quotes · ${project.data?.name ?? "Parallax"}`;
    if (isHere) settle();
  }, [isHere, project.data]);
  const again = (): void => {
    project.again();
    quotes.again();
  };
  return (
    <>
      <h1 tabIndex={-1}>Quotes: who says what</h1>
      {problem && <Trouble problem={problem} again={again} />}
      {project.data && <Sides project={project.data} side={side} />}
      {quotes.data && project.data ? (
        <Found quotes={quotes.data} side={side} open={query.get("open")} rows={rows} />
      ) : (
        !problem && <Loading />
      )}
    </>
  );
}

function Sides({ project, side }: { project: Project; side: string | null }) {
  return (
    <div class="filters" role="search" aria-label="Filters">
      <SideChips sides={project.sides} chosen={side} />
      {hasNoSides(project) && project.outlets.length > 1 && (
        <p class="count">No sides are set: each outlet is shown as its own side.</p>
      )}
    </div>
  );
}

interface FoundProps {
  quotes: Quotes;
  side: string | null;
  open: string | null;
  rows: number;
}

function Found({ quotes, side, open, rows }: FoundProps) {
  if (quotes.outlets.length === 0) {
    return (
      <p class="empty">
        <CommandWords
          words={
            side
              ? "No article is of this side."
              : "The project has no articles yet. Add some with `parallax add PROJECT.plx PATH`."
          }
        />
      </p>
    );
  }
  return (
    <>
      <section>
        <ShareTable quotes={quotes} />
        <p class="hint">
          <b>Attributed</b>: what the articles give to somebody, each word once, for the outermost
          voice. <b>Share</b>: of all words. <b>Spans</b>: attributions, nested ones too. Of the
          attributed words, <b>quoted</b>: between quotation marks, at least in part; <b>unnamed</b>
          : from sources without a named person, body or state; <b>anonymous</b>: of these, the
          plainly anonymous ones. These are counts, not scores.
        </p>
      </section>
      {quotes.speakers.length > 0 ? (
        <Speakers quotes={quotes} side={side} open={open} rows={rows} />
      ) : (
        <p class="empty">
          No article gives words to anybody: all are the authors’ own, as far as was found.
        </p>
      )}
    </>
  );
}

function Speakers({ quotes, side, open, rows }: FoundProps) {
  const words = useSignal("");
  const input = useRef<HTMLInputElement>(null);
  useKeys({ "/": () => input.current?.focus(), Escape: () => closeRow(open, input.current) });
  const folded = fold(words.value);
  const shown = quotes.speakers.filter(({ names }) =>
    names.some((name) => fold(name).includes(folded)),
  );
  const group = (named: boolean): Speaker[] => shown.filter((speaker) => speaker.named === named);
  const { length } = quotes.speakers;
  return (
    <>
      <FindField
        id="name-filter"
        name="Name"
        placeholder="words of a name"
        words={words}
        element={input}
        found={
          shown.length === length
            ? counted(length, "source")
            : `${shown.length.toLocaleString("en")} of ${counted(length, "source")}`
        }
      />
      <Group title="Speakers" head="Speaker" speakers={group(true)} side={side} open={open} />
      <Group
        title="Sources without a name"
        hint="As the articles write them: the same words, perhaps not the same people."
        head="Source"
        speakers={group(false)}
        side={side}
        open={open}
      />
      {shown.length === 0 && <p class="empty">No source has these words.</p>}
      {quotes.total > length && (
        <p class="further">
          {counted(length, "source")} of {quotes.total.toLocaleString("en")}, those with most words.{" "}
          {!isReport && (
            <button
              type="button"
              onClick={() => change({ rows: String(rows + pageOfSpeakers) }, { replace: true })}
            >
              Show more
            </button>
          )}
        </p>
      )}
    </>
  );
}

interface GroupProps {
  title: string;
  hint?: string;
  head: string;
  speakers: Speaker[];
  side: string | null;
  open: string | null;
}

function Group({ title, hint, head, speakers, side, open }: GroupProps) {
  if (speakers.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <p class="hint">
        {hint ?? "By words. Open a row to read what is said; follow it to its place in the article."}
      </p>
      <SpeakerTable speakers={speakers} head={head} side={side} open={open} />
    </section>
  );
}
