import { Fragment } from "preact";
import type { OutletShare, Quotes, VoiceShare } from "../records";
import { percentOf } from "./wording";

const heads = [
  "Side, outlet",
  "Words",
  "Author’s",
  "Attributed",
  "Share",
  "Spans",
  "Quoted",
  "Unnamed",
  "Anonymous",
];

/** Whose words fill the page, by side and outlet: counts, and a bar for the eye. */
export function ShareTable({ quotes }: { quotes: Quotes }) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Share of voice">
      <table class="shares">
        <caption>
          Words by side and outlet. In the bar: quoted, then told without quotation marks, then the
          author’s own
        </caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {quotes.sides.map((side) => (
            <Fragment key={side.side}>
              <Row kind="of-side" name={side.side} share={side} />
              {outletsOf(quotes, side.side).map((outlet) => (
                <Row
                  key={`${side.side} ${outlet.outlet}`}
                  kind="of-outlet"
                  name={outlet.outlet}
                  share={outlet}
                />
              ))}
            </Fragment>
          ))}
          <Row kind="of-all" name="All" share={quotes.all} />
        </tbody>
      </table>
    </div>
  );
}

/** None where the side is one outlet that stands for itself. */
function outletsOf(quotes: Quotes, side: string): OutletShare[] {
  const outlets = quotes.outlets.filter((outlet) => outlet.side === side);
  return outlets.length === 1 && outlets[0]?.outlet === side ? [] : outlets;
}

interface RowProps {
  kind: string;
  name: string;
  share: VoiceShare;
}

function Row({ kind, name, share }: RowProps) {
  const quoted = share.direct + share.mixed;
  return (
    <tr class={kind}>
      <th scope="row">
        <bdi>{name}</bdi>
      </th>
      <Count of={share.words} />
      <Count of={share.author} />
      <Count of={share.attributed} />
      <td class="bar-cell">
        <Bar words={share.words} attributed={share.attributed} quoted={quoted} />
        <span>{percentOf(share.attributed, share.words)}</span>
      </td>
      <Count of={share.attributions} />
      <Count of={quoted} />
      <Count of={share.unnamed} />
      <Count of={share.sources["anonymous"] ?? 0} />
    </tr>
  );
}

const Count = ({ of }: { of: number }) => <td class="n">{of.toLocaleString("en")}</td>;

interface BarProps {
  words: number;
  attributed: number;
  quoted: number;
}

/** The cells beside it say the same in numbers. */
function Bar({ words, attributed, quoted }: BarProps) {
  const steps = (part: number): number => (words === 0 ? 0 : Math.round((100 * part) / words));
  return (
    <svg class="voice-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect class="b-author" width="100" height="10" />
      <rect class="b-retold" width={steps(attributed)} height="10" />
      <rect class="b-quoted" width={steps(quoted)} height="10" />
    </svg>
  );
}
