import { keysHelpIsOpen } from "./keys_help";
import { change } from "./router";

/** What Escape does on a page of rows that open, with a filter by words. */
export function closeRow(open: string | null, words: HTMLInputElement | null): void {
  if (keysHelpIsOpen.value) {
    keysHelpIsOpen.value = false;
  } else if (document.activeElement === words) {
    words?.blur();
  } else if (open) {
    document.querySelector<HTMLElement>(`[data-row="${CSS.escape(open)}"]`)?.focus();
    change({ open: null }, { replace: true });
  }
}
