#include "parallax/text/sentences.h"

#include <doctest/doctest.h>

#include <string>

#include "parallax/text/data_files.h"

using namespace parallax;

namespace {

std::string sentences_of(std::string_view text) {
  static const SentenceRules kRules = SentenceRules::load(DataFiles::built_in(), "en");
  std::string out;
  for (const Span paragraph : split_paragraphs(text)) {
    for (const Span sentence : split_sentences(text, paragraph, kRules)) {
      out += std::string(words(text, sentence)) + "|";
    }
  }
  return out;
}

std::string tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  append_tokens(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
  std::string out;
  for (const Token& token : tokens) {
    out += std::string(words(text, token.span)) + "|";
  }
  return out;
}

}  // namespace

TEST_CASE("sentences end at marks, not at abbreviations, initials or numbers") {
  CHECK(sentences_of("Gen. Tarn left. He was tired.") == "Gen. Tarn left.|He was tired.|");
  CHECK(sentences_of("A. V. Menn spoke. \"Why?\" he asked.") ==
        "A. V. Menn spoke.|\"Why?\" he asked.|");
  CHECK(sentences_of("It cost 1.5 million. “Enough.” They left!") ==
        "It cost 1.5 million.|“Enough.”|They left!|");
  CHECK(sentences_of("It ended Sept. 30 after Law No. 34. All left.") ==
        "It ended Sept. 30 after Law No. 34.|All left.|");
  CHECK(sentences_of("One\nTwo") == "One|Two|");
}

TEST_CASE("hard-wrapped lines are one paragraph") {
  const std::string line(70, 'a');
  const std::string text = line + "\n" + line + "\n" + line + "\n\n" + line + "\nend";
  CHECK(split_paragraphs(text).size() == 2);
}

TEST_CASE("tokens: clitics, initials, numbers, marks") {
  CHECK(tokens_of("Tarn's men didn't go.") == "Tarn|'s|men|did|n't|go|.|");
  CHECK(tokens_of("the U.S. envoy, V.S. Orl") == "the|U.S.|envoy|,|V.S.|Orl|");
  CHECK(tokens_of("1,200 at 3.5%, the 41st—“so”") == "1,200|at|3.5|%|,|the|41st|—|“|so|”|");
  CHECK(tokens_of("General D'Orlan’s self-rule") == "General|D'Orlan|’s|self-rule|");
}

TEST_CASE("any bytes: every byte that is no space is in one sentence and one token") {
  for (const std::string_view text : {std::string_view("\xFF\xFE ...'' n't 's . . \"\""),
                                      std::string_view("'"), std::string_view("😀.😀 Ա. بb")}) {
    std::size_t covered = 0;
    std::vector<Token> tokens;
    append_tokens(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
    std::uint32_t last = 0;
    for (const Token& token : tokens) {
      CHECK(token.span.begin >= last);
      last = token.span.end;
      covered += token.span.size();
    }
    std::size_t solid = 0;
    for (const char c : text) {
      solid += c == ' ' ? 0 : 1;
    }
    CHECK(covered == solid);
  }
}
