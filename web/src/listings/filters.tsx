import type { ComponentChildren } from "preact";
import { SideChips } from "../chips";
import { Choice } from "../choice";
import { byName, hasNoSides } from "../questions";
import type { Project } from "../records";

interface ListingFiltersProps {
  project: Project;
  query: URLSearchParams;
  /** filters of the one page, above and beside those that both have */
  chips?: ComponentChildren;
  choices: ComponentChildren;
  find: ComponentChildren;
}

/** The filters of Timeline and of Figures. */
export function ListingFilters({ project, query, chips, choices, find }: ListingFiltersProps) {
  const outlets = project.outlets.map(({ name }) => name).sort(byName);
  return (
    <div class="filters" role="search" aria-label="Filters">
      <SideChips sides={project.sides} chosen={query.get("side")} />
      {chips}
      <div class="choices-of">
        {choices}
        {!hasNoSides(project) && (
          <Choice
            name="Outlet"
            parameter="outlet"
            options={outlets.map((name) => ({ value: name, words: name }))}
            chosen={query.get("outlet")}
          />
        )}
      </div>
      {find}
      {hasNoSides(project) && project.outlets.length > 1 && (
        <p class="count">No sides are set: each outlet is shown as its own side.</p>
      )}
    </div>
  );
}
