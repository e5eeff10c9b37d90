#include "parallax/collect/decode.h"

#include <doctest/doctest.h>

using namespace parallax;

namespace {

std::string decoded(std::string_view bytes) {
  const auto page = decode(bytes);
  return page ? page->text.text() : "error: " + page.error().message;
}

}  // namespace

TEST_CASE("line ends and odd spaces become plain ones") {
  CHECK(decoded("a\r\nb\rc\n") == "a\nb\nc\n");
  CHECK(decoded("a\r\r\n\n") == "a\n\n\n");
  CHECK(decoded("8\u00A0May\u202F2031\u3000x") == "8 May 2031 x");
  CHECK(decoded("one\u2028two\u0085") == "one\ntwo\n");
}

TEST_CASE("invisible characters go, joiners that mean something stay") {
  CHECK(decoded("Sar\u00ADnov\u200B \uFEFFtown") == "Sarnov town");
  CHECK(decoded("man\u200Dage") == "manage");
  CHECK(decoded("👩\u200D🌾") == "👩\u200D🌾");
  CHECK(decoded("می\u200Cخواهم") == "می\u200Cخواهم");
}

TEST_CASE("a converted piece keeps the size of its source") {
  const auto page = decode("a\r\nb");
  REQUIRE(page);
  CHECK(page->text.source_of(2) == 3);
  CHECK(page->text.pieces().size() == 3);
}

TEST_CASE("CR LF is one line end in UTF-16 too") {
  const std::string bytes(
      "\xFF\xFE"
      "a\0\r\0\n\0b\0",
      10);
  CHECK(decoded(bytes) == "a\nb");
}

TEST_CASE("what is no text says so in one sentence") {
  CHECK(decoded("%PDF-1.7 ...").contains("a PDF file"));
  CHECK(decoded(std::string("PK\x03\x04", 4)).contains("ZIP"));
  CHECK(decoded(std::string(200, '\x01')).contains("binary"));
  CHECK(decoded(std::string("a\0b", 3)) == "a\uFFFDb");
}

TEST_CASE("decoding is linear") {
  std::string bytes;
  for (int i = 0; i < 200000; ++i) {
    bytes += "\xE9\r\n\xA0";
  }
  const auto page = decode("<meta charset=windows-1252>" + bytes);
  REQUIRE(page);
  CHECK(page->text.source_size() == bytes.size() + 27);
}
