import { kept } from "../kept";
import { Sentence, VoiceAndPlace } from "../listings/sentence";
import { idOf } from "../listings/excerpt";
import { Turn } from "../opening_row";
import type { FigureGroup, ListedFigure } from "../records";
import { factsInWords, groupInWords, groupsOf, valueInWords } from "./wording";

interface FigureTableProps {
  figures: ListedFigure[];
  groups: FigureGroup[];
  open: string | null;
}

/** Numbers below what they count, from the lowest. */
export function FigureTable({ figures, groups, open }: FigureTableProps) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Figures by what is counted">
      <table class="figures">
        <caption class="unseen">
          Numbers by what they count, each with its sentence and voice
        </caption>
        <thead>
          <tr>
            <th scope="col">Number</th>
            <th scope="col">Sentence</th>
            <th scope="col">Whose words</th>
          </tr>
        </thead>
        {groupsOf(figures).map((ofGroup) => (
          <Group key={groupInWords(ofGroup[0]!)} figures={ofGroup} groups={groups} open={open} />
        ))}
      </table>
    </div>
  );
}

function Group({ figures, groups, open }: FigureTableProps) {
  const [first] = figures;
  if (!first) return null;
  const facts = groups.find(
    ({ counted, unit }) => counted === first.counted && unit === first.unit,
  );
  return (
    <tbody>
      <tr class="group-row">
        <th scope="rowgroup" colSpan={3}>
          <bdi>{groupInWords(first)}</bdi> {facts && <small>{factsInWords(facts)}</small>}
        </th>
      </tr>
      {figures.map((figure) => (
        <Row key={idOf(figure)} figure={figure} isOpen={idOf(figure) === open} />
      ))}
    </tbody>
  );
}

const around = { before: 50, after: 90 };

const Row = kept(({ figure, isOpen }: { figure: ListedFigure; isOpen: boolean }) => {
  const id = idOf(figure);
  return (
    <tr class={isOpen ? "row is-open" : "row"} data-of={id}>
      <th scope="row">
        <Turn id={id} words={valueInWords(figure)} isOpen={isOpen} />
      </th>
      <td class={figure.speaker === null ? undefined : "quoted"} id={`of-${id}`}>
        <Sentence items={[figure]} isOpen={isOpen} around={around} />
        {isOpen && <Facts figure={figure} />}
      </td>
      <td>
        <VoiceAndPlace listed={figure} withPath />
      </td>
    </tr>
  );
});

/** The words that say of what the number is, and of which time. */
function Facts({ figure: { text, of, scope } }: { figure: ListedFigure }) {
  return (
    <p class="count">
      As written “<bdi>{text}</bdi>”
      {of && (
        <>
          , of “<bdi>{of}</bdi>”
        </>
      )}
      {scope && (
        <>
          , in time “<bdi>{scope}</bdi>”
        </>
      )}
    </p>
  );
}
