import { counted as countedWords } from "../questions";
import type { FigureGroup, ListedFigure } from "../records";

const number = (value: number): string => value.toLocaleString("en", { maximumFractionDigits: 6 });

/** "26", "20 to 30", "about 300", "at least 100", "at most 80". */
export function valueInWords({ low, high, approximate }: ListedFigure): string {
  const about = approximate ? "about " : "";
  if (low !== null && high !== null) {
    return about + (low === high ? number(low) : `${number(low)} to ${number(high)}`);
  }
  if (low !== null) return `at least ${number(low)}`;
  return high !== null ? `at most ${number(high)}` : "an unknown number";
}

/** "dead", "truce (day)", "day", "things counted". */
export function groupInWords({ counted, unit }: { counted: string; unit: string }): string {
  const name = counted.replace(/_/g, " ");
  if (!unit) return name || "things counted";
  return name ? `${name} (${unit})` : unit;
}

/** "17 figures by 4 sides, from 10 to 2,300". */
export function factsInWords({ figures, sides, least, most }: FigureGroup): string {
  const many = `${countedWords(figures, "figure")} by ${countedWords(sides, "side")}`;
  if (least === null || most === null || figures === 1) return many;
  return least === most
    ? `${many}, all ${number(least)}`
    : `${many}, from ${number(least)} to ${number(most)}`;
}

/** Runs of one counted class and unit. */
export function groupsOf(figures: ListedFigure[]): ListedFigure[][] {
  const groups: ListedFigure[][] = [];
  for (const figure of figures) {
    const last = groups[groups.length - 1];
    const [first] = last ?? [];
    if (first && first.counted === figure.counted && first.unit === figure.unit) last?.push(figure);
    else groups.push([figure]);
  }
  return groups;
}
