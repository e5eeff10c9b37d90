import type { ComponentChildren } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { getProject } from "./api";
import { useFewer, useLoaded } from "./loaded";
import type { Project } from "./records";
import { settle } from "./router";
import { Loading, Trouble } from "./state_lines";

interface PageProps<T> {
  /** As the navigation and the window's title call it. */
  name: string;
  heading?: ComponentChildren;
  /** All that narrows the rows, as text. */
  filters: string;
  rows: number;
  ask: () => Promise<T>;
  children: (project: Project, data: T | null, failed: boolean) => ComponentChildren;
}

/** A page of rows out of the project: loads both, says what went wrong, and while more rows of the same filters come keeps those that it has. */
export function PageOfRows<T>({ name, heading, filters, rows, ask, children }: PageProps<T>) {
  const project = useLoaded("project", getProject);
  const found = useLoaded(`${name} ${filters} ${rows}`, ask);
  const data = useFewer(filters, found.data);
  const problem = project.problem ?? found.problem;
  const isHere = Boolean(project.data && data);
  useLayoutEffect(() => {
    document.title = `${name} · ${project.data?.name ?? "Parallax"}`;
    if (isHere) settle();
  }, [isHere, project.data]);
  const again = (): void => {
    project.again();
    found.again();
  };
  return (
    <>
      {heading}
      {problem && <Trouble problem={problem} again={again} />}
      {project.data && children(project.data, data, problem !== null)}
      {!project.data && !problem && <Loading />}
    </>
  );
}
