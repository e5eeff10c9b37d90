#include <doctest/doctest.h>

#include "parallax/present/display_width.h"
#include "parallax/present/sample_pile.h"

namespace parallax {
namespace {

std::vector<std::string> lines_of(const std::string& table) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < table.size();) {
    const std::size_t end = table.find('\n', begin);
    lines.push_back(table.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

bool has(const std::string& table, std::string_view part) {
  return table.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("table: a question as a reader sees it at 80 columns") {
  CHECK(questions_as_table(sample_pile().presented(), {}) ==
        "1. figure · conflict · How many died in the fire at the mill\n"
        "    A  26\n"
        "       North / Norvel Post — author\n"
        "         In the fire «26 people were killed», the paper wrote.\n"
        "         norvel-post.txt, bytes 50–71\n"
        "    B  more than 100\n"
        "       South / Radio Ombrel — Ila Tarn\n"
        "         “«More than 100 people died»,” Ila Tarn said.\n"
        "         radio-ombrel.html, bytes 13–38\n"
        "    why     26 and more than 100 cannot both be right\n"
        "    silent  The Third\n"
        "\n"
        "1 question: 1 in conflict\n");
}

TEST_CASE("table: no line is wider than the terminal") {
  SamplePile pile = sample_pile();
  pile.questions[0].title = "猫猫猫猫猫猫猫猫猫猫猫猫猫猫猫猫猫猫猫猫 and a long title after that";
  for (const unsigned columns : {1U, 32U, 40U, 57U, 80U, 200U}) {
    for (const std::string& line :
         lines_of(questions_as_table(pile.presented(), {columns, true}))) {
      CHECK(display_width(line) <= std::max(columns, 32U));
    }
  }
}

TEST_CASE("table: colour only when asked for") {
  const SamplePile pile = sample_pile();
  CHECK_FALSE(has(questions_as_table(pile.presented(), {80, false}), "\x1B"));
  const std::string coloured = questions_as_table(pile.presented(), {80, true});
  CHECK(has(coloured, "\x1B["));
  CHECK_FALSE(has(coloured, "«"));
}

TEST_CASE("table: the marks are others where the quotation has guillemets of its own") {
  SamplePile pile = sample_pile();
  pile.articles[1].text = "«More than 100 people died», Ila Tarn said.";
  pile.questions[0].positions[1].claims[0] = sample_claim(pile, 1, "More than 100 people", "100");
  CHECK(has(questions_as_table(pile.presented(), {}), "«⟦More than 100 people⟧ died», Ila Tarn"));
}

TEST_CASE("table: hostile text cannot steer the terminal") {
  SamplePile pile = sample_pile();
  pile.questions[0].title = "\x1B]0;owned\x07";
  pile.questions[0].silent = {"\x1B[2J"};
  const std::string table = questions_as_table(pile.presented(), {80, false});
  CHECK_FALSE(has(table, "\x1B"));
  CHECK(has(table, "\uFFFD]0;owned\uFFFD"));
}

TEST_CASE("table: a scope other than between sides is named") {
  SamplePile pile = sample_pile();
  pile.questions[0].scope = QuestionScope::within_article;
  CHECK(has(questions_as_table(pile.presented(), {}), "conflict within one article ·"));
}

TEST_CASE("table: an article that is not at hand leaves the anchor's own words") {
  SamplePile pile = sample_pile();
  pile.articles.clear();
  const std::string table = questions_as_table(pile.presented(), {});
  CHECK(has(table, "… burnt for a night. In the fire «26 people were killed»"));
  CHECK(has(table, "norvel-post.txt\n"));
}

TEST_CASE("table: an empty result says what to do") {
  CHECK(has(questions_as_table({}, {}), "parallax add"));
  SamplePile pile = sample_pile();
  pile.questions.clear();
  CHECK(has(questions_as_table(pile.presented(), {}), "3 outlets were read"));
  pile.accounts.resize(1);
  CHECK(has(questions_as_table(pile.presented(), {}), "single outlet"));
}

TEST_CASE("table: the last line counts by verdict") {
  SamplePile pile = sample_pile();
  pile.questions.push_back(pile.questions[0]);
  pile.questions.push_back(pile.questions[0]);
  pile.questions[1].verdict = Verdict::undecidable;
  pile.questions[2].verdict = Verdict::same;
  CHECK(lines_of(questions_as_table(pile.presented(), {})).back() ==
        "3 questions: 1 in conflict, 1 the same, 1 undecidable");
}

}  // namespace parallax
