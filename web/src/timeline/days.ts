import { idOf } from "../listings/excerpt";
import type { ListedEvent } from "../records";

/** Events of one sentence in one voice. */
export interface Told {
  id: string;
  events: [ListedEvent, ...ListedEvent[]];
}

/** Events of the same days, a lane a side. */
export interface DayRow {
  key: string;
  earliest: string | null;
  latest: string | null;
  lanes: Map<string, Told[]>;
}

export interface YearOfDays {
  /** "2031"; of days whose first is open, `openBeginning` */
  year: string;
  rows: DayRow[];
}

const isSameSentence = (a: ListedEvent, b: ListedEvent): boolean =>
  a.article_id === b.article_id && a.sentence_begin === b.sentence_begin && a.speaker === b.speaker;

/** A lane for each side that tells of something; events in the order given. */
export function lanesOf(events: ListedEvent[]): Map<string, Told[]> {
  const lanes = new Map<string, Told[]>();
  for (const event of events) {
    const lane = lanes.get(event.side) ?? [];
    const last = lane[lane.length - 1];
    if (last && isSameSentence(last.events[0], event)) last.events.push(event);
    else lane.push({ id: idOf(event), events: [event] });
    lanes.set(event.side, lane);
  }
  return lanes;
}

const openBeginning = "Beginning not known";

/** Runs of events of the same days, in runs of the year in which they begin. */
export function yearsOf(dated: ListedEvent[]): YearOfDays[] {
  const years: YearOfDays[] = [];
  for (let from = 0; from < dated.length;) {
    const [first] = dated.slice(from, from + 1);
    if (!first) break;
    const { earliest, latest } = first;
    let to = from + 1;
    while (dated[to]?.earliest === earliest && dated[to]?.latest === latest) to += 1;
    const lanes = lanesOf(dated.slice(from, to));
    const row = { key: `${earliest}/${latest}`, earliest, latest, lanes };
    const year = earliest ? String(Number(earliest.slice(0, 4))) : openBeginning;
    const last = years[years.length - 1];
    if (last?.year === year) last.rows.push(row);
    else years.push({ year, rows: [row] });
    from = to;
  }
  return years;
}

interface CalendarDay {
  year: number;
  month: number;
  day: number;
}

const months =
  "January February March April May June July August September October November December".split(
    " ",
  );
const weekdays = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

const parse = (iso: string): CalendarDay => {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  return { year, month, day };
};

function dateOf({ year, month, day }: CalendarDay): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date;
}

const isLastOfMonth = ({ year, month, day }: CalendarDay): boolean =>
  dateOf({ year, month, day: day + 1 }).getUTCDate() === 1;

const monthName = ({ month }: CalendarDay): string => months[month - 1] ?? String(month);
const dayName = (one: CalendarDay): string => `${one.day} ${monthName(one)}`;
const fullName = (one: CalendarDay): string => `${dayName(one)} ${one.year}`;

/** "4 May 2031", "in May 2031", "4 to 6 May 2031", "April to August 1991", "from 12 May 2020". */
export function daysInWords(earliest: string | null, latest: string | null): string {
  if (!earliest || !latest) {
    if (earliest) return `from ${fullName(parse(earliest))}`;
    return latest ? `until ${fullName(parse(latest))}` : "no day known";
  }
  const [a, b] = [parse(earliest), parse(latest)];
  if (earliest === latest) return fullName(a);
  const ofWholeMonths = a.day === 1 && isLastOfMonth(b);
  if (ofWholeMonths && a.month === 1 && b.month === 12) {
    return a.year === b.year ? `in ${a.year}` : `${a.year} to ${b.year}`;
  }
  if (a.year !== b.year) {
    return ofWholeMonths
      ? `${monthName(a)} ${a.year} to ${monthName(b)} ${b.year}`
      : `${fullName(a)} to ${fullName(b)}`;
  }
  if (ofWholeMonths) {
    const month = `${monthName(b)} ${b.year}`;
    return a.month === b.month ? `in ${month}` : `${monthName(a)} to ${month}`;
  }
  return `${a.month === b.month ? a.day : dayName(a)} to ${fullName(b)}`;
}

/** Of a single day; calendars before the Gregorian one counted no such weekdays. */
export function weekdayOf(earliest: string | null, latest: string | null): string | null {
  if (!earliest || earliest !== latest) return null;
  const day = parse(earliest);
  return day.year < 1600 ? null : (weekdays[dateOf(day).getUTCDay()] ?? null);
}
