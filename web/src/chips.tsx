import type { ComponentChildren } from "preact";

/** A row of filters of one kind. */
export function ChipRow({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="chips" role="group" aria-label={name}>
      <span class="chips-name" aria-hidden="true">
        {name}
      </span>
      {children}
    </div>
  );
}

interface ChipProps {
  words: string;
  count: number | null;
  on: boolean;
  press: () => void;
}

export function Chip({ words, count, on, press }: ChipProps) {
  return (
    <button type="button" class="chip" aria-pressed={on} onClick={press}>
      <bdi>{words}</bdi>
      {count !== null && <span class="number"> {count.toLocaleString("en")}</span>}
    </button>
  );
}
