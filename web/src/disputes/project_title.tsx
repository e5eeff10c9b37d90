import { CommandWords } from "../command_words";
import { counted, hasNoSides } from "../questions";
import type { Project } from "../records";

export function ProjectTitle({ project }: { project: Project }) {
  const disputes = Object.values(project.types).reduce((sum, number) => sum + number, 0);
  const facts = [
    counted(project.articles, "article"),
    counted(project.outlets.length, "outlet"),
    counted(project.sides.length, "side"),
    counted(disputes, "dispute"),
  ];
  const lines = project.notes.length > 0 ? project.notes : ownNotes(project);
  return (
    <header class="project">
      <h1 tabIndex={-1}>
        <bdi>{project.name}</bdi>
      </h1>
      <ul class="counts" aria-label="What was read">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {lines.length > 0 && (
        <ul class="notes" aria-label="Notes">
          {lines.map((line) => (
            <li key={line}>
              <CommandWords words={line} />
            </li>
          ))}
        </ul>
      )}
    </header>
  );
}

function ownNotes(project: Project): string[] {
  if (!hasNoSides(project) || project.outlets.length < 2) return [];
  return [
    "No sides are set, so each outlet stands for itself. Group outlets into sides in parallax.toml " +
      "beside the articles, or with `parallax set PROJECT.plx ARTICLE side=NAME`.",
  ];
}
