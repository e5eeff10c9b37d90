import type { Signal } from "@preact/signals";
import type { RefObject } from "preact";
import type { Filters } from "../api";
import { Chip, ChipRow, SideChips } from "../chips";
import { FindField } from "../find_field";
import { counted, verdictInWords } from "../questions";
import { types, verdicts, type Project } from "../records";
import { change } from "../router";

interface FilterBarProps {
  project: Project;
  filters: Filters;
  words: Signal<string>;
  wordsElement: RefObject<HTMLInputElement | null>;
  shown: number;
  total: number | null;
}

export function FilterBar({ project, filters, words, wordsElement, shown, total }: FilterBarProps) {
  const { verdict } = filters;
  const isConflict = verdict === "conflict";
  return (
    <div class="filters" role="search" aria-label="Filters">
      <ChipRow name="Answers">
        {verdicts.map((one) => (
          <Chip
            key={one}
            words={verdictInWords(one)}
            count={project.verdicts[one] ?? 0}
            on={verdict === one}
            press={() =>
              change({ verdict: one === "conflict" ? null : one, open: null, rows: null })
            }
          />
        ))}
      </ChipRow>
      <ChipRow name="Type">
        {typesOf(project, filters).map((type) => (
          <Chip
            key={type}
            words={type}
            count={isConflict ? (project.types[type] ?? 0) : null}
            on={filters.type === type}
            press={() =>
              change({ type: filters.type === type ? null : type, open: null, rows: null })
            }
          />
        ))}
      </ChipRow>
      <SideChips sides={project.sides} chosen={filters.side} />
      <FindField
        id="title-filter"
        name="Title"
        placeholder="words of the title"
        words={words}
        element={wordsElement}
        found={total === null ? "" : foundInWords(shown, total, isConflict)}
      />
    </div>
  );
}

/** Among disputes, the types that there are; elsewhere the program counts none, so all of them. */
function typesOf(project: Project, { verdict, type }: Filters): string[] {
  const all = [...types, ...Object.keys(project.types).filter((name) => !isKnown(name))];
  if (verdict !== "conflict") return all;
  return all.filter((name) => (project.types[name] ?? 0) > 0 || name === type);
}

const isKnown = (name: string): boolean => (types as readonly string[]).includes(name);

function foundInWords(shown: number, total: number, isConflict: boolean): string {
  const all = isConflict
    ? counted(total, "question in conflict", "questions in conflict")
    : counted(total, "question");
  return shown === total ? all : `${shown.toLocaleString("en")} of ${all}`;
}
