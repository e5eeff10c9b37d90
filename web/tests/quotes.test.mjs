import assert from "node:assert/strict";
import test from "node:test";
import { voiceAt } from "../src/compare/marks.ts";
import { Offsets } from "../src/offsets.ts";
import { twinOf } from "../src/place.ts";
import { narrowed } from "../src/quotes/narrowed.ts";
import { howInWords, percentOf, queryOfSaid } from "../src/quotes/wording.ts";

test("shares are rounded as the program rounds them", () => {
  assert.equal(percentOf(1, 3), "33%");
  assert.equal(percentOf(2, 3), "67%");
  assert.equal(percentOf(1, 1000), "<1%");
  assert.equal(percentOf(0, 10), "0%");
  assert.equal(percentOf(0, 0), "–");
});

const said = {
  article_id: "x",
  side: "North",
  outlet: "Post",
  kind: "direct",
  stance: "deny",
  words: 1,
  source: "he",
  source_kind: "unknown",
  within: null,
  begin: 3,
  end: 30,
  content: [
    [3, 9],
    [20, 30],
  ],
};

test("how something is said, in words", () => {
  assert.equal(howInWords(said), "direct, deny, 1 word; source “he”");
  const leak = { ...said, words: 2, source_kind: "common_knowledge", within: "Ila Tarn" };
  assert.equal(
    howInWords(leak),
    "direct, deny, 2 words; source “he” (common knowledge); within the words of Ila Tarn",
  );
  assert.match(howInWords({ ...said, source: "" }), /no source in the text$/);
});

test("a link leads to the first piece of what is said", () => {
  assert.equal(queryOfSaid(said).toString(), "article=x&at=x%3A3-9");
});

test("the page's twin asks for the same", () => {
  const twin = (words) => twinOf({ page: "quotes", query: new URLSearchParams(words) });
  assert.equal(twin(""), "/api/v1/quotes");
  assert.equal(twin("side=North&open=abc&rows=400"), "/api/v1/quotes?side=North&speaker=abc");
});

const share = (words, attributed) => ({
  articles: 1,
  words,
  author: words - attributed,
  attributed,
  attributions: 1,
  direct: attributed,
  indirect: 0,
  mixed: 0,
  unnamed: 0,
  sources: { named: attributed },
});
const quotes = {
  outlets: [
    { side: "North", outlet: "Mail", ...share(10, 5) },
    { side: "North", outlet: "Post", ...share(20, 7) },
    { side: "South", outlet: "Radio", ...share(30, 9) },
  ],
  sides: [
    { side: "North", ...share(30, 12) },
    { side: "South", ...share(30, 9) },
  ],
  all: share(60, 21),
  total: 2,
  speakers: [
    {
      id: "1",
      name: "Aren",
      names: ["Aren"],
      named: true,
      words: 12,
      attributions: 3,
      stances: { say: 2, deny: 1 },
      quoted_in: [
        { side: "South", outlet: "Radio", attributions: 2, words: 9 },
        { side: "North", outlet: "Post", attributions: 1, words: 3 },
      ],
      said: [said, { ...said, side: "South", stance: "say" }],
    },
    {
      id: "2",
      name: "Orm",
      names: ["Orm"],
      named: true,
      words: 5,
      attributions: 1,
      stances: { say: 1 },
      quoted_in: [{ side: "North", outlet: "Mail", attributions: 1, words: 5 }],
      said: [{ ...said, stance: "say" }],
    },
  ],
};

test("a report narrows its quotes to a side as the program does", () => {
  const north = narrowed(quotes, "North", "");
  assert.deepEqual(
    north.outlets.map(({ outlet }) => outlet),
    ["Mail", "Post"],
  );
  assert.equal(north.all.words, 30);
  assert.equal(north.all.sources.named, 12);
  assert.deepEqual(
    north.speakers.map(({ name, words }) => [name, words]),
    [
      ["Orm", 5],
      ["Aren", 3],
    ],
  );
  assert.deepEqual(north.speakers[1].stances, { deny: 1 });
  const south = narrowed(quotes, "South", "");
  assert.equal(south.speakers.length, 1);
  assert.deepEqual(south.speakers[0].stances, {}, "not all that is said is carried");
  assert.equal(narrowed(quotes, null, "2").speakers[0].name, "Orm");
  assert.equal(narrowed(quotes, null, "").total, 2);
});

test("the voice at some words is the innermost attribution's, as it is written", () => {
  const text = "Ðe head said Orm says it fell. It rained.";
  const offsets = new Offsets(text);
  const bytes = (words) => {
    const begin = Buffer.byteLength(text.slice(0, text.indexOf(words)));
    return [begin, begin + Buffer.byteLength(words)];
  };
  const read = {
    id: "x",
    article: { text },
    entities: [{ id: "e0", name: "Aren", type: "person", mentions: [] }],
    attributions: [
      { id: "a0", source: [bytes("Ðe head")], content: [bytes("Orm says it fell")], speaker: "e0" },
      { id: "a1", source: [bytes("Orm")], content: [bytes("it fell")], speaker: null },
    ],
  };
  const at = (words) => {
    const [begin, end] = bytes(words);
    return voiceAt(read, offsets, { begin, end });
  };
  assert.equal(at("fell"), "quoting Orm");
  assert.equal(at("says"), "quoting Ðe head (Aren)");
  assert.equal(at("rained"), "author");
});
