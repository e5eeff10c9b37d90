#include "train/attribution_corpus.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "parallax/read/attribution/find_by_rules.h"
#include "parallax/read/read_article.h"
#include "parallax/read/syntax/syntax_model.h"

namespace parallax {
namespace {

using nlohmann::json;

/// The tokens that share a byte with any of the spans, which are in code points; adjacent ones
/// together.
std::vector<Range> tokens_of(const json& spans, const std::vector<std::uint32_t>& offsets,
                             const std::vector<Token>& tokens) {
  std::vector<Range> ranges;
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
  std::ranges::sort(ranges, {}, &Range::begin);
  std::vector<Range> merged;
  for (const Range range : ranges) {
    if (!merged.empty() && range.begin <= merged.back().end) {
      merged.back().end = std::max(merged.back().end, range.end);
    } else {
      merged.push_back(range);
    }
  }
  return merged;
}

TaughtArticle taught(const json& line, const Stages& stages, const AttributionLexicon& lexicon) {
  Article article;
  article.text = line.at("text").get<std::string>();
  Reading reading = Reading::of(article);
  stages.sentences(reading);
  stages.syntax(reading);
  reading.analysis.timexes = stages.timexes(reading);
  reading.analysis.figures = stages.figures(reading);
  stages.entities(reading);
  TaughtArticle made;
  const ArticleWords words = look_at_words(reading, lexicon);
  made.words = tagged_words(words, find_by_rules(words));
  const auto offsets = offsets_of_code_points(article.text);
  for (const json& given : line.at("attributions")) {
    const auto in_tokens = [&](const char* role) {
      return tokens_of(given.at(role), offsets, reading.analysis.tokens);
    };
    const auto cue = in_tokens("cue");
    if (!cue.empty()) {
      made.attributions.push_back(
          {.cue = cue.front(), .source = in_tokens("source"), .content = in_tokens("content")});
    }
  }
  made.junk.resize(made.words.sentences.size());
  for (const Range range :
       tokens_of(line.value("discard", json::array()), offsets, reading.analysis.tokens)) {
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
  if (const auto syntax = SyntaxModel::built_in(language); !syntax) {
    return std::unexpected(syntax.error());
  }
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
