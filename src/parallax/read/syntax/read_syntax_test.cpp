#include "parallax/read/syntax/read_syntax.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "parallax/learn/built_in_model.h"
#include "parallax/read/syntax/word_features.h"

namespace parallax {
namespace {

const SyntaxModel& model() {
  static const SyntaxModel kModel = SyntaxModel::built_in("en").value();
  return kModel;
}

/// Sentences are lines, tokens stand between spaces.
Analysis tokens_of(std::string_view text) {
  Analysis analysis;
  std::uint32_t begin = 0;
  std::uint32_t sentence = 0;
  for (std::uint32_t at = 0; at <= text.size(); ++at) {
    const bool line_ends = at == text.size() || text[at] == '\n';
    if (!line_ends && text[at] != ' ') {
      continue;
    }
    if (at > begin) {
      analysis.tokens.push_back({.span = {begin, at}});
    }
    begin = at + 1;
    if (line_ends && at > sentence) {
      analysis.sentences.push_back({.span = {sentence, at}});
    }
    sentence = line_ends ? at + 1 : sentence;
  }
  return analysis;
}

Analysis read(std::string_view text) {
  Analysis analysis = tokens_of(text);
  read_syntax(text, model(), analysis);
  return analysis;
}

/// Where the tree of tokens `first` .. `first + size` breaks its promise; empty if nowhere.
std::string broken_tree(const Analysis& analysis, std::size_t first, std::size_t size) {
  std::size_t roots = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const Token& token = analysis.tokens[first + i];
    const std::uint32_t head = token.head;
    if (head > size || head == i + 1) {
      return "head " + std::to_string(head) + " of " + std::to_string(i + 1);
    }
    roots += head == 0 ? 1 : 0;
    if ((head == 0) != (analysis.string(token.deprel) == "root")) {
      return "root of " + std::to_string(i + 1);
    }
    std::size_t at = i + 1;
    for (std::size_t steps = 0; at != 0; ++steps, at = analysis.tokens[first + at - 1].head) {
      if (steps > size) {
        return "circle at " + std::to_string(i + 1);
      }
    }
  }
  return roots == 1 ? "" : std::to_string(roots) + " roots";
}

}  // namespace

TEST_CASE("syntax: who did what") {
  const std::string text = "The mayor of Velm denied that the guards had fired on the crowd .";
  const Analysis analysis = read(text);
  const auto token = [&](std::size_t i) { return analysis.tokens[i]; };
  CHECK(analysis.string(token(4).deprel) == "root");
  CHECK(analysis.string(token(4).lemma) == "deny");
  CHECK(token(1).head == 5);
  CHECK(analysis.string(token(1).deprel) == "nsubj");
  CHECK(token(9).head == 5);
  CHECK(analysis.string(token(9).deprel) == "ccomp");
  CHECK(token(7).head == 10);
  CHECK(analysis.string(token(7).lemma) == "guard");
  CHECK(token(7).upos == Upos::noun);
  CHECK(analysis.string(token(7).feats) == "Number=Plur");
  CHECK(analysis.string(token(3).xpos) == "NNP");
}

TEST_CASE("syntax: quotation marks of all shapes are the same to it") {
  const Analysis curly = read("“ We will not leave , ” said Aren .");
  const Analysis angular = read("« We will not leave , » said Aren .");
  REQUIRE(angular.tokens.size() == curly.tokens.size());
  for (std::size_t i = 0; i < curly.tokens.size(); ++i) {
    CHECK(angular.tokens[i].upos == curly.tokens[i].upos);
    CHECK(angular.tokens[i].head == curly.tokens[i].head);
  }
  for (const char* other :
       {"\" We will not leave , \" said Aren .", "„ We will not leave , “ said Aren .",
        "`` We will not leave , '' said Aren ."}) {
    const Analysis analysis = read(other);
    CHECK(analysis.tokens[0].upos == Upos::punct);
    CHECK(analysis.tokens[6].upos == Upos::punct);
  }
}

