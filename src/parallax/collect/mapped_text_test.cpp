#include "parallax/collect/mapped_text.h"

#include <doctest/doctest.h>

using namespace parallax;

TEST_CASE("a mapped text knows where each byte came from") {
  MappedText text;
  text.append_converted("", 3);  // a byte order mark
  text.append_identical("ab");
  text.append_identical("c");
  text.append_converted("é", 1);
  text.append_identical("d");
  CHECK(text.text() == "abcéd");
  CHECK(text.source_size() == 8);
  CHECK(text.pieces().size() == 4);
  CHECK(text.source_of(0) == 3);
  CHECK(text.source_of(2) == 5);
  CHECK(text.source_of(3) == 6);
  CHECK(text.source_of(4) == 6);  // inside the converted piece: its begin
  CHECK(text.source_of(5) == 7);
  CHECK(text.source_of(6) == 8);
}
