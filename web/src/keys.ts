import { signal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";

// Single keys. They can be switched off, since speech input types them by accident.

type Action = () => void;
const actions = new Map<string, Action[]>();
const stored = "parallax-keys";

export const keysAreOn = signal(readStored());

function readStored(): boolean {
  try {
    return window.localStorage.getItem(stored) !== "off";
  } catch {
    return true; // a file's page may have no storage
  }
}

export function switchKeys(on: boolean): void {
  keysAreOn.value = on;
  try {
    window.localStorage.setItem(stored, on ? "on" : "off");
  } catch {
    // it then holds for this page only
  }
}

/** While the component is shown, these keys do these things: from the moment on that it is seen, before the next key can come. */
export function useKeys(bound: Record<string, Action>): void {
  useLayoutEffect(() => {
    const entries = Object.entries(bound);
    for (const [key, action] of entries) actions.set(key, [...(actions.get(key) ?? []), action]);
    return () => {
      for (const [key, action] of entries) {
        actions.set(
          key,
          (actions.get(key) ?? []).filter((other) => other !== action),
        );
      }
    };
  });
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.matches("input:not([type=checkbox]), select, textarea") || target.isContentEditable);

export function startKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (isTyping(event.target) && event.key !== "Escape") return;
    if (!keysAreOn.peek() && event.key !== "Escape") return;
    const action = actions.get(event.key)?.slice(-1)[0];
    if (!action) return;
    event.preventDefault();
    action();
  });
}

/** The next (1) or the one before (-1) of the rows of this page. */
export function moveRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>("#app [data-row]")].filter(
    (row) => row.getClientRects().length > 0,
  );
  if (rows.length === 0) return;
  const at = rows.findIndex((row) => row === document.activeElement || isAbove(row));
  const from = at < 0 ? (step > 0 ? -1 : rows.length) : at;
  const row = rows[Math.min(rows.length - 1, Math.max(0, from + step))];
  row?.focus();
  row?.scrollIntoView({ block: "nearest" });
}

/** Inside an opened row the row itself counts as where we are. */
const isAbove = (row: HTMLElement): boolean =>
  document.activeElement?.closest("[data-of]")?.getAttribute("data-of") ===
  row.getAttribute("data-row");
