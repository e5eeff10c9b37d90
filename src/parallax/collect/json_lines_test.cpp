#include "parallax/collect/json_lines.h"

#include <doctest/doctest.h>

#include <vector>

using namespace parallax;

namespace {

std::vector<LongLine> lines_of(const std::string& bytes, std::uint64_t most) {
  MemorySource in(bytes, 7);
  std::vector<LongLine> lines;
  for_each_line(in, most, [&](LongLine&& line) {
    lines.push_back(std::move(line));
    return true;
  });
  return lines;
}

}  // namespace

TEST_CASE("lines come with their number and place; empty ones are passed over") {
  const auto lines = lines_of("ab\n\ncd\nef", 100);
  REQUIRE(lines.size() == 3);
  CHECK(lines[1].bytes == "cd");
  CHECK(lines[1].number == 3);
  CHECK(lines[1].offset == 4);
  CHECK(lines[2].bytes == "ef");
}

TEST_CASE("a line that is too long is named and forgotten") {
  const std::string bytes = "a\n" + std::string(1 << 20, 'x') + "\nb\n";
  const auto lines = lines_of(bytes, 1000);
  REQUIRE(lines.size() == 3);
  CHECK(lines[1].too_long);
  CHECK(lines[1].bytes.empty());
  CHECK(lines[2].bytes == "b");
  CHECK(lines[2].offset == bytes.size() - 2);
}

TEST_CASE("the receiver may stop") {
  MemorySource in("a\nb\nc\n");
  int seen = 0;
  for_each_line(in, 10, [&](LongLine&&) { return ++seen < 2; });
  CHECK(seen == 2);
}
