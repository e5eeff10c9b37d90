import assert from "node:assert/strict";
import test from "node:test";
import { factsInWords, groupInWords, groupsOf, valueInWords } from "../src/figures/wording.ts";
import { excerptOf, holds, idOf, queryOfListed, rangesIn } from "../src/listings/excerpt.ts";
import { figuresQuery, formatGroup, twinOf } from "../src/place.ts";
import { actsOf } from "../src/timeline/acts.ts";
import { daysInWords, lanesOf, weekdayOf, yearsOf } from "../src/timeline/days.ts";

const event = (side, begin, earliest = null, latest = earliest, more = {}) => ({
  article_id: side,
  outlet: `${side} Post`,
  side,
  speaker: null,
  begin,
  end: begin + 2,
  sentence: "It burned, he said.",
  sentence_begin: 0,
  earliest,
  latest,
  predicate: "burn",
  actor: null,
  target: null,
  place: null,
  polarity: "positive",
  modality: "asserted",
  ...more,
});

test("days in words", () => {
  const words = {
    "2031-05-04/2031-05-04": "4 May 2031",
    "2031-05-01/2031-05-31": "in May 2031",
    "2024-02-01/2024-02-29": "in February 2024",
    "2024-02-01/2024-02-28": "1 to 28 February 2024",
    "2009-01-01/2009-12-31": "in 2009",
    "1988-01-01/1990-12-31": "1988 to 1990",
    "1991-04-01/1991-08-31": "April to August 1991",
    "1991-11-01/1992-02-29": "November 1991 to February 1992",
    "2031-05-04/2031-05-06": "4 to 6 May 2031",
    "2031-04-30/2031-05-06": "30 April to 6 May 2031",
    "2031-12-30/2032-01-02": "30 December 2031 to 2 January 2032",
    "0044-03-15/0044-03-15": "15 March 44",
  };
  for (const [days, expected] of Object.entries(words)) {
    assert.equal(daysInWords(...days.split("/")), expected);
  }
  assert.equal(daysInWords("2020-12-12", null), "from 12 December 2020");
  assert.equal(daysInWords(null, "2020-12-12"), "until 12 December 2020");
  assert.equal(daysInWords(null, null), "no day known");
});

test("only a single day of our calendar has a weekday", () => {
  assert.equal(weekdayOf("2031-05-04", "2031-05-04"), "Sunday");
  assert.equal(weekdayOf("2031-05-04", "2031-05-05"), null);
  assert.equal(weekdayOf("1066-10-14", "1066-10-14"), null);
  assert.equal(weekdayOf(null, null), null);
});

test("events of the same days share a row, a lane a side, in years", () => {
  const years = yearsOf([
    event("North", 3, null, "2008-01-01"),
    event("North", 3, "2009-01-01", "2009-12-31"),
    event("North", 3, "2009-10-09"),
    event("South", 3, "2009-10-09"),
    event("North", 3, "2031-05-04"),
  ]);
  assert.deepEqual(
    years.map(({ year, rows }) => [year, rows.map(({ lanes }) => [...lanes.keys()].join())]),
    [
      ["Beginning not known", ["North"]],
      ["2009", ["North", "North,South"]],
      ["2031", ["North"]],
    ],
  );
  assert.deepEqual(yearsOf([]), []);
});

test("what one voice tells in one sentence is told once", () => {
  const events = [event("N", 3), event("N", 9), event("N", 9, null, null, { speaker: "Aren" })];
  const lane = lanesOf([...events, event("N", 90, null, null, { sentence_begin: 80 })]).get("N");
  assert.deepEqual(
    lane.map((told) => [told.id, told.events.length]),
    [
      ["N:3-5", 2],
      ["N:9-11", 1],
      ["N:90-92", 1],
    ],
  );
});

test("who does what to whom", () => {
  const told = { actor: "guards", target: "Orrin", place: "Orrin" };
  const acts = actsOf([
    event("N", 1, null, null, { ...told, predicate: "attack" }),
    event("N", 1, null, null, { ...told, predicate: "attack" }),
    event("N", 3, null, null, { place: "Orrin", polarity: "negative", modality: "future" }),
    event("N", 5, null, null, {
      place: "Orrin",
      polarity: "negative",
      modality: "future",
      predicate: "fall",
    }),
    event("N", 7, null, null, { predicate: "Operation Tide", target: "Operation Tide" }),
  ]);
  assert.deepEqual(acts, [
    { actor: "guards", predicates: ["attack"], target: "Orrin", notes: [] },
    {
      actor: null,
      predicates: ["burn", "fall"],
      target: null,
      notes: ["in Orrin", "denied", "future"],
    },
    { actor: null, predicates: ["Operation Tide"], target: null, notes: [] },
  ]);
});

