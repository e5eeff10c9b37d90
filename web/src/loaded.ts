import { signal, type Signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Problem } from "./api";

export interface Loaded<T> {
  data: T | null;
  problem: string | null;
  again: () => void;
}

const known = new Map<string, Signal<Loaded<unknown>>>();
/** Pages that were shown stay at hand, so that going back is at once. */
const mostKnown = 50;

function remember(key: string, state: Signal<Loaded<unknown>>): void {
  known.set(key, state);
  if (known.size <= mostKnown) return;
  const oldest = known.keys().next().value;
  if (oldest !== undefined) known.delete(oldest);
}

/** What a request answered; asked anew, behind what is shown, whenever a page comes to need it. */
export function useLoaded<T>(key: string, ask: () => Promise<T>): Loaded<T> {
  let state = known.get(key) as Signal<Loaded<T>> | undefined;
  if (!state) {
    state = signal<Loaded<T>>({ data: null, problem: null, again: () => undefined });
    remember(key, state as Signal<Loaded<unknown>>);
  }
  const current = state;
  const load = (): void => {
    ask().then(
      (data) => {
        const { data: shown, problem } = current.peek();
        if (problem !== null || !isSame(shown, data)) {
          current.value = { data, problem: null, again: load };
        }
      },
      (error: unknown) => {
        const problem = error instanceof Problem ? error.message : `Something broke: ${error}`;
        current.value = { data: current.peek().data, problem, again: load };
      },
    );
  };
  useEffect(load, [key]);
  return current.value;
}

/** An answer that has not changed must not draw the page anew. */
const isSame = (a: unknown, b: unknown): boolean =>
  a !== null && (a === b || JSON.stringify(a) === JSON.stringify(b));

/** While more rows of the same filters are on their way, those that were there stay. */
export function useFewer<T>(filters: string, data: T | null): T | null {
  const last = useRef<{ filters: string; data: T } | null>(null);
  if (data) last.current = { filters, data };
  return last.current?.filters === filters ? last.current.data : null;
}
