import { getQuotes } from "../api";
import { useLoaded } from "../loaded";
import { counted } from "../questions";
import type { Said, Speaker } from "../records";
import { hrefTo } from "../router";
import { Loading, Trouble } from "../state_lines";
import { howInWords, queryOfSaid } from "./wording";

/** What a speaker is said to have said, one attribution after another. */
export function SaidList({ speaker, side }: { speaker: Speaker; side: string | null }) {
  const { data, problem, again } = useLoaded(`said ${side ?? ""} ${speaker.id}`, () =>
    getQuotes(side, { speaker: speaker.id }),
  );
  const said = data?.speakers.find(({ id }) => id === speaker.id)?.said ?? [];
  const missing = speaker.attributions - said.length;
  return (
    <article class="question said" aria-label={`What ${speaker.name} is said to have said`}>
      {problem && <Trouble problem={problem} again={again} />}
      {!data && !problem && <Loading />}
      {said.map((one) => (
        <SaidPart key={`${one.article_id} ${one.begin} ${one.words}`} said={one} />
      ))}
      {data && missing > 0 && <p class="count">{counted(missing, "more")} not shown here.</p>}
    </article>
  );
}

function SaidPart({ said }: { said: Said }) {
  return (
    <figure class="claim quoted">
      <blockquote dir="auto">
        <p>
          {said.text}
          {said.cut && " …"}
        </p>
      </blockquote>
      <figcaption>
        <b>
          <bdi>{said.outlet}</bdi>
        </b>
        {said.side !== said.outlet && (
          <span class="side">
            {" · "}
            <bdi>{said.side}</bdi>
          </span>
        )}
        <span class="answer">
          <bdi>{howInWords(said)}</bdi>
        </span>
        <span class="place">
          <a data-in href={hrefTo("compare", queryOfSaid(said))}>
            in the text
          </a>{" "}
          <code>
            <bdi>{said.article}</bdi>
          </code>
        </span>
      </figcaption>
    </figure>
  );
}