TEST_CASE("syntax: a sentence is read the same whatever stands beside it") {
  const std::string sentence = "Two shells hit the mill on Tuesday , and nobody was hurt .";
  const std::string other = "No .\n";
  const Analysis alone = read(sentence);
  std::string many;
  for (int i = 0; i < 300; ++i) {
    many += other;
  }
  const Analysis among = read(many + sentence + "\n" + many + sentence);
  for (const std::size_t from : {2 * std::size_t{300}, among.tokens.size() - alone.tokens.size()}) {
    for (std::size_t i = 0; i < alone.tokens.size(); ++i) {
      CHECK(among.tokens[from + i].head == alone.tokens[i].head);
      CHECK(among.string(among.tokens[from + i].deprel) == alone.string(alone.tokens[i].deprel));
      CHECK(among.string(among.tokens[from + i].lemma) == alone.string(alone.tokens[i].lemma));
    }
  }
}

TEST_CASE("syntax: any words give one tree") {
  std::mt19937 random(4);
  for (int i = 0; i < 60; ++i) {
    std::string text;
    for (std::size_t words = 1 + random() % 60; words > 0; --words) {
      for (std::size_t size = 1 + random() % 9; size > 0; --size) {
        const char c = static_cast<char>(random());
        text += c == ' ' || c == '\n' ? 'x' : c;
      }
      text += ' ';
    }
    const Analysis analysis = read(text);
    CHECK(broken_tree(analysis, 0, analysis.tokens.size()) == "");
  }
  CHECK(read("").tokens.empty());
}

TEST_CASE("syntax: a sentence of a hundred thousand words is parsed in pieces, with a note") {
  std::string text;
  for (int i = 0; i < 20000; ++i) {
    text += "the mill fell and then ";
  }
  const Analysis analysis = read(text);
  REQUIRE(analysis.tokens.size() == 100000);
  std::size_t roots = 0;
  for (const Token& token : analysis.tokens) {
    CHECK_UNARY(token.head <= 100000);
    roots += token.head == 0 ? 1 : 0;
  }
  CHECK(roots == 1);
  REQUIRE(analysis.notes.size() == 1);
  CHECK(analysis.notes.front().kind == "long_sentence");
  const std::string shorter = text.substr(0, 2400);
  const Analysis some = read(shorter);
  CHECK(broken_tree(some, 0, some.tokens.size()) == "");
}

TEST_CASE("syntax: there is no model for a language that nobody trained") {
  const auto none = SyntaxModel::built_in("xx");
  REQUIRE_FALSE(none.has_value());
  CHECK(none.error().code == ErrorCode::not_found);
  const std::string_view bytes = built_in_model("syntax", "en").value();
  CHECK_FALSE(SyntaxModel::open(bytes, "de").has_value());
  CHECK_FALSE(SyntaxModel::open(bytes.substr(0, bytes.size() / 2), "en").has_value());
  CHECK_FALSE(SyntaxModel::open("PLXMODEL", "en").has_value());
}

TEST_CASE("word features: the parts of a word, by letters and not by bytes") {
  std::vector<Feature> ascii;
  std::vector<Feature> armenian;
  word_features("mill", ascii);
  word_features("ջրաղ", armenian);
  CHECK(ascii.size() == armenian.size());
  std::vector<Feature> upper;
  word_features("MILL", upper);
  CHECK(upper[0] != ascii[0]);
  CHECK(upper[1] == ascii[1]);
  std::vector<Feature> straight;
  std::vector<Feature> curly;
  word_features("n't", straight);
  word_features("n’t", curly);
  CHECK(straight == curly);
  word_features("", ascii);
  CHECK(ascii.size() == 3);
  word_features(std::string(100000, 'a'), ascii);
  CHECK(ascii.size() == 12);
}

}  // namespace parallax
