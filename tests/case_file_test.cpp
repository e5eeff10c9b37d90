#include "case_file.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace parallax::cases;

namespace {

constexpr std::string_view kFile = R"(What this file shows.

==== an empty result
%published 2031-05-14
Nothing is said.

And nothing more.
----

==== two lines
Aren spoke.
----
first
  second
)";

}  // namespace

TEST_CASE("a case file is read and written back as it was") {
  const std::filesystem::path path =
      std::filesystem::temp_directory_path() / "parallax_case_file_test.case";
  std::ofstream(path) << kFile;
  const auto file = read_case_file(path);
  REQUIRE(file);
  REQUIRE(file->cases.size() == 2);
  const Case& first = file->cases[0];
  CHECK(first.name == "an empty result");
  CHECK(setting(first, "published") == "2031-05-14");
  CHECK(setting(first, "language").empty());
  CHECK(join_lines(first.input) == "Nothing is said.\n\nAnd nothing more.");
  CHECK(first.expected.empty());
  CHECK(file->cases[1].line == 10);
  CHECK(file->cases[1].expected_line == 13);
  CHECK(file->cases[1].expected == std::vector<std::string>{"first", "  second"});

  REQUIRE(write_case_file(path, *file));
  std::stringstream written;
  written << std::ifstream(path).rdbuf();
  CHECK(written.str() == kFile);
  std::filesystem::remove(path);
}

TEST_CASE("a difference shows the lines that are missing and those that are new") {
  CHECK(difference({"a", "b", "c"}, {"a", "x", "c", "d"}) == "    a\n  - b\n  + x\n    c\n  + d\n");
  CHECK(difference({}, {}).empty());
}
