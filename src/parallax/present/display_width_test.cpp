#include "parallax/present/display_width.h"

#include <doctest/doctest.h>

namespace parallax {
namespace {

std::string wrap(std::string_view text, Wrapping wrapping) {
  std::string out;
  append_wrapped(out, text, wrapping);
  return out;
}

}  // namespace

TEST_CASE("width: wide characters take two columns, combining and format characters none") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("") == 0);
  CHECK(display_width("猫の名") == 6);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("a\u200Bb\u00ADc") == 3);
  CHECK(display_width("🐈") == 2);
  CHECK(display_width("Ծիլ") == 3);
  CHECK(display_width("\x1B[1mbold\x1B[0m") == 4);
}

TEST_CASE("wrapping: at spaces, with an indent for the first line and one for the rest") {
  CHECK(wrap("one two three", {.columns = 9, .first = 1, .rest = 3, .label = {}}) ==
        " one two\n   three\n");
  CHECK(wrap("  one   two ", {.columns = 80, .first = 0, .rest = 0, .label = {}}) == "one two\n");
  CHECK(wrap("one two", {.columns = 8, .first = 0, .rest = 4, .label = "1.  "}) ==
        "1.  one\n    two\n");
  CHECK(wrap("", {}) == "\n");
}

TEST_CASE("wrapping: a word wider than the line is broken, never before a combining character") {
  CHECK(wrap("abcdefgh", {.columns = 4, .first = 0, .rest = 1, .label = {}}) == "abcd\n efg\n h\n");
  CHECK(wrap("猫猫猫", {.columns = 5, .first = 0, .rest = 0, .label = {}}) == "猫猫\n猫\n");
  CHECK(wrap("abe\u0301d", {.columns = 3, .first = 0, .rest = 0, .label = {}}) == "abe\u0301\nd\n");
  CHECK(wrap("猫", {.columns = 1, .first = 0, .rest = 0, .label = {}}) == "猫\n");
}

}  // namespace parallax
