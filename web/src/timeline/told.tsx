import { kept } from "../kept";
import { Sentence, VoiceAndPlace } from "../listings/sentence";
import { Turn } from "../opening_row";
import { actsOf, type Act } from "./acts";
import type { Told } from "./days";

/** Lanes are narrow. */
const around = { before: 30, after: 60 };

/** What one voice tells in one sentence; opens to the whole sentence. */
export const ToldPart = kept(({ told, isOpen }: { told: Told; isOpen: boolean }) => {
  const { id, events } = told;
  const [first] = events;
  return (
    <figure class={first.speaker === null ? "told claim" : "told claim quoted"} data-of={id}>
      <Turn id={id} words={<Acts acts={actsOf(events)} />} isOpen={isOpen} />
      <div id={`of-${id}`}>
        <Sentence items={events} isOpen={isOpen} around={around} />
      </div>
      <figcaption>
        <VoiceAndPlace listed={{ ...first, side: "" }} withPath={isOpen} />
      </figcaption>
    </figure>
  );
});

function Acts({ acts }: { acts: Act[] }) {
  return (
    <>
      {acts.map(({ actor, predicates, target, notes }, place) => (
        <span class="act" key={place}>
          {actor && (
            <>
              <bdi>{actor}</bdi> <Arrow />{" "}
            </>
          )}
          <b>
            <bdi>{predicates.join(", ")}</bdi>
          </b>
          {target && (
            <>
              {" "}
              <Arrow /> <bdi>{target}</bdi>
            </>
          )}
          {notes.length > 0 && (
            <span class="act-notes">
              {" "}
              (<bdi>{notes.join(", ")}</bdi>)
            </span>
          )}
        </span>
      ))}
    </>
  );
}

const Arrow = () => <span class="arrow">→</span>;
