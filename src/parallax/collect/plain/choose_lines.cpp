#include "parallax/collect/plain/choose_lines.h"

#include <algorithm>

#include "parallax/collect/plain/line_facts.h"
#include "parallax/collect/plain/line_model.h"
#include "parallax/collect/plain/line_shape.h"

namespace parallax {
namespace {

constexpr float kEnough = 0.5F;  ///< a line that is as probable belongs to the article
constexpr float kEnoughForHeadline = 0.3F;
constexpr std::size_t kFewFragments = 30;

Role role_by_shape(std::string_view words, const PageRules& rules) {
  const LineFacts facts = facts_of(words, rules);
  const bool heading = facts.words < kFragmentWords && !facts.sentence && !words.ends_with(':');
  return bullet_bytes(words) > 0   ? Role::list
         : is_wholly_quoted(words) ? Role::quote
         : heading                 ? Role::heading
                                   : Role::body;
}

}  // namespace

bool has_menus(const std::vector<TextLine>& lines) {
  const auto fragments =
      static_cast<std::size_t>(std::ranges::count_if(lines, [&](const TextLine& line) {
        return count_words(line.words, kFragmentWords) < kFragmentWords &&
               !ends_sentence(line.words);
      }));
  return fragments >= kFewFragments && fragments * 2 >= lines.size();
}

void choose_lines(std::vector<TextLine>& lines, const PageRules& rules,
                  std::vector<Evidence>& found) {
  if (!rules.line_model || !has_menus(lines)) {
    return;
  }
  const std::vector<float> rows = line_features(lines, rules);
  const LineProbabilities probable = rules.line_model->probabilities(lines, rows);
  if (std::ranges::none_of(probable.text, [](float p) { return p >= kEnough; })) {
    return;
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    TextLine& line = lines[i];
    const bool keep = probable.text[i] >= kEnough;
    if (line.role == Role::title || keep != is_kept(line.role)) {
      line.role = keep ? role_by_shape(line.words, rules) : Role::boilerplate;
    }
  }
  const auto best = std::ranges::max_element(probable.headline);
  std::erase_if(found, [](const Evidence& one) { return one.field == MetadataField::title; });
  if (*best >= kEnoughForHeadline) {
    TextLine& headline = lines[static_cast<std::size_t>(best - probable.headline.begin())];
    headline.role = Role::title;
    found.push_back({.field = MetadataField::title,
                     .source = EvidenceSource::heading,
                     .sure = Sure::likely,
                     .value = std::string(headline.words),
                     .words = std::string(headline.words),
                     .where = {headline.where.begin, headline.where.end}});
  }
}

}  // namespace parallax
