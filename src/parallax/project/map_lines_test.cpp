#include "parallax/project/map_lines.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdio>
#include <memory>
#include <random>

namespace parallax {
namespace {

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

struct Mapped {
  std::string out;
  std::vector<std::size_t> bad_lines;
  std::size_t bad = 0;
};

Mapped map_all(const std::string& input, std::size_t jobs) {
  const std::unique_ptr<std::FILE, Closer> file(std::tmpfile());
  REQUIRE(std::fwrite(input.data(), 1, input.size(), file.get()) == input.size());
  REQUIRE(std::fseek(file.get(), 0, SEEK_SET) == 0);
  const ArticleReader reader(DataFiles::built_in());
  Mapped mapped;
  const MapEnds ends = {
      .input = fileno(file.get()),
      .write = [&](std::string_view bytes) -> Result<void> {
        mapped.out += bytes;
        return {};
      },
      .problem = [&](std::size_t line, std::string_view) { mapped.bad_lines.push_back(line); },
      .stop = [] { return false; }};
  mapped.bad = map_lines(reader, {{"sentences"}, jobs}, ends).value();
  return mapped;
}

TEST_CASE("lines out stand in the order of the lines in, whatever the number of threads") {
  std::string input;
  for (int i = 0; i < 500; ++i) {
    input += i % 50 == 7 ? "nonsense\n"
                         : "{\"id\": \"" + std::to_string(i) + "\", \"text\": \"" +
                               std::string(static_cast<std::size_t>(i), 'x') + ".\"}\n";
  }
  const Mapped one = map_all(input, 1);
  const Mapped many = map_all(input, 5);
  CHECK(one.out == many.out);
  CHECK(one.bad_lines == many.bad_lines);
  CHECK(one.bad == 10);
  CHECK(one.bad_lines.front() == 8);
  CHECK(one.out.starts_with("{\"id\":\"0\""));
}

TEST_CASE("any line gives lines or problems, never a crash") {
  std::mt19937 random(3);
  const std::string seed =
      R"({"id": "1", "text": "Ten people died in Orrin.", "title": null, "url": "x"})";
  const ArticleReader reader(DataFiles::built_in());
  for (int i = 0; i < 400; ++i) {
    std::string line = seed;
    line[random() % line.size()] = static_cast<char>(random());
    line.resize(random() % 4 == 0 ? random() % line.size() : line.size());
    const MappedLine mapped = map_line(line, reader, {});
    CHECK(mapped.out.empty() != mapped.problems.empty());
  }
  const std::string deep(200000, '[');
  CHECK(map_line(deep, reader, {}).problems.size() == 1);
}

}  // namespace
}  // namespace parallax
