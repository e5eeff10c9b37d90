import { useSignal } from "@preact/signals";
import { Letter } from "../letter";
import { counted, queryOfClaim } from "../questions";
import type { Claim, Position, Question, Voice } from "../records";
import { hrefTo } from "../router";

/** More claims than these of one position are folded away. */
const claimsShown = 6;

/** The positions of a question, each claim with its sentence and its voice. */
export function QuestionDetail({ question }: { question: Question }) {
  return (
    <article class="question" aria-label={question.title}>
      <div class="positions">
        {question.positions.map((position, index) => (
          <PositionPart key={index} question={question} position={position} index={index} />
        ))}
      </div>
      <Reasons question={question} />
      {question.silent.length > 0 && (
        <p class="silent-outlets">
          <b>Silent:</b> <Names names={question.silent} />
        </p>
      )}
    </article>
  );
}

interface PositionProps {
  question: Question;
  position: Position;
  index: number;
}

function PositionPart({ question, position, index }: PositionProps) {
  const unfolded = useSignal(false);
  const { claims } = position;
  const shown = unfolded.value ? claims : claims.slice(0, claimsShown);
  const folded = claims.length - shown.length;
  return (
    <section class="position">
      <h4>
        <Letter position={index} /> <bdi>{position.answer}</bdi>
      </h4>
      <p class="count">
        {counted(claims.length, "claim")}
        {position.independent < position.articles &&
          ` in ${counted(position.articles, "article")}, ${position.independent} without copies`}
      </p>
      {shown.map((claim, place) => (
        <ClaimPart key={place} question={question} claim={claim} positionAnswer={position.answer} />
      ))}
      {folded > 0 && (
        <button type="button" class="plain more" onClick={() => (unfolded.value = true)}>
          show {counted(folded, "more claim")}
        </button>
      )}
    </section>
  );
}

interface ClaimProps {
  question: Question;
  claim: Claim;
  positionAnswer: string;
}

/** A solid rule beside the author's words, a dashed one beside words given to somebody else. */
function ClaimPart({ question, claim, positionAnswer }: ClaimProps) {
  const { voice } = claim;
  return (
    <figure class={voice.speaker === null ? "claim" : "claim quoted"}>
      <blockquote dir="auto">
        <p>
          {claim.before}
          <mark>{claim.text}</mark>
          {claim.after}
        </p>
      </blockquote>
      <figcaption>
        <span class="voice">
          <VoiceInWords voice={voice} />
        </span>
        {claim.answer && claim.answer !== positionAnswer && (
          <span class="answer">
            answers: <bdi>{claim.answer}</bdi>
          </span>
        )}
        <span class="place">
          <a data-in href={hrefTo("compare", queryOfClaim(question, claim))}>
            in the text
          </a>{" "}
          <code>
            <bdi>{claim.article}</bdi>
          </code>
        </span>
      </figcaption>
    </figure>
  );
}

export function VoiceInWords({ voice: { outlet, side, speaker } }: { voice: Voice }) {
  return (
    <>
      {speaker === null ? (
        <>
          <b>
            <bdi>{outlet}</bdi>
          </b>
          , author
        </>
      ) : (
        <>
          <b>
            <bdi>{speaker}</bdi>
          </b>{" "}
          in <bdi>{outlet}</bdi>
        </>
      )}
      {side && side !== outlet && (
        <span class="side">
          {" · "}
          <bdi>{side}</bdi>
        </span>
      )}
    </>
  );
}

const headings: Record<string, string> = {
  conflict: "Why the answers are in conflict",
  compatible: "Why the answers are compatible",
  same: "Why the answers are the same",
  undecidable: "Why this cannot be decided",
};

export function Reasons({ question }: { question: Question }) {
  if (question.why.length === 0) return null;
  return (
    <div class="reasons">
      <h4>{headings[question.verdict] ?? "Why"}</h4>
      <ul class="why">
        {question.why.map((reason, place) => (
          <li key={place}>
            <bdi>{reason}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function Names({ names }: { names: string[] }) {
  return (
    <>
      {names.map((name, index) => (
        <span key={name}>
          {index > 0 && ", "}
          <bdi>{name}</bdi>
        </span>
      ))}
    </>
  );
}
