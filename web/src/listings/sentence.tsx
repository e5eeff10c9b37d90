import { VoiceInWords } from "../disputes/question_detail";
import type { Listed, Range } from "../records";
import { hrefTo } from "../router";
import { splitByMarks } from "../segments";
import { type Around, excerptOf, queryOfListed, rangesIn } from "./excerpt";

interface SentenceProps {
  /** of one sentence in one voice, ascending */
  items: [Listed, ...Listed[]];
  isOpen: boolean;
  around: Around;
}

/**
 * The sentence of listed items with their words marked: a part of it, or when open all. A solid
 * rule beside the author's words, a dashed one beside words given to somebody else.
 */
export function Sentence({ items, isOpen, around }: SentenceProps) {
  const [first] = items;
  const { sentence } = first;
  const marks = rangesIn(items);
  const all = { begin: 0, end: sentence.length };
  const shown = isOpen ? all : excerptOf(sentence, marks, around);
  return (
    <blockquote dir="auto">
      <p>
        {shown.begin > 0 && "… "}
        <Marked text={sentence} shown={shown} marks={marks} />
        {shown.end < sentence.length && " …"}
      </p>
    </blockquote>
  );
}

function Marked({ text, shown, marks }: { text: string; shown: Range; marks: Range[] }) {
  const [segments = []] = splitByMarks([shown], marks);
  return (
    <>
      {segments.map((segment) => {
        const words = text.slice(segment.begin, segment.end);
        return segment.marks.length > 0 ? <mark key={segment.begin}>{words}</mark> : words;
      })}
    </>
  );
}

/** Whose words they are, and the way to them. */
export function VoiceAndPlace({ listed, withPath }: { listed: Listed; withPath: boolean }) {
  return (
    <>
      <span class="voice">
        <VoiceInWords voice={listed} />
      </span>
      <span class="place">
        <a data-in href={hrefTo("compare", queryOfListed(listed))}>
          in the text
        </a>
        {withPath && (
          <>
            {" "}
            <code>
              <bdi>{listed.article}</bdi>
            </code>
          </>
        )}
      </span>
    </>
  );
}
