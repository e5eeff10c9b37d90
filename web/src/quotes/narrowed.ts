import type { OutletShare, Quotes, SideShare, Speaker, VoiceShare } from "../records";

/** What the program answers to `side` and `speaker`, worked out of all quotes: for the report. */
export function narrowed(quotes: Quotes, side: string | null, speaker: string): Quotes {
  const speakers = quotes.speakers
    .map((one) => (side ? ofSide(one, side) : one))
    .filter(({ id, attributions }) => attributions > 0 && (!speaker || id === speaker));
  if (!side) return { ...quotes, speakers, total: speaker ? speakers.length : quotes.total };
  const keep = <T extends SideShare>(all: T[]): T[] => all.filter((one) => one.side === side);
  return {
    outlets: keep(quotes.outlets),
    sides: keep(quotes.sides),
    all: sum(keep(quotes.outlets)),
    total: speakers.length,
    speakers: speakers.sort((a, b) => b.words - a.words || (a.name < b.name ? -1 : 1)),
  };
}

function ofSide(speaker: Speaker, side: string): Speaker {
  const quoted_in = speaker.quoted_in.filter((place) => place.side === side);
  const count = (of: "words" | "attributions"): number =>
    quoted_in.reduce((total, place) => total + place[of], 0);
  const said = (speaker.said ?? []).filter((one) => one.side === side);
  const attributions = count("attributions");
  const stances: Record<string, number> = {};
  // A report may not carry all that is said: then the stances of a part are not known.
  if (said.length === attributions) {
    for (const { stance } of said) stances[stance] = (stances[stance] ?? 0) + 1;
  }
  return { ...speaker, quoted_in, said, stances, attributions, words: count("words") };
}

const counts = [
  "articles",
  "words",
  "author",
  "attributed",
  "attributions",
  "direct",
  "indirect",
  "mixed",
  "unnamed",
] as const;

function sum(outlets: OutletShare[]): VoiceShare {
  const all = { sources: {} } as VoiceShare;
  for (const name of counts) all[name] = outlets.reduce((total, one) => total + one[name], 0);
  for (const { sources } of outlets) {
    for (const [kind, words] of Object.entries(sources)) {
      all.sources[kind] = (all.sources[kind] ?? 0) + words;
    }
  }
  return all;
}
