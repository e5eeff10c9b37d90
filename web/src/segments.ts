import type { Block, Range } from "./records";

/** A stretch of text in which the same marks hold from end to end. */
export interface Segment<M extends Range> extends Range {
  marks: M[];
  /** those of the marks that no segment before it holds */
  starting: Set<M>;
}

/**
 * Splits each piece of a text (ascending, not overlapping) where a mark begins or ends, so that
 * marks may nest and overlap. The segments of a piece cover it; the marks of a segment stand in the
 * order in which they begin, the longer first.
 */
export function splitByMarks<M extends Range>(pieces: Range[], marks: M[]): Segment<M>[][] {
  const ordered = marks
    .filter((mark) => mark.begin < mark.end)
    .sort((a, b) => a.begin - b.begin || b.end - a.end);
  let next = 0;
  let open: M[] = [];
  return pieces.map((piece) => {
    open = open.filter((mark) => mark.end > piece.begin);
    const segments: Segment<M>[] = [];
    let begin = piece.begin;
    while (begin < piece.end) {
      const starting = new Set<M>();
      for (let mark = ordered[next]; mark && mark.begin <= begin; mark = ordered[++next]) {
        if (mark.end <= begin) continue;
        open.push(mark);
        starting.add(mark);
      }
      const coming = ordered[next];
      let end = Math.min(piece.end, coming ? coming.begin : piece.end);
      for (const mark of open) end = Math.min(end, mark.end);
      segments.push({ begin, end, marks: [...open], starting });
      open = open.filter((mark) => mark.end > end);
      begin = end;
    }
    return segments;
  });
}

export interface Line extends Range {
  role: string;
}

/**
 * The lines of a text; empty ones are left out. A line has the role of the block in which it begins:
 * blocks (ascending) may end within a line, where a piece of the page was converted.
 */
export function linesOf(text: string, blocks: Block[]): Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (let from = 0; from < text.length; ) {
    const newline = text.indexOf("\n", from);
    const to = newline < 0 ? text.length : newline;
    if (text.slice(from, to).trim() !== "") {
      while (at < blocks.length && (blocks[at]?.end ?? 0) <= from) at += 1;
      lines.push({ begin: from, end: to, role: blocks[at]?.role ?? "body" });
    }
    from = to + 1;
  }
  return lines;
}
