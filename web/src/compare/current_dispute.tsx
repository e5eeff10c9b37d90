import { counted, scopeInWords } from "../questions";
import type { Question } from "../records";

interface CurrentDisputeProps {
  disputes: Question[];
  current: Question | null;
  step: (by: number) => void;
}

/** The dispute that the columns are brought to, and the way to the next. */
export function CurrentDispute({ disputes, current, step }: CurrentDisputeProps) {
  const at = current ? disputes.indexOf(current) : -1;
  return (
    <div class="current-dispute">
      <div class="steps">
        <button type="button" onClick={() => step(-1)} disabled={disputes.length === 0}>
          <span aria-hidden="true">←</span> Before
        </button>
        <button type="button" onClick={() => step(1)} disabled={disputes.length === 0}>
          Next <span aria-hidden="true">→</span>
        </button>
      </div>
      <div class="asked" role="status">
        {current ? (
          <>
            <h2>
              <bdi>{current.title}</bdi>
            </h2>
            <p class="kind">
              <span>{at < 0 ? current.type : `${at + 1} of ${disputes.length}`}</span>{" "}
              <span>{scopeInWords(current.scope)}</span>{" "}
              {current.why[0] && (
                <span>
                  <bdi>{current.why.slice(0, 2).join("; ")}</bdi>
                </span>
              )}
            </p>
          </>
        ) : (
          <p class="kind">
            {disputes.length === 0
              ? "No dispute touches these articles."
              : `${counted(disputes.length, "dispute")} ${disputes.length === 1 ? "touches" : "touch"} these articles.`}
          </p>
        )}
      </div>
    </div>
  );
}
