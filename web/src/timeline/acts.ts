import type { ListedEvent } from "../records";

/** What is told in words: who → did what → to whom, and what is said of it. */
export interface Act {
  actor: string | null;
  predicates: string[];
  target: string | null;
  /** "in Orrin", "denied", "future" */
  notes: string[];
}

function actOf(event: ListedEvent): Act {
  const { actor, predicate, target, place, polarity, modality } = event;
  const notes: string[] = [];
  if (place && place !== target && place !== actor) notes.push(`in ${place}`);
  if (polarity === "negative") notes.push("denied");
  if (modality !== "asserted") notes.push(modality);
  // An event that has a name may have itself as its target.
  return { actor, predicates: [predicate], target: target === predicate ? null : target, notes };
}

const isBare = ({ actor, target }: Act): boolean => actor === null && target === null;
const areAlike = (a: Act, b: Act): boolean =>
  isBare(a) && isBare(b) && a.notes.join() === b.notes.join();

/** What is told twice in the same words is shown once; what names nobody shares a line. */
export function actsOf(events: ListedEvent[]): Act[] {
  const acts: Act[] = [];
  const known = new Set<string>();
  for (const act of events.map(actOf)) {
    const key = JSON.stringify(act);
    if (known.has(key)) continue;
    known.add(key);
    const last = acts[acts.length - 1];
    if (last && areAlike(last, act)) last.predicates.push(...act.predicates);
    else acts.push(act);
  }
  return acts;
}
