#include "parallax/read/sentences/sentence_ends.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "parallax/read/sentences/end_features.h"

namespace parallax {
namespace {

const SentenceRules& rules() {
  static const SentenceRules kRules = SentenceRules::load(DataFiles::built_in("lang/en/"), "en");
  return kRules;
}

Span all_of(std::string_view text) { return {0, static_cast<std::uint32_t>(text.size())}; }

/// A model that was taught that sentences end where "|" stands.
std::string taught(std::string_view marked) {
  std::string text;
  std::vector<std::uint32_t> ends;
  for (const char c : marked) {
    if (c == '|') {
      ends.push_back(static_cast<std::uint32_t>(text.size()));
    } else {
      text += c;
    }
  }
  const auto words = paragraph_words(text, all_of(text), rules());
  EndFeatures gaps(words);
  std::vector<LogisticExample> examples;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const bool end = std::ranges::find(ends, words[i].span.end) != ends.end();
    if (gaps.is_candidate(i)) {
      gaps.at(i, examples.emplace_back().features);
      examples.back().right = end ? 1 : 0;
    }
    gaps.pass(i, end);
  }
  LogisticTrainer trainer({.classes = 2, .rounds = 60, .seen = 1});
  trainer.train(examples);
  ModelWriter writer({.stage = "syntax", .language = "en", .templates = 1});
  trainer.data().add_to(writer, "ends");
  return writer.bytes();
}

constexpr std::string_view kTaught =
    "The mill fell.| He left the U.S. army then.| Gen. Tarn was «glad.»| He said so.| \"Why?\" "
    "asked Orl.| They ... went home.| It was late.| Contents| The war begins| The war ends| Gen. "
    "Menn saw it.| She said: no.| «Come.»| Then they met Mr. Orl.|";

std::string split(const SentenceEnds& ends, std::string_view text) {
  std::string out;
  for (const Span sentence : ends.split(text, all_of(text), rules())) {
    out += std::string(words(text, sentence)) + "|";
  }
  return out;
}

Result<ModelFile> opened(std::string_view bytes) {
  return ModelFile::open(bytes, {.stage = "syntax", .language = "en", .templates = 1});
}

}  // namespace

TEST_CASE("a model splits as it was taught") {
  const std::string bytes = taught(kTaught);
  const auto file = opened(bytes);
  REQUIRE(file.has_value());
  const auto ends = SentenceEnds::from(*file);
  REQUIRE(ends.has_value());
  CHECK(split(*ends, "The mill fell. He left the U.S. army then.") ==
        "The mill fell.|He left the U.S. army then.|");
  CHECK(split(*ends, "Gen. Tarn was «glad.» He said so.") == "Gen. Tarn was «glad.»|He said so.|");
  CHECK(split(*ends, "") == "");
  CHECK(split(*ends, "  mill \n ") == "mill|");
}

TEST_CASE("any bytes: the sentences ascend and hold every byte that is no space") {
  const std::string bytes = taught(kTaught);
  const auto file = opened(bytes);
  const auto ends = SentenceEnds::from(*file);
  REQUIRE(ends.has_value());
  for (const std::string_view text :
       {std::string_view("\xFF\xFE ...'' n't 's . . \"\""), std::string_view(". ! ?"),
        std::string_view("😀.😀 Ա. بb \xE2\x80"), std::string_view("((((( ]]]] \"\"\"\" A")}) {
    std::size_t covered = 0;
    std::uint32_t last = 0;
    for (const Span sentence : ends->split(text, all_of(text), rules())) {
      CHECK(sentence.begin >= last);
      CHECK(!sentence.empty());
      last = sentence.end;
      covered += static_cast<std::size_t>(
          std::ranges::count_if(words(text, sentence), [](char c) { return c != ' '; }));
    }
    CHECK(covered ==
          static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return c != ' '; })));
  }
}

TEST_CASE("what follows signs that are no word is looked at behind them") {
  const std::string bytes = taught(kTaught);
  const auto file = opened(bytes);
  const auto ends = SentenceEnds::from(file.value());
  REQUIRE(ends.has_value());
  CHECK(split(*ends, "The mill fell. 🕊️ He left.") == "The mill fell.|🕊️ He left.|");
  CHECK(split(*ends, "— He left.") == "— He left.|");
}

TEST_CASE("sections that are missing or do not fit are refused") {
  const std::string bytes = taught(kTaught);
  const auto whole = opened(bytes);
  const auto copy = [&](std::string_view without, const std::vector<float>& unit) {
    ModelWriter writer({.stage = "syntax", .language = "en", .templates = 1});
    for (const char* name : {"ends.slots", "ends.weights"}) {
      if (name != without) {
        writer.text(name, whole->text(name).value());
      }
    }
    writer.array<float>("ends.unit", unit);
    const std::string changed = writer.bytes();
    const auto file = opened(changed);
    return SentenceEnds::from(file.value()).has_value();
  };
  CHECK(copy("", {0.1F}));
  CHECK(!copy("ends.slots", {0.1F}));
  CHECK(!copy("ends.weights", {0.1F}));
  CHECK(!copy("", {}));
  CHECK(!copy("", {0.1F, 0.1F}));
  CHECK(!copy("", {-0.1F}));
}

}  // namespace parallax
