#include "parallax/collect/json_record.h"

#include <doctest/doctest.h>

using namespace parallax;

TEST_CASE("a record has text, metadata and an id") {
  const auto record = read_json_record(
      R"({"id": 7, "outlet": "Sarn Mail", "text": "The \"bridge\"\nfell. \u0259 \ud83d\ude00"})");
  REQUIRE(record);
  CHECK(record->id == "7");
  CHECK(record->given.outlet == "Sarn Mail");
  CHECK(record->content == JsonRecord::Content::text);
  CHECK(record->page.text() == "The \"bridge\"\nfell. ə 😀");
}

TEST_CASE("the text of a record maps to the bytes of its line") {
  const std::string line =
      R"({"meta": {"text": "no", "l": [1, "}", {"a": "]"}]}, "text" : "a\tb\u00e9c", "x": null})";
  const auto record = read_json_record(line);
  REQUIRE(record);
  CHECK(record->page.text() == "a\tbéc");
  CHECK(record->page.source_size() == line.size());
  for (const char c : {'a', 'b', 'c'}) {
    const auto at = static_cast<std::uint32_t>(record->page.text().find(c));
    CHECK(line[record->page.source_of(at)] == c);
  }
  const auto tab = static_cast<std::uint32_t>(record->page.text().find('\t'));
  CHECK(line.substr(record->page.source_of(tab), 2) == "\\t");
}

TEST_CASE("a lone surrogate is no character") {
  const auto record = read_json_record(R"({"html": "x\\ \/ y"})");
  REQUIRE(record);
  CHECK(record->content == JsonRecord::Content::html);
  CHECK(record->page.text() == "x\\ / y");
}

TEST_CASE("what is no record says so") {
  for (const char* line : {"", "[]", "{", "{\"text\": \"a}", "nonsense", "{\"text\": \"\\x\"}"}) {
    CAPTURE(line);
    const auto record = read_json_record(line);
    REQUIRE_FALSE(record);
    CHECK(record.error().message.contains("no JSON record"));
  }
  const auto empty = read_json_record("{}");
  REQUIRE(empty);
  CHECK(empty->content == JsonRecord::Content::none);
}

TEST_CASE("deep nesting is an error, not a crash") {
  CHECK_FALSE(read_json_record("{\"a\":" + std::string(200000, '[')));
}
