import { Fragment } from "preact";
import { Opened, Turn } from "../opening_row";
import type { Speaker } from "../records";
import { SaidList } from "./said_list";
import { otherNames, stancesInWords } from "./wording";

interface SpeakerTableProps {
  speakers: Speaker[];
  head: string;
  side: string | null;
  open: string | null;
}

/** Who is quoted, a row each; a row opens to show what is said. */
export function SpeakerTable({ speakers, head, side, open }: SpeakerTableProps) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={`${head}s, by words`}>
      <table class="speakers">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" class="n">
              Words
            </th>
            <th scope="col" class="n">
              Spans
            </th>
            <th scope="col">Stances</th>
            <th scope="col">Quoted in</th>
          </tr>
        </thead>
        <tbody>
          {speakers.map((speaker) => (
            <Fragment key={speaker.id}>
              <Row speaker={speaker} isOpen={speaker.id === open} />
              {speaker.id === open && (
                <Opened id={speaker.id} columns={5}>
                  <SaidList speaker={speaker} side={side} />
                </Opened>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ speaker, isOpen }: { speaker: Speaker; isOpen: boolean }) {
  const others = otherNames(speaker);
  return (
    <tr class={isOpen ? "row is-open" : "row"} data-of={speaker.id}>
      <th scope="row">
        <Turn id={speaker.id} words={speaker.name} isOpen={isOpen} />
        {others.length > 0 && (
          <small class="kind">
            also as <bdi>{others.join(", ")}</bdi>
          </small>
        )}
      </th>
      <td class="n" data-head="Words">
        {speaker.words.toLocaleString("en")}
      </td>
      <td class="n" data-head="Spans">
        {speaker.attributions.toLocaleString("en")}
      </td>
      <td data-head="Stances">{stancesInWords(speaker)}</td>
      <td data-head="Quoted in">
        {speaker.quoted_in.map(({ side, outlet, attributions }, index) => (
          <span key={`${side} ${outlet}`}>
            {index > 0 && ", "}
            <bdi>{outlet}</bdi>
            {side !== outlet && (
              <span class="side">
                {" "}
                (<bdi>{side}</bdi>)
              </span>
            )}{" "}
            {attributions}
          </span>
        ))}
      </td>
    </tr>
  );
}
