import type { ComponentChildren } from "preact";
import { byName } from "./questions";
import { change } from "./router";

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

/** The filter by side of the page that is shown. */
export function SideChips({ sides, chosen }: { sides: string[]; chosen: string | null }) {
  return (
    <ChipRow name="Side">
      {[...sides].sort(byName).map((side) => (
        <Chip
          key={side}
          words={side}
          count={null}
          on={chosen === side}
          press={() => change({ side: chosen === side ? null : side, open: null, rows: null })}
        />
      ))}
    </ChipRow>
  );
}
