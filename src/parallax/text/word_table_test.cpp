#include "parallax/text/word_table.h"

#include <doctest/doctest.h>

#include "parallax/text/phrase_table.h"
#include "parallax/text/tokens.h"

namespace parallax {

TEST_CASE("a word table gives what was put in, and nothing for strangers") {
  WordTable<int> table;
  CHECK(table.find("orvel") == nullptr);
  for (int i = 0; i < 1000; ++i) {
    table["word" + std::to_string(i)] = i;
  }
  table["word7"] += 1000;
  table[""] = -1;
  for (int i = 0; i < 1000; ++i) {
    const int* found = table.find(std::string_view("word" + std::to_string(i)));
    REQUIRE(found != nullptr);
    CHECK(*found == (i == 7 ? 1007 : i));
  }
  CHECK(*table.find("") == -1);
  CHECK_FALSE(table.contains("word1000"));
  CHECK_FALSE(table.contains("wor"));
}

TEST_CASE("a phrase table finds the longest phrase, inside the words it is given") {
  PhraseTable table;
  const TokenRules rules;
  table.add("took", 1, rules);
  table.add("Took Effect", 2, rules);
  table.add("took effect at", 3, rules);
  const std::vector<Word> words = {Word("it"), Word("took"), Word("effect"), Word("at")};
  CHECK_FALSE(table.match(words, 0));
  CHECK(table.match(words, 1)->value == 3);
  CHECK(table.match(std::span(words).first(3), 1)->value == 2);
  CHECK(table.match(std::span(words).first(2), 1)->tokens == 1);
}

}  // namespace parallax
