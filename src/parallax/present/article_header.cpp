#include <algorithm>

#include "parallax/present/display_width.h"
#include "parallax/present/escape.h"
#include "parallax/present/present.h"

namespace parallax {
namespace {

constexpr std::size_t kLabel = 11;  // columns
constexpr std::size_t kLongestWords = 60;

std::string in_words(std::string_view name) {
  std::string words(name);
  std::ranges::replace(words, '_', ' ');
  return words;
}

std::string cut(std::string_view text) {
  if (text.size() <= kLongestWords) {
    return std::string(text);
  }
  std::size_t end = kLongestWords;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  return std::string(text.substr(0, end)) + "…";
}

/// `2031-05-14 (date line, likely: "14 May 2031")`
std::string with_evidence(const std::string& value, MetadataField field, const Article& article) {
  const auto found = std::ranges::find(article.evidence, field, &Evidence::field);
  if (found == article.evidence.end() || found->value != value) {
    return value;
  }
  std::string line = value + " (" + in_words(to_string(found->source)) + ", ";
  line += to_string(found->sure);
  if (!found->words.empty() && found->words != value) {
    line += ": ";
    append_quoted(line, cut(found->words));
  }
  return line + ")";
}

}  // namespace

std::string article_header(const Article& article, const TerminalStyle& style) {
  constexpr unsigned kNarrowest = 20;
  std::string header;
  bool worth_it = false;
  for (const NamedField& each : kMetadataFields) {
    const std::optional<std::string>& value = article.metadata.*each.member;
    if (!value) {
      continue;
    }
    worth_it = worth_it || each.field != MetadataField::language;
    std::string label(each.name);
    label.resize(kLabel, ' ');
    append_wrapped(header, terminal_text(with_evidence(*value, each.field, article)),
                   {.columns = std::max(style.columns, kNarrowest),
                    .first = 0,
                    .rest = kLabel,
                    .label = label});
  }
  return worth_it ? header + '\n' : std::string();
}

}  // namespace parallax
