import { CommandWords } from "./command_words";

/** What is said in place of a page that is still on its way, or did not come. */
export function Loading() {
  return (
    <p class="empty" role="status">
      Reading …
    </p>
  );
}

export function Trouble({ problem, again }: { problem: string; again: () => void }) {
  return (
    <div class="trouble" role="alert">
      <p>
        <CommandWords words={problem} />
      </p>
      <button type="button" onClick={again}>
        Try again
      </button>
    </div>
  );
}