test("an item's words are found in its sentence, by bytes", () => {
  const item = {
    ...event("N", 0),
    sentence: "Dəlvar burned.",
    sentence_begin: 100,
    begin: 108,
    end: 114,
  };
  const [range] = rangesIn([item]);
  assert.equal(item.sentence.slice(range.begin, range.end), "burned");
  assert.equal(idOf(item), "N:108-114");
  assert.equal(queryOfListed(item).toString(), "article=N&at=N%3A108-114");
  assert.deepEqual(rangesIn([]), []);
});

test("an excerpt is cut between words", () => {
  const numbers = Array.from({ length: 99 }, (_, i) => String(i + 100)).join(" "); // one in 4 characters
  const around = (marks, before, after) => {
    const { begin, end } = excerptOf(numbers, marks, { before, after });
    return numbers.slice(begin, end);
  };
  const mark = (number) => ({ begin: 4 * (number - 100), end: 4 * (number - 100) + 3 });
  assert.equal(around([mark(140)], 4, 3), "139 140 141");
  assert.equal(around([mark(140), mark(142)], 4, 3), "139 140 141 142 143");
  assert.equal(around([mark(140), mark(180)], 4, 3), "139 140 141", "the last is far away");
  assert.equal(around([mark(140)], 1000, 1000), numbers);
  assert.ok(around([mark(104)], 4, 3).startsWith("100 101"), "a few characters stay");
  assert.ok(around([mark(194)], 4, 3).endsWith("197 198"));
  assert.equal(around([], 4, 3), "100");
  const unbroken = "x".repeat(100);
  const { begin, end } = excerptOf(unbroken, [{ begin: 50, end: 51 }], { before: 5, after: 5 });
  assert.equal(end - begin, 100);
});

test("words are looked for in sentence, voice and names", () => {
  const item = event("North", 3, null, null, { speaker: "Ila Tarn" });
  for (const words of ["", "burned", "ila", "north", "dam"]) assert.ok(holds(item, ["Dam"], words));
  assert.ok(!holds(item, [null], "dam"));
});

const figure = (low, high, more = {}) => ({
  ...event("N", 1),
  low,
  high,
  approximate: false,
  counted: "dead",
  unit: "",
  ...more,
});

test("numbers in words", () => {
  assert.equal(valueInWords(figure(26, 26)), "26");
  assert.equal(valueInWords(figure(1000, 2500.5)), "1,000 to 2,500.5");
  assert.equal(valueInWords(figure(300, 300, { approximate: true })), "about 300");
  assert.equal(valueInWords(figure(100, null)), "at least 100");
  assert.equal(valueInWords(figure(null, 80)), "at most 80");
  assert.equal(valueInWords(figure(null, null)), "an unknown number");
});

test("what is counted, in words", () => {
  assert.equal(groupInWords({ counted: "public_buildings", unit: "" }), "public buildings");
  assert.equal(groupInWords({ counted: "truce", unit: "day" }), "truce (day)");
  assert.equal(groupInWords({ counted: "", unit: "day" }), "day");
  assert.equal(groupInWords({ counted: "", unit: "" }), "things counted");
  const facts = { figures: 2, sides: 1, least: 10, most: 2300 };
  assert.equal(factsInWords(facts), "2 figures by 1 side, from 10 to 2,300");
  assert.equal(factsInWords({ ...facts, most: 10 }), "2 figures by 1 side, all 10");
  assert.equal(factsInWords({ ...facts, figures: 1 }), "1 figure by 1 side");
  assert.equal(factsInWords({ ...facts, least: null, most: null }), "2 figures by 1 side");
});

test("figures of one class and unit are a group", () => {
  const figures = [figure(1, 1), figure(2, 2), figure(3, 3, { unit: "day" }), figure(4, 4)];
  assert.deepEqual(
    groupsOf(figures).map((group) => group.length),
    [2, 1, 1],
  );
});

test("a group survives its URL, whatever it lacks", () => {
  for (const group of [
    { counted: "dead", unit: "" },
    { counted: "", unit: "day" },
    { counted: "", unit: "" },
    { counted: "truce", unit: "day" },
    { counted: "a,b", unit: "" },
  ]) {
    const asked = figuresQuery(new URLSearchParams({ group: formatGroup(group) }));
    assert.deepEqual({ counted: asked.get("counted"), unit: asked.get("unit") }, group);
  }
  assert.equal(formatGroup({ counted: "dead", unit: "" }), "dead");
});

test("the twins ask for the same", () => {
  const twin = (page, words) => twinOf({ page, query: new URLSearchParams(words) });
  assert.equal(twin("timeline", ""), "/api/v1/timeline");
  assert.equal(
    twin("timeline", "open=x&days=shared&side=A%26B&rows=400&year=988"),
    "/api/v1/timeline?side=A%26B&days=shared&from=0988-01-01&until=0988-12-31",
  );
  assert.equal(twin("timeline", "year=many"), "/api/v1/timeline");
  assert.equal(twin("figures", "rows=400"), "/api/v1/figures");
  assert.equal(
    twin("figures", "group=dead&outlet=Post"),
    "/api/v1/figures?outlet=Post&counted=dead&unit=",
  );
});
