#include <doctest/doctest.h>

#include "parallax/read/pieces.h"
#include "parallax/read/sample_reading.h"

namespace parallax {
namespace {

/// The amount at the start of `text`, which it must take whole.
std::optional<Amount> whole_amount(const std::string& text) {
  const NumberWords numbers = NumberWords::load(DataFiles::built_in(), "en");
  const SampleReading sample(text);
  std::vector<Piece> pieces;
  split_pieces(sample.reading, 0, numbers, pieces);
  auto amount = read_amount(sample.reading.lower, pieces, 0, numbers);
  return amount && amount->end == pieces.size() ? amount : std::nullopt;
}

double value(const std::string& text) {
  const auto amount = whole_amount(text);
  REQUIRE_MESSAGE(amount, text);
  CHECK(amount->low == amount->high);
  return amount->low;
}

TEST_CASE("numbers in digits, with separators and multipliers") {
  CHECK(value("52,000") == 52000);
  CHECK(value("1 200") == 1200);
  CHECK(value("1\u00A0200\u00A0000") == 1200000);
  CHECK(value("1.5 million") == 1500000);
  CHECK(value("2 1/2") == 2.5);
  CHECK_FALSE(number_value("1,20"));
  CHECK_FALSE(number_value("15:03"));
  CHECK_FALSE(number_value("2.0.1"));
  CHECK_FALSE(whole_amount("1931 100"));
}

TEST_CASE("numbers in words") {
  CHECK(value("twenty-six") == 26);
  CHECK(value("two hundred and fifty thousand") == 250000);
  CHECK(value("a hundred and fifty") == 150);
  CHECK(value("two dozen") == 24);
  CHECK(value("half a million") == 500000);
  CHECK(value("two and a half") == 2.5);
  CHECK(value("one and a half million") == 1500000);
  CHECK(value("three-quarters") == doctest::Approx(0.75));
  CHECK_FALSE(whole_amount("second"));
  CHECK_FALSE(whole_amount("a"));
}

TEST_CASE("a vague word carries its usual interval") {
  const auto dozens = whole_amount("several dozen");
  REQUIRE(dozens);
  CHECK(dozens->vague);
  CHECK(dozens->low == 24);
  CHECK(dozens->high == 99);
  const auto thousands = whole_amount("hundreds of thousands");
  REQUIRE(thousands);
  CHECK(thousands->low == 200000);
}

TEST_CASE("pieces cut words at hyphens and between digits and letters") {
  const NumberWords numbers = NumberWords::load(DataFiles::built_in(), "en");
  const SampleReading sample("mid-1931 90km T-72 U+2013 15\u201320");
  std::vector<Piece> pieces;
  split_pieces(sample.reading, 0, numbers, pieces);
  std::string joined;
  for (const Piece& piece : pieces) {
    joined += sample.reading.text(piece.span);
    joined += '|';
  }
  CHECK(joined == "mid|-|1931|90|km|T|-|72|U|+|2013|15|\u2013|20|");
}

}  // namespace
}  // namespace parallax
