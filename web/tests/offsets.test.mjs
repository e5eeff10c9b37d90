import assert from "node:assert/strict";
import test from "node:test";
import { Offsets } from "../src/offsets.ts";

/** The words of a range given in bytes, as the API gives it. */
function wordsAt(text, words) {
  const begin = Buffer.byteLength(text.slice(0, text.indexOf(words)));
  const range = new Offsets(text).range({ begin, end: begin + Buffer.byteLength(words) });
  return text.slice(range.begin, range.end);
}

const texts = {
  plain: ["On 6 May 14 people died.", "14 people"],
  emoji: ["🕊️👩‍👩‍👧 In Veldra 🎉 14 people died 🕯.", "14 people"],
  "a whole emoji": ["Before 👩‍👩‍👧 after.", "👩‍👩‍👧"],
  Armenian: ["Վելդրայում զոհվել է 14 մարդ, ասաց քաղաքապետը։", "14 մարդ"],
  Arabic: ["قال العمدة إن ١٤ شخصا ماتوا في فيلدرا", "١٤ شخصا"],
  "combining marks": [
    "De\u0301lvar and Ve\u0301ldra: 14 people, e\u0301\u0302\u0303.",
    "14 people",
  ],
  "a combining mark alone": ["e\u0301\u0302 x", "\u0302"],
};

for (const [name, [text, words]] of Object.entries(texts)) {
  test(`finds the words by their bytes: ${name}`, () => assert.equal(wordsAt(text, words), words));
}

test("agrees with the encoder at every character", () => {
  const text = Object.values(texts)
    .map(([one]) => one)
    .join("\n");
  const offsets = new Offsets(text);
  let index = 0;
  for (const character of text) {
    assert.equal(offsets.at(Buffer.byteLength(text.slice(0, index))), index);
    index += character.length;
  }
});

test("a byte inside a character counts as its beginning", () => {
  const offsets = new Offsets("a🎉b");
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5, 6].map((byte) => offsets.at(byte)),
    [0, 1, 1, 1, 1, 3, 4],
  );
});

test("what lies outside counts as the nearest end", () => {
  for (const text of ["", "abc", "é🎉"]) {
    const offsets = new Offsets(text);
    assert.equal(offsets.at(-5), 0);
    assert.equal(offsets.at(1e9), text.length);
  }
});

test("a lone surrogate takes three bytes, as its replacement does", () => {
  const offsets = new Offsets("\ud800x");
  assert.equal(offsets.at(3), 1);
  assert.equal(offsets.at(4), 2);
});
