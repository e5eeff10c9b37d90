#include "parallax/text/tokens.h"

#include <doctest/doctest.h>

#include <string>

#include "parallax/text/data_files.h"
#include "parallax/text/utf8.h"

using namespace parallax;

namespace {

const TokenRules& rules() {
  static const TokenRules kRules = TokenRules::load(DataFiles::built_in("lang/en/"), "en");
  return kRules;
}

std::vector<Token> tokens_in(std::string_view text) {
  std::vector<Token> tokens;
  append_tokens(text, {0, static_cast<std::uint32_t>(text.size())}, rules(), tokens);
  return tokens;
}

/// The tokens with `|` before each, `+` before those that are one written word with the last.
std::string tokens_of(std::string_view text) {
  std::string out;
  for (const Token& token : tokens_in(text)) {
    out += (token.joined ? "+" : "|") + std::string(words(text, token.span));
  }
  return out;
}

/// Ascending tokens, none empty, that together hold every byte that is no space.
bool keeps_promises(std::string_view text) {
  std::uint32_t last = 0;
  std::size_t covered = 0;
  bool ascending = true;
  for (const Token& token : tokens_in(text)) {
    ascending = ascending && token.span.begin >= last && !token.span.empty();
    last = token.span.end;
    covered += token.span.size();
  }
  std::size_t solid = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    solid += is_space(point.value) ? 0 : point.size;
    i += point.size;
  }
  return ascending && covered == solid;
}

}  // namespace

TEST_CASE("contractions and endings are words of their own") {
  CHECK(tokens_of("Tarn's men didn't go.") == "|Tarn+'s|men|did+n't|go|.");
  CHECK(tokens_of("I can\u2019t, you cannot, y'all gonna") ==
        "|I|ca+n\u2019t|,|you|can+not|,|y'+all|gon+na");
  CHECK(tokens_of("Who'd've left the boys' camp?") == "|Who+'d+'ve|left|the|boys+'|camp|?");
  CHECK(tokens_of("its just cause, its just war, its roof") ==
        "|it+s|just|cause|,|it+s|just|war|,|its|roof");
}

TEST_CASE("hyphens part words, but not behind listed prefixes") {
  CHECK(tokens_of("a long-term, pro-Orlan 17-year-old") ==
        "|a|long|-|term|,|pro-Orlan|17|-|year|-|old");
  CHECK(tokens_of("General D'Orlan\u2019s self-rule") == "|General|D'Orlan+\u2019s|self|-|rule");
}

TEST_CASE("full stops of abbreviations and initials") {
  CHECK(tokens_of("the U.S. envoy, V.S. Orl") == "|the|U.S.|envoy|,|V.S.|Orl");
  CHECK(tokens_of("Gen. Tarn of Menn Inc. left") == "|Gen.|Tarn|of|Menn|Inc.|left");
  CHECK(tokens_of("He owned Menn Inc.") == "|He|owned|Menn|Inc|.");
  CHECK(tokens_of("He left the U.S.") == "|He|left|the|U.S.");
  CHECK(tokens_of("It was plan B.") == "|It|was|plan|B|.");
}

TEST_CASE("numbers keep their separators; units stand alone") {
  CHECK(tokens_of("1,200 at 3.5%, the 41st\u2014\u201cso\u201d") ==
        "|1,200|at|3.5|%|,|the|41st|\u2014|\u201c|so|\u201d");
  CHECK(tokens_of("$5bn at 5pm, 10km in 1969-1970 by 555-0199") ==
        "|$|5|bn|at|5|pm|,|10|km|in|1969|-|1970|by|555-0199");
}

TEST_CASE("addresses and marks") {
  CHECK(tokens_of("See https://orl.example/a_b?c=d, or a.menn@orl.example.org.") ==
        "|See|https://orl.example/a_b?c=d|,|or|a.menn@orl.example.org|.");
  CHECK(tokens_of("\u00abKhan (Kennedy)\u00bb said ... :-) What?!") ==
        "|\u00ab|Khan|(|Kennedy|)|\u00bb|said|...|:-)|What|?!");
}

TEST_CASE("any bytes: every byte that is no space is in one token") {
  for (const std::string_view text :
       {std::string_view("\xFF\xFE ...'' n't 's . . \"\""), std::string_view("'"),
        std::string_view("n't"), std::string_view("'s'S'"), std::string_view("😀.😀 Ա. بb"),
        std::string_view("a-"), std::string_view("\xC2"), std::string_view("5'\xE2"),
        std::string_view("1-2-3-4-5-6 www. a@ @a .5. +5+ US$ w/ \xE2\x80")}) {
    CHECK(keeps_promises(text));
  }
}

TEST_CASE("time is linear in long words") {
  for (const std::string_view part : {"a.", "a-", "a'", "a@b(", "1-", "n't", ".)", "www.", "_a"}) {
    std::string text;
    while (text.size() < 200'000) {
      text += part;
    }
    CHECK(keeps_promises(text));
  }
}
