#include "train/attribution_corpus.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "parallax/read/read_article.h"

namespace parallax {
namespace {

using nlohmann::json;

/// The tokens that share a byte with any of the spans, which are in code points; adjacent ones
/// together.
std::vector<TokenRange> tokens_of(const json& spans, const std::vector<std::uint32_t>& offsets,
                                  const std::vector<Token>& tokens) {
  std::vector<TokenRange> ranges;
  for (const json& span : spans) {
    const auto offset = [&](std::size_t i) {
      return offsets[std::min(span.at(i).get<std::size_t>(), offsets.size() - 1)];
    };
    const auto first = std::ranges::upper_bound(tokens, offset(0), {},
                                                [](const Token& token) { return token.span.end; });
    const auto last = std::ranges::lower_bound(tokens, offset(1), {},
                                               [](const Token& token) { return token.span.begin; });
    if (first < last) {
      ranges.push_back({static_cast<std::uint32_t>(first - tokens.begin()),
                        static_cast<std::uint32_t>(last - tokens.begin())});
    }
  }
  std::ranges::sort(ranges, {}, &TokenRange::begin);
  std::vector<TokenRange> merged;
  for (const TokenRange range : ranges) {
    if (!merged.empty() && range.begin <= merged.back().end) {
      merged.back().end = std::max(merged.back().end, range.end);
    } else {
      merged.push_back(range);
    }
  }
  return merged;
}

TaughtArticle taught(const json& line, const Stages& stages, const AttributionLexicon& lexicon) {
  TaughtArticle made;
  made.id = line.at("id").get<std::string>();
  made.article = std::make_unique<Article>();
  made.article->text = line.at("text").get<std::string>();
  made.reading = std::make_unique<Reading>(Reading::of(*made.article));
  stages.sentences(*made.reading);
  stages.syntax(*made.reading);
  made.words = tagged_words(*made.reading, lexicon);
  const auto offsets = offsets_of_code_points(made.article->text);
  for (const json& given : line.at("attributions")) {
    const auto in_tokens = [&](const char* role) {
      return tokens_of(given.at(role), offsets, made.reading->analysis.tokens);
    };
    const auto cue = in_tokens("cue");
    if (!cue.empty()) {
      made.attributions.push_back(
          {.cue = cue.front(), .source = in_tokens("source"), .content = in_tokens("content")});
    }
  }
  made.junk.resize(made.words.sentences.size());
  for (const TokenRange range :
       tokens_of(line.value("discard", json::array()), offsets, made.reading->analysis.tokens)) {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      made.junk[made.words.words[i].sentence] = true;
    }
  }
  std::ranges::stable_sort(made.attributions, {},
                           [](const TaggedAttribution& one) { return one.cue.begin; });
  return made;
}

}  // namespace

std::vector<std::uint32_t> offsets_of_code_points(std::string_view text) {
  std::vector<std::uint32_t> offsets;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
      offsets.push_back(i);
    }
  }
  offsets.push_back(static_cast<std::uint32_t>(text.size()));
  return offsets;
}

Result<std::vector<TaughtArticle>> load_attributions(std::string_view lines,
                                                     std::string_view language) {
  const DataFiles data = DataFiles::built_in();
  const Stages stages = make_stages(data, language);
  const AttributionLexicon lexicon = AttributionLexicon::load(data, language);
  std::vector<TaughtArticle> articles;
  std::size_t number = 0;
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    ++number;
    try {
      const json given = json::parse(line);
      articles.push_back(taught(given, stages, lexicon));
    } catch (const json::exception& error) {
      return std::unexpected(Error{
          ErrorCode::bad_format,
          "line " + std::to_string(number) + " is no article with attributions: " + error.what(),
          {}});
    }
  }
  return articles;
}

}  // namespace parallax
