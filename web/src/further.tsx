import { change } from "./router";

interface FurtherProps {
  /** "200 questions" */
  shown: string;
  left: number;
  total: number;
  /** as many are then loaded */
  rows: number;
}

/** Below a list of which only the first rows are loaded. */
export function Further({ shown, left, total, rows }: FurtherProps) {
  if (left <= 0) return null;
  return (
    <p class="further">
      {shown} of {total.toLocaleString("en")} shown.{" "}
      <button type="button" onClick={() => change({ rows: String(rows) }, { replace: true })}>
        Show more
      </button>
    </p>
  );
}
