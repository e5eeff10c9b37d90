#include "parallax/project/line_reader.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdio>
#include <memory>

namespace parallax {
namespace {

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

/// All lines of a file with these bytes; a line over the limit is "(long)".
std::vector<std::string> lines_of(const std::string& bytes, std::size_t limit) {
  const std::unique_ptr<std::FILE, Closer> file(std::tmpfile());
  REQUIRE(std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size());
  REQUIRE(std::fseek(file.get(), 0, SEEK_SET) == 0);
  LineReader reader(fileno(file.get()), limit);
  std::vector<std::string> lines;
  std::string line;
  for (auto read = reader.next(line); read != LineReader::Read::end; read = reader.next(line)) {
    lines.push_back(read == LineReader::Read::too_long ? "(long)" : line);
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST_CASE("lines end at a line feed or at the end") {
  CHECK(lines_of("", 10) == Lines{});
  CHECK(lines_of("a\n\nb", 10) == Lines{"a", "", "b"});
  CHECK(lines_of("a\n", 10) == Lines{"a"});
}

TEST_CASE("a line over the limit is passed over, and the next one is whole") {
  CHECK(lines_of("12345\n123456\n1\n", 5) == Lines{"12345", "(long)", "1"});
  const std::string huge(700000, 'x');
  CHECK(lines_of(huge + "\nb\n" + huge, 600000) == Lines{"(long)", "b", "(long)"});
  CHECK(lines_of(huge + "\nb\n", 800000) == Lines{huge, "b"});
}

TEST_CASE("a file that cannot be read is an error") {
  LineReader reader(-1, 10);
  std::string line;
  CHECK_FALSE(reader.next(line).has_value());
}

}  // namespace
}  // namespace parallax
