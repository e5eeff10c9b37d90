import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { keysAreOn, switchKeys } from "./keys";

export const keysHelpIsOpen = signal(false);

const keys: [string, string][] = [
  ["/", "filter by title, name or words"],
  ["j  k", "next row, row before"],
  ["Enter", "open or close the row"],
  ["Escape", "close"],
  ["n  p", "in Compare: next dispute, dispute before"],
  ["?", "these keys"],
];

export function KeysHelp() {
  const dialog = useRef<HTMLDialogElement>(null);
  const open = keysHelpIsOpen.value;
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      class="keys"
      aria-labelledby="keys-title"
      onClose={() => (keysHelpIsOpen.value = false)}
    >
      <h2 id="keys-title">Keys</h2>
      <dl>
        {keys.map(([key, words]) => (
          <div key={key}>
            <dt>
              {key.split("  ").map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <label class="switch">
        <input
          type="checkbox"
          checked={keysAreOn.value}
          onChange={(event) => switchKeys(event.currentTarget.checked)}
        />{" "}
        Single keys are on
      </label>
      <button type="button" autofocus onClick={() => (keysHelpIsOpen.value = false)}>
        Close
      </button>
    </dialog>
  );
}
