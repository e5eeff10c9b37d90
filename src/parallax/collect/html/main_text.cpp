#include "parallax/collect/html/main_text.h"

#include <algorithm>

#include "parallax/collect/html/block_model.h"
#include "parallax/collect/html/main_text_rules.h"

namespace parallax {
namespace {

constexpr float kEnough = 0.5F;  ///< a block that is as probable belongs to the article

/// A page of which the model keeps nothing is left to the rules.
void keep_probable(std::span<const float> probabilities, HtmlPage& page) {
  if (std::ranges::none_of(probabilities, [](float p) { return p >= kEnough; })) {
    return;
  }
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    HtmlBlock& block = page.blocks[i];
    const bool keep = probabilities[i] >= kEnough && block.letters > 0;
    const bool caption = block.kept && block.role == Role::caption;
    if (block.role == Role::title || caption || keep == block.kept) {
      continue;
    }
    block.role = keep ? role_by_element(block) : Role::boilerplate;
    block.kept = keep;
  }
}

/// A heading with nothing kept under it heads something that was removed.
void drop_loose_headings(HtmlPage& page) {
  bool text_below = false;
  for (std::size_t i = page.blocks.size(); i-- > 0;) {
    HtmlBlock& block = page.blocks[i];
    if (!block.kept) {
      continue;
    }
    if (block.role == Role::heading && !text_below) {
      block.kept = false;
      block.role = Role::boilerplate;
    }
    text_below = text_below || block.role != Role::heading;
  }
}

}  // namespace

std::size_t choose_main_text(const BlockTexts& texts, HtmlPage& page, const PageRules& rules) {
  const RulesView by_rules = choose_by_rules(page, texts, rules);
  if (rules.block_model) {
    const std::vector<float> rows =
        block_features({.page = page, .texts = texts, .by_rules = by_rules}, rules);
    keep_probable(rules.block_model->probabilities(page, rows), page);
  }
  drop_loose_headings(page);
  return by_rules.title;
}

std::vector<float> block_rows(std::string_view html, HtmlPage& page, const PageRules& rules) {
  const BlockTexts texts(html, page);
  const RulesView by_rules = choose_by_rules(page, texts, rules);
  return block_features({.page = page, .texts = texts, .by_rules = by_rules}, rules);
}

}  // namespace parallax
