import { byName, counted } from "../questions";
import { daysInWords, weekdayOf, type DayRow, type Told, type YearOfDays } from "./days";
import { ToldPart } from "./told";

interface LanesProps {
  years: YearOfDays[];
  sides: string[];
  open: string | null;
}

/** More lanes than these are too narrow beside each other. */
const mostColumns = 6;

/**
 * Days below each other, sides beside each other: where a row has several cells filled, several
 * sides speak of the same day.
 */
export function Lanes({ years, sides, open }: LanesProps) {
  const columns = sides.length <= mostColumns ? sides : null;
  return (
    <div class="scroll lanes" tabIndex={0} role="region" aria-label="Events by day and side">
      <table class="matrix timeline">
        <caption class="unseen">Days, and what each side’s articles tell of them</caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            {columns ? (
              columns.map((side) => (
                <th scope="col" key={side}>
                  <bdi>{side}</bdi>
                </th>
              ))
            ) : (
              <th scope="col">{counted(sides.length, "side")}</th>
            )}
          </tr>
        </thead>
        {years.map(({ year, rows }) => (
          <tbody key={year}>
            <tr class="group-row">
              <th scope="rowgroup" colSpan={(columns?.length ?? 1) + 1}>
                <span>{year}</span>
              </th>
            </tr>
            {rows.map((row) => (
              <Row key={row.key} row={row} columns={columns} open={open} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface RowProps {
  row: DayRow;
  /** sides; null: there are too many */
  columns: string[] | null;
  open: string | null;
}

function Row({ row, columns, open }: RowProps) {
  const { earliest, latest, lanes } = row;
  const weekday = weekdayOf(earliest, latest);
  return (
    <tr class={lanes.size > 1 ? "day shared" : "day"}>
      <th scope="row">
        <span>{daysInWords(earliest, latest)}</span>
        {weekday && <small>{weekday}</small>}
        {lanes.size > 1 && <small class="shared-by">{counted(lanes.size, "side")}</small>}
      </th>
      {!columns && (
        <td>
          <PackedLanes lanes={lanes} open={open} />
        </td>
      )}
      {columns?.map((side) => {
        const lane = lanes.get(side) ?? [];
        return (
          <td key={side} data-side={side} class={lane.length === 0 ? "blank" : undefined}>
            <Lane lane={lane} open={open} />
          </td>
        );
      })}
    </tr>
  );
}

const isOpen = ({ events }: Told, open: string | null): boolean =>
  open !== null &&
  events.some(({ article_id, begin, end }) => open === `${article_id}:${begin}-${end}`);

const Lane = ({ lane, open }: { lane: Told[]; open: string | null }) => (
  <>
    {lane.map((told) => (
      <ToldPart key={told.id} told={told} isOpen={isOpen(told, open)} />
    ))}
  </>
);

interface PackedProps {
  lanes: Map<string, Told[]>;
  open: string | null;
}

/** Lanes without days beside them, or too many for columns: each below the name of its side. */
export function PackedLanes({ lanes, open }: PackedProps) {
  const sides = [...lanes.keys()].sort(byName);
  return (
    <div class="packed">
      {sides.map((side) => (
        <section key={side} aria-label={side}>
          <h3>
            <bdi>{side}</bdi>
          </h3>
          <Lane lane={lanes.get(side) ?? []} open={open} />
        </section>
      ))}
    </div>
  );
}
