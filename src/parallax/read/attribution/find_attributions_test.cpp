#include "parallax/read/attribution/find_attributions.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "parallax/text/fold.h"
#include "parallax/text/sentences.h"
#include "parallax/text/tokens.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

/// An article read as far as attributions need, with entities made by hand.
struct Read {
  Article article;
  Reading reading = Reading::of(article);

  explicit Read(std::string text) {
    article.text = std::move(text);
    reading.lower = ascii_lower(article.text);
    const SentenceRules rules = SentenceRules::load(DataFiles::built_in(), "en");
    const TokenRules tokens = TokenRules::load(DataFiles::built_in(), "en");
    std::uint32_t paragraph = 0;
    for (const Span span : split_paragraphs(article.text)) {
      for (const Span sentence : split_sentences(article.text, span, rules)) {
        reading.sentence_tokens.push_back(
            static_cast<std::uint32_t>(reading.analysis.tokens.size()));
        reading.analysis.sentences.push_back({sentence, paragraph, Role::body});
        append_tokens(article.text, sentence, tokens, reading.analysis.tokens);
      }
      ++paragraph;
    }
    reading.sentence_tokens.push_back(static_cast<std::uint32_t>(reading.analysis.tokens.size()));
    reading.words = parallax::words_of(reading.lower, reading.analysis.tokens);
  }
  Read(const Read&) = delete;
  Read& operator=(const Read&) = delete;
  ~Read() = default;

  void name(const std::string& name, EntityType type) {
    Entity entity;
    entity.name = name;
    entity.type = type;
    for (auto at = article.text.find(name); at != std::string::npos;
         at = article.text.find(name, at + 1)) {
      const auto begin = static_cast<std::uint32_t>(at);
      entity.mentions.push_back({{begin, begin + static_cast<std::uint32_t>(name.size())}});
    }
    reading.analysis.entities.push_back(entity);
  }

  std::vector<Attribution> find() const {
    static const AttributionLexicon kLexicon =
        AttributionLexicon::load(DataFiles::built_in(), "en");
    return find_attributions(reading, kLexicon);
  }

  std::string words_of(const std::vector<Span>& spans) const {
    std::string all;
    for (const Span span : spans) {
      all += (all.empty() ? "" : "|") + std::string(reading.text(span));
    }
    return all;
  }
};

TEST_CASE("a speaker is the entity that the source names") {
  Read read(
      "\"We will stay,\" said Ila Tarn, the mayor of Harsk. She added that Aren Menn had gone.");
  read.name("Ila Tarn", EntityType::person);
  read.name("Harsk", EntityType::place);
  read.name("Aren Menn", EntityType::person);
  const std::vector<Attribution> found = read.find();
  REQUIRE(found.size() == 2);
  CHECK(read.words_of(found[0].source) == "Ila Tarn, the mayor of Harsk");
  CHECK(read.words_of(found[0].content) == "\"We will stay,\"");
  CHECK(found[0].kind == AttributionKind::direct);
  CHECK(found[0].speaker == Id<Entity>{0});
  CHECK(read.words_of(found[1].source) == "She");
  CHECK(found[1].speaker == Id<Entity>{0});
}

TEST_CASE("a name inside the source is not always its head") {
  Read read("Tarn's wife said that the road was closed. Tarn supporters said that it was open.");
  read.name("Tarn", EntityType::person);
  const std::vector<Attribution> found = read.find();
  REQUIRE(found.size() == 2);
  CHECK_FALSE(found[0].speaker.has_value());
  CHECK_FALSE(found[1].speaker.has_value());
}

TEST_CASE("a parent holds its child whole and is another attribution") {
  Read read("\"Menn told me that the road was closed,\" Tarn said.");
  const std::vector<Attribution> found = read.find();
  REQUIRE(found.size() == 2);
  CHECK_FALSE(found[0].parent.has_value());
  CHECK(found[1].parent == Id<Attribution>{0});
}

TEST_CASE("captions are not read, titles are") {
  Read read("The road is closed, Tarn said.");
  read.reading.analysis.sentences[0].role = Role::caption;
  CHECK(read.find().empty());
  read.reading.analysis.sentences[0].role = Role::title;
  CHECK(read.find().size() == 1);
}

void check_promises(const Read& read) {
  const std::vector<Attribution> found = read.find();
  const std::string& text = read.article.text;
  for (std::size_t i = 0; i < found.size(); ++i) {
    CHECK_FALSE(found[i].content.empty());
    for (const auto* spans : {&found[i].source, &found[i].cue, &found[i].content}) {
      for (std::size_t k = 0; k < spans->size(); ++k) {
        const Span span = (*spans)[k];
        CHECK_FALSE(span.empty());
        CHECK(span.end <= text.size());
        CHECK(on_border(text, span.begin));
        CHECK(on_border(text, span.end));
        CHECK((k == 0 || (*spans)[k - 1].end <= span.begin));
      }
    }
    std::size_t steps = 0;
    for (auto parent = found[i].parent; parent; parent = found[parent->index].parent) {
      REQUIRE(parent->index < found.size());
      REQUIRE(++steps <= found.size());
    }
  }
}

TEST_CASE("any row of words and marks gives valid attributions") {
  static constexpr const char* kPieces[] = {
      "Tarn", "he",  "said",    "that",   "\"",        "“",   "”",    "'",      "’",
      ",",    ".",   ":",       "—",      "according", "to",  "\n",   "the",    "minister",
      "as",   "was", "accused", "of",     "claiming",  "and", "not",  "«",      "»",
      "(",    ")",   "who",     "citing", "''",        "``",  "told", "Monday", "war"};
  std::mt19937 random(20310514);
  std::uniform_int_distribution<std::size_t> pick(0, std::size(kPieces) - 1);
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) {
      text += kPieces[pick(random)];
      text += pick(random) % 4 == 0 ? "" : " ";
    }
    CAPTURE(text);
    check_promises(Read(text));
  }
}

TEST_CASE("deep nesting and long lines take no long time") {
  std::string text;
  for (int i = 0; i < 2000; ++i) {
    text += "“Tarn said ‘that ";
  }
  check_promises(Read(text));
  std::string plain;
  for (int i = 0; i < 20000; ++i) {
    plain += "Tarn said that, ";
  }
  CHECK(Read(plain).find().size() < 40001);
}

}  // namespace
}  // namespace parallax
