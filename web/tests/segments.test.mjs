import assert from "node:assert/strict";
import test from "node:test";
import { linesOf, splitByMarks } from "../src/segments.ts";

const text = "one two three\n\nfour five";
const shown = (marks, pieces = [{ begin: 0, end: text.length }]) =>
  splitByMarks(pieces, marks).map((segments) =>
    segments.map((one) => [
      text.slice(one.begin, one.end),
      one.marks.map(({ name }) => name).join(),
    ]),
  );

test("text without marks stays whole", () => {
  assert.deepEqual(shown([]), [[[text, ""]]]);
});

test("marks may nest", () => {
  const marks = [
    { begin: 4, end: 7, name: "in" },
    { begin: 0, end: 13, name: "out" },
  ];
  assert.deepEqual(shown(marks, [{ begin: 0, end: 13 }]), [
    [
      ["one ", "out"],
      ["two", "out,in"],
      [" three", "out"],
    ],
  ]);
});

test("marks may overlap", () => {
  const marks = [
    { begin: 0, end: 7, name: "a" },
    { begin: 4, end: 13, name: "b" },
  ];
  assert.deepEqual(shown(marks, [{ begin: 0, end: 13 }]), [
    [
      ["one ", "a"],
      ["two", "a,b"],
      [" three", "b"],
    ],
  ]);
});

test("a mark goes on in the next line", () => {
  const marks = [{ begin: 8, end: 19, name: "a" }];
  assert.deepEqual(shown(marks, linesOf(text, [])), [
    [
      ["one two ", ""],
      ["three", "a"],
    ],
    [
      ["four", "a"],
      [" five", ""],
    ],
  ]);
});

test("equal marks, empty marks and marks past the end", () => {
  const marks = [
    { begin: 0, end: 3, name: "a" },
    { begin: 0, end: 3, name: "b" },
    { begin: 5, end: 5, name: "empty" },
    { begin: 20, end: 900, name: "long" },
  ];
  assert.deepEqual(shown(marks), [
    [
      ["one", "a,b"],
      [text.slice(3, 20), ""],
      [text.slice(20), "long"],
    ],
  ]);
});

test("a mark starts once, even where it began outside of every piece", () => {
  const marks = [
    { begin: 0, end: 19, name: "a" },
    { begin: 8, end: 13, name: "b" },
  ];
  const pieces = [
    { begin: 4, end: 13 },
    { begin: 15, end: 24 },
  ];
  const starting = splitByMarks(pieces, marks).map((segments) =>
    segments.map((one) => [...one.starting].map(({ name }) => name).join()),
  );
  assert.deepEqual(starting, [
    ["a", "b"],
    ["", ""],
  ]);
});

test("segments cover each piece whatever the marks", () => {
  const number = (seed) => Math.floor(Math.abs(Math.sin(seed) * 1e4)) % 60;
  const marks = Array.from({ length: 200 }, (_, i) => {
    const begin = number(i + 1);
    return { begin, end: begin + (number(i + 500) % 17), name: i };
  });
  const pieces = [
    { begin: 3, end: 20 },
    { begin: 20, end: 21 },
    { begin: 30, end: 64 },
  ];
  const split = splitByMarks(pieces, marks);
  pieces.forEach((piece, index) => {
    let at = piece.begin;
    for (const segment of split[index]) {
      assert.equal(segment.begin, at);
      assert.ok(segment.end > segment.begin);
      const expected = marks.filter(
        (m) => m.begin <= segment.begin && m.end >= segment.end && m.begin < m.end,
      );
      assert.deepEqual(new Set(segment.marks), new Set(expected));
      at = segment.end;
    }
    assert.equal(at, piece.end);
  });
});

test("lines without words are left out", () => {
  assert.deepEqual(linesOf("a\n\n \nb", []), [
    { begin: 0, end: 1, role: "body" },
    { begin: 5, end: 6, role: "body" },
  ]);
});

test("a line is whole where blocks end in it, and has the role of the first", () => {
  const blocks = [
    { begin: 0, end: 2, role: "title" },
    { begin: 2, end: 4, role: "body" },
    { begin: 4, end: 5, role: "body" },
    { begin: 5, end: 8, role: "quote" },
  ];
  const lines = linesOf("T\nit\u2019s\nx", blocks).map(({ begin, end, role }) => [
    begin,
    end,
    role,
  ]);
  assert.deepEqual(lines, [
    [0, 1, "title"],
    [2, 6, "body"],
    [7, 8, "quote"],
  ]);
});
