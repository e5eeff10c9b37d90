import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { Offsets } from "../offsets";
import { changed, formatAt } from "../place";
import { letterOf } from "../questions";
import type { ReadArticle } from "../records";
import { hrefTo } from "../router";
import { linesOf, splitByMarks, type Line, type Segment } from "../segments";
import { fromOutside, marksOf, type Asked, type Mark } from "./marks";

interface ArticleTextProps {
  read: ReadArticle;
  asked: Asked;
  query: URLSearchParams;
}

/** The clean text of an article, a paragraph a line, with its marks. */
export function ArticleText({ read, asked, query }: ArticleTextProps) {
  const { text, language } = read.article;
  const offsets = useMemo(() => new Offsets(text), [text]);
  const lines = useMemo(() => roledLines(read, offsets), [read, offsets]);
  const pieces = splitByMarks(lines, marksOf(read, offsets, asked));
  return (
    <div
      class="text"
      lang={language ?? undefined}
      onMouseOver={light}
      onMouseLeave={light}
      onFocusCapture={light}
    >
      {lines.map((line, index) => (
        <LineOf key={line.begin} role={line.role}>
          {(pieces[index] ?? []).map((segment) => (
            <SegmentPart
              key={segment.begin}
              words={text.slice(segment.begin, segment.end)}
              segment={segment}
              query={query}
            />
          ))}
        </LineOf>
      ))}
      {lines.length === 0 && <p class="empty">This article has no text.</p>}
    </div>
  );
}

function roledLines(read: ReadArticle, offsets: Offsets): Line[] {
  const { text, blocks = [] } = read.article;
  const kept = blocks.filter(({ begin, end }) => begin < end);
  return linesOf(
    text,
    kept.map((block) => ({ ...offsets.range(block), role: block.role })),
  );
}

function LineOf({ role, children }: { role: string; children: ComponentChildren }) {
  if (role === "title")
    return (
      <h3 dir="auto" class="role-title">
        {children}
      </h3>
    );
  if (role === "heading") return <h4 dir="auto">{children}</h4>;
  return (
    <p dir="auto" class={`role-${role}`}>
      {children}
    </p>
  );
}

interface SegmentProps {
  words: string;
  segment: Segment<Mark>;
  query: URLSearchParams;
}

/** The words of a segment inside its marks, the innermost last. */
function SegmentPart({ words, segment, query }: SegmentProps) {
  const marks = [...segment.marks].sort(fromOutside);
  const linked = marks.filter(({ layer }) => layer === "dispute").pop();
  return marks.reduceRight<ComponentChildren>((inside, mark) => {
    const isFirst = segment.starting.has(mark);
    if (mark.layer === "dispute") {
      return disputeMark(mark, inside, isFirst, mark === linked ? query : null);
    }
    if (mark.layer === "attribution") return attributionMark(mark, inside, isFirst);
    return (
      <span
        class={`${mark.layer}${isFirst ? " starts" : ""}`}
        title={mark.note || undefined}
        data-note={mark.note || undefined}
        tabIndex={isFirst ? tabIndexOf(mark) : undefined}
      >
        {inside}
      </span>
    );
  }, words) as preact.JSX.Element;
}

/** Words that say something of themselves can be come to by keys; the landing is focused by the page. */
function tabIndexOf({ layer, note }: Mark): number | undefined {
  if (layer === "landing") return -1;
  return note ? 0 : undefined;
}

/** Solid below the author's words, dashed below words given to somebody else. */
function disputeMark(
  mark: Mark,
  inside: ComponentChildren,
  isFirst: boolean,
  query: URLSearchParams | null,
) {
  const { position = 0, question = null, at } = mark;
  const names = ["dispute", `p${position % 6}`];
  if (mark.quoted) names.push("quoted");
  if (mark.isCurrent) names.push("current");
  const href =
    query && hrefTo("compare", changed(query, { question, at: at ? formatAt(at) : null }));
  return (
    <mark
      class={names.join(" ")}
      data-letter={isFirst ? letterOf(position) : undefined}
      data-note={mark.note}
    >
      {href ? (
        <a data-in href={href} title={mark.note}>
          {inside}
        </a>
      ) : (
        <span>{inside}</span>
      )}
    </mark>
  );
}

function attributionMark(mark: Mark, inside: ComponentChildren, isFirst: boolean) {
  const isContent = mark.part === "content";
  return (
    <span class={`attribution ${mark.part}`} data-a={mark.attribution} data-note={mark.note}>
      {isContent && isFirst && (
        <span class="voice-tag" tabIndex={0} role="note" aria-label={mark.note} />
      )}
      {inside}
    </span>
  );
}

/**
 * While a mark is pointed at or has the focus, says in a line at the foot of the column what it is
 * and in whose voice; of an attribution, lights source, cue and content together.
 */
function light(event: Event): void {
  const text = event.currentTarget as HTMLElement;
  const isOutside = event.type === "mouseleave";
  const near = isOutside ? null : (event.target as HTMLElement).closest<HTMLElement>("[data-note]");
  const mark = near === text ? null : near;
  const note = mark?.dataset["note"] ?? "";
  const wanted = mark?.closest<HTMLElement>("[data-a]")?.dataset["a"] ?? "";
  if (text.dataset["lit"] === wanted && (text.dataset["note"] ?? "") === note) return;
  text.dataset["lit"] = wanted;
  if (note) text.dataset["note"] = note;
  else delete text.dataset["note"];
  for (const part of text.querySelectorAll<HTMLElement>("[data-a]")) {
    part.classList.toggle("lit", wanted !== "" && part.dataset["a"] === wanted);
  }
}
