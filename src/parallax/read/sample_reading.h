#pragma once
#include <optional>
#include <string>
#include <utility>

#include "parallax/read/reading.h"
#include "parallax/text/sentences.h"
#include "parallax/text/tokens.h"

namespace parallax {

/// For tests: an article of one text, read up to its sentences and tokens. Stays where it is made:
/// the reading refers to the article.
struct SampleReading {
  explicit SampleReading(std::string text, std::optional<std::string> published = std::nullopt)
      : article{.id = "sample",
                .path = {},
                .metadata = {},
                .text = std::move(text),
                .blocks = {},
                .notes = {}},
        reading(Reading::of(article)) {
    article.metadata.published = std::move(published);
    const SentenceRules rules = SentenceRules::load(DataFiles::built_in(), "en");
    const TokenRules tokens = TokenRules::load(DataFiles::built_in(), "en");
    for (const Span paragraph : split_paragraphs(article.text)) {
      for (const Span sentence : split_sentences(article.text, paragraph, rules)) {
        reading.sentence_tokens.push_back(
            static_cast<std::uint32_t>(reading.analysis.tokens.size()));
        reading.analysis.sentences.push_back(
            {.span = sentence, .paragraph = 0, .role = Role::body});
        append_tokens(article.text, sentence, tokens, reading.analysis.tokens);
      }
    }
    reading.sentence_tokens.push_back(static_cast<std::uint32_t>(reading.analysis.tokens.size()));
    reading.words = words_of(reading.lower, reading.analysis.tokens);
  }
  SampleReading(const SampleReading&) = delete;
  SampleReading& operator=(const SampleReading&) = delete;

  Article article;
  Reading reading;
};

}  // namespace parallax
