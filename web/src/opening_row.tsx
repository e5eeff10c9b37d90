import type { ComponentChildren } from "preact";
import { change } from "./router";

interface TurnProps {
  id: string;
  words: ComponentChildren;
  isOpen: boolean;
}

/** The words of a row that opens and closes it. */
export function Turn({ id, words, isOpen }: TurnProps) {
  return (
    <button
      type="button"
      class="turn"
      data-row={id}
      aria-expanded={isOpen}
      aria-controls={isOpen ? `of-${id}` : undefined}
      onClick={() => change({ open: isOpen ? null : id }, { replace: true })}
    >
      <bdi>{words}</bdi>
    </button>
  );
}

interface OpenedProps {
  id: string;
  columns: number;
  children: ComponentChildren;
}

/** What an open row shows, below it. */
export function Opened({ id, columns, children }: OpenedProps) {
  return (
    <tr class="opened" id={`of-${id}`} data-of={id}>
      <td colSpan={columns}>{children}</td>
    </tr>
  );
}
