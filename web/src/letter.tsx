import { letterOf } from "./questions";

/** A position's letter: a shape and a tone of its own, and neither praises nor blames. */
export const Letter = ({ position }: { position: number }) => (
  <span class={`letter p${position % 6}`}>{letterOf(position)}</span>
);
