import assert from "node:assert/strict";
import test from "node:test";
import * as questions from "../src/questions.ts";

const claim = (article, side, speaker, answer, begin = 0) => ({
  article: `${article}.txt`,
  article_id: article,
  begin,
  end: begin + 2,
  text: "14",
  answer,
  voice: { outlet: `Outlet ${article}`, side, speaker },
});
const position = (answer, ...claims) => ({ answer, claims });
const question = (...positions) => ({
  id: "q",
  title: "t",
  positions,
  silent: ["Outlet s"],
  why: [],
});
const dead = question(
  position("14 / 15", claim("a", "North", null, "14"), claim("b", "West", "Ila Tarn", "15")),
  position("31", claim("c", "South", null, "31"), claim("a", "North", "the mayor", "31", 9)),
);

test("a cell shows its own side's answers, not the position's joined ones", () => {
  const answers = questions
    .answersOf(dead, "North")
    .map(({ position, answer }) => [position, answer]);
  assert.deepEqual(answers, [
    [0, "14"],
    [1, "31"],
  ]);
  assert.deepEqual(questions.answersOf(dead, "East"), []);
});

test("voices in words", () => {
  const words = (author, ...speakers) => questions.voicesInWords({ author, speakers });
  assert.equal(words(true), "author");
  assert.equal(words(false, "A"), "quoting A");
  assert.equal(words(true, "A", "B", "C"), "author; quoting A, B and 1 other");
  assert.equal(words(false, "A", "B", "C", "D"), "quoting A, B and 2 others");
});

test("counts are grammatical", () => {
  assert.equal(questions.counted(1, "dispute"), "1 dispute");
  assert.equal(questions.counted(0, "dispute"), "0 disputes");
  assert.equal(questions.counted(1200, "dispute"), "1,200 disputes");
});

test("beside a claim stand the articles that answer otherwise", () => {
  const [first] = dead.positions[0].claims;
  assert.deepEqual(questions.articlesBeside(dead, first), ["a", "c"]);
  const inner = question(
    position("1", claim("a", "N", null, "1")),
    position("2", claim("a", "N", "X", "2")),
  );
  assert.deepEqual(questions.articlesBeside(inner, inner.positions[0].claims[0]), ["a"]);
});

test("silence is a side's when its outlet is silent, by its own name if it has no side", () => {
  const project = { outlets: [{ name: "Outlet s", side: "East" }], sides: [] };
  assert.equal(questions.isSilent(project, dead, "East"), true);
  assert.equal(questions.isSilent(project, dead, "Outlet s"), false);
  assert.equal(questions.isSilent({ outlets: [], sides: [] }, dead, "Outlet s"), true);
});

test("sides stand by name; of many only those that answer", () => {
  const few = { sides: ["South", "East"] };
  assert.deepEqual(questions.sidesShown(few, [dead]), ["East", "North", "South", "West"]);
  const many = { sides: Array.from({ length: 30 }, (_, i) => `Side ${i}`) };
  assert.deepEqual(questions.sidesShown(many, [dead]), ["North", "South", "West"]);
});

test("no sides are set when every outlet stands for itself", () => {
  const outlet = (name, side) => ({ name, side, articles: 1 });
  assert.equal(questions.hasNoSides({ outlets: [outlet("A", "A"), outlet("B", null)] }), true);
  assert.equal(questions.hasNoSides({ outlets: [outlet("A", "A"), outlet("B", "North")] }), false);
});

test("letters go on after Z", () => {
  assert.deepEqual([0, 25, 26].map(questions.letterOf), ["A", "Z", "27"]);
});
