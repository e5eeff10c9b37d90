#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "parallax/present/sample_pile.h"

namespace parallax {
namespace {

using nlohmann::json;

json first_question(const SamplePile& pile) {
  return json::parse(questions_as_json(pile.presented())).at(0);
}

Value value_with_word(std::string word, Polarity polarity = Polarity::positive) {
  Value value;
  value.word = std::move(word);
  value.polarity = polarity;
  return value;
}

json value_of(QuestionType type, const Value& value) {
  SamplePile pile = sample_pile();
  pile.questions[0].type = type;
  pile.questions[0].positions[0].value = value;
  return first_question(pile).at("positions").at(0).at("value");
}

}  // namespace

TEST_CASE("json: every field of the contract") {
  const json question = first_question(sample_pile());
  CHECK(question.at("id") == "f1");
  CHECK(question.at("type") == "figure");
  CHECK(question.at("scope") == "cross_side");
  CHECK(question.at("verdict") == "conflict");
  CHECK(question.at("title") == "How many died in the fire at the mill");
  CHECK(question.at("key") == json{{"counted", "dead"}, {"place", "the mill"}});
  CHECK(question.at("why") == json{"26 and more than 100 cannot both be right"});
  CHECK(question.at("silent") == json{"The Third"});
  REQUIRE(question.at("positions").size() == 2);
  const json& claim = question.at("positions").at(0).at("claims").at(0);
  CHECK(claim.at("article") == "norvel-post.txt");
  CHECK(claim.at("begin") == 40);
  CHECK(claim.at("end") == 61);
  CHECK(claim.at("source_begin") == 50);
  CHECK(claim.at("source_end") == 71);
  CHECK(claim.at("text") == "26 people were killed");
  CHECK(claim.at("voice") ==
        json{{"outlet", "Norvel Post"}, {"side", "North"}, {"speaker", nullptr}});
  CHECK(question["positions"][1]["claims"][0]["voice"]["speaker"] == "Ila Tarn");
}

TEST_CASE("json: a value by its type") {
  Value figure;
  figure.low = 26;
  figure.scope_days = 0.5;
  Value date;
  date.when.earliest = make_day(2031, 5, 14);
  CHECK(value_of(QuestionType::figure, figure) == json{{"low", 26},
                                                       {"high", nullptr},
                                                       {"approximate", false},
                                                       {"unit", ""},
                                                       {"scope_days", 0.5}});
  CHECK(value_of(QuestionType::date, date) ==
        json{{"earliest", "2031-05-14"}, {"latest", nullptr}});
  CHECK(value_of(QuestionType::name, value_with_word("norvel")) == json{{"name", "norvel"}});
  CHECK(value_of(QuestionType::characterisation, value_with_word("retake", Polarity::negative)) ==
        json{{"word", "retake"}, {"polarity", "negative"}});
  CHECK(value_of(QuestionType::denial, {}) == json{{"polarity", "positive"}});
  CHECK(value_of(QuestionType::motive, value_with_word("gain")) == json{{"word", "gain"}});
  CHECK(value_of(QuestionType::perpetrator, value_with_word("x")) == json{{"name", "x"}});
}

TEST_CASE("json: foreign text is escaped, empty input is an empty array") {
  SamplePile pile = sample_pile();
  pile.questions[0].title = "\"}]\\\n</script>";
  CHECK(first_question(pile).at("title") == "\"}]\\\n</script>");
  CHECK(questions_as_json({}) == "[]\n");
}

TEST_CASE("json: pretty-printed with two spaces") {
  const std::string out = questions_as_json(sample_pile().presented());
  CHECK(out.starts_with("[\n  {\n    \"id\": \"f1\",\n    \"type\": \"figure\",\n"));
  CHECK(out.ends_with("    \"silent\": [\n      \"The Third\"\n    ]\n  }\n]\n"));
}

TEST_CASE("json lines: one question a line, equal to the array's elements") {
  SamplePile pile = sample_pile();
  pile.questions.push_back(pile.questions[0]);
  const std::string lines = questions_as_json_lines(pile.presented());
  const std::size_t first = lines.find('\n');
  CHECK(lines.find('\n', first + 1) == lines.size() - 1);
  CHECK(json::parse(lines.substr(0, first)) == first_question(pile));
  CHECK(questions_as_json_lines({}).empty());
}

}  // namespace parallax
