#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "parallax/core/names_of_values.h"
#include "parallax/present/sample_copies.h"
#include "parallax/present/sample_pile.h"
#include "parallax/present/sample_quotes.h"

/// Every field that is written has its place in docs/formats.md.
namespace parallax {
namespace {

using nlohmann::json;

std::string documentation() {
  std::ifstream in(PARALLAX_SOURCE_DIR "/docs/formats.md", std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

/// The member names of a value and of everything in it, but not what stands under `key`, whose
/// names depend on the question.
std::set<std::string> field_names(const json& value) {
  std::set<std::string> names;
  std::vector<const json*> open = {&value};
  while (!open.empty()) {
    const json* const next = open.back();
    open.pop_back();
    for (const auto& [name, member] : next->items()) {
      if (next->is_object()) {
        names.insert(name);
      }
      if (name != "key" && member.is_structured()) {
        open.push_back(&member);
      }
    }
  }
  return names;
}

void check_all_named(const std::set<std::string>& names) {
  const std::string pages = documentation();
  REQUIRE_FALSE(pages.empty());
  for (const std::string& name : names) {
    INFO("field: " << name);
    CHECK(pages.find("`" + name + "`") != std::string::npos);
  }
}

}  // namespace

TEST_CASE("formats: every field of a map line is documented") {
  const SamplePile pile = sample_pile();
  Analysis analysis;
  analysis.tokens.resize(1);
  analysis.timexes.resize(1);
  analysis.figures.resize(1);
  analysis.entities.resize(1);
  analysis.entities[0].mentions.resize(1);
  analysis.glosses.resize(1);
  analysis.attributions.resize(1);
  analysis.events.resize(1);
  analysis.labels.resize(1);
  analysis.sourcing.resize(1);
  analysis.notes.resize(1);
  const std::set<std::string> names =
      field_names(json::parse(analysis_as_json_line(pile.articles[0], analysis, {})));
  CHECK(names.size() > 50);
  check_all_named(names);
}

TEST_CASE("formats: every field of a question is documented, whatever its type") {
  SamplePile pile = sample_pile();
  const Question question = pile.questions[0];
  for (const QuestionType type :
       {QuestionType::date, QuestionType::perpetrator, QuestionType::name,
        QuestionType::characterisation, QuestionType::denial, QuestionType::motive}) {
    pile.questions.push_back(question);
    pile.questions.back().type = type;
  }
  const std::set<std::string> names = field_names(json::parse(questions_as_json(pile.presented())));
  CHECK(names.size() > 30);
  check_all_named(names);
}

TEST_CASE("formats: every field of the quotes is documented") {
  const std::set<std::string> names = field_names(json::parse(quotes_as_json(sample_quotes(), {})));
  CHECK(names.size() > 40);
  check_all_named(names);
}

TEST_CASE("formats: every field of the copies is documented") {
  const SamplePile pile = sample_pile();
  const std::string text = copies_as_json(sample_copies(pile), pile.articles);
  const std::set<std::string> names = field_names(json::parse(text));
  CHECK(names.size() > 25);
  check_all_named(names);
}

TEST_CASE("formats: every kind of copy is documented") {
  const std::string pages = documentation();
  for (int kind = 0; kind <= static_cast<int>(CopyKind::quoting); ++kind) {
    const std::string name(to_string(static_cast<CopyKind>(kind)));
    INFO("kind: " << name);
    CHECK(pages.find("`" + name + "`: ") != std::string::npos);
  }
}

TEST_CASE("formats: quotes as they are asked for, all or cut") {
  const json whole = json::parse(quotes_as_json(sample_quotes(), {}));
  CHECK(whole["all"]["words"] == 110);
  CHECK(whole["sides"].size() == 2);
  CHECK(whole["outlets"][0]["sources"]["anonymous"] == 5);
  CHECK(whole["speakers"][0]["stances"] == json{{"deny", 1}});
  CHECK(whole["speakers"][1]["said"][0]["within"] == "Ila Tarn");
  CHECK(whole["speakers"][1]["said"][0]["cut"] == true);
  const json part = json::parse(quotes_as_json(sample_quotes(), {.speakers = 1, .said = 0}));
  CHECK(part["total"] == 2);
  REQUIRE(part["speakers"].size() == 1);
  CHECK_FALSE(part["speakers"][0].contains("said"));
}

TEST_CASE("formats: every column of the CSV is documented") {
  const std::string pages = documentation();
  const std::string header = questions_as_csv({});
  for (std::size_t begin = 0; begin < header.size();) {
    const std::size_t end = header.find_first_of(",\r", begin);
    const std::string column = header.substr(begin, end - begin);
    INFO("column: " << column);
    CHECK(pages.find(column) != std::string::npos);
    begin = header[end] == ',' ? end + 1 : header.size();
  }
}

}  // namespace parallax
