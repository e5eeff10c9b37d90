#include "parallax/text/data_files.h"

#include <doctest/doctest.h>

using namespace parallax;

TEST_CASE(
    "rows of a table: comments and blank lines left out, cells trimmed, missing cells empty") {
  const auto rows = tsv_rows("# a comment\nword\tclass \n\n two words\t\tlast");
  REQUIRE(rows.size() == 2);
  CHECK(cell(rows[0], 1) == "class");
  CHECK(cell(rows[1], 0) == "two words");
  CHECK(cell(rows[1], 1).empty());
  CHECK(cell(rows[1], 2) == "last");
  CHECK(cell(rows[1], 9).empty());
}

TEST_CASE("another byte in any file is another version") {
  DataFiles data = DataFiles::built_in();
  const std::string before = data.version();
  CHECK_FALSE(data.file("lang/en/months.tsv").empty());
  data.put("names/pile.tsv", "state\tNO\tNorland\t");
  CHECK(data.version() != before);
}

TEST_CASE("a copy shares what is compiled in, and keeps its own") {
  DataFiles data = DataFiles::built_in("names/");
  data.put("names/pile.tsv", "state\tNO\tNorland\t");
  const DataFiles copy = data;
  CHECK(copy.file("names/states.tsv").data() == data.file("names/states.tsv").data());
  data.put("names/pile.tsv", "state\tSO\tSouthland\t");
  data.put("names/states.tsv", "");
  CHECK(copy.file("names/pile.tsv") == "state\tNO\tNorland\t");
  CHECK_FALSE(copy.file("names/states.tsv").empty());
}
