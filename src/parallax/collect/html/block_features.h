#pragma once
#include <cstdint>
#include <vector>

#include "parallax/collect/collect.h"
#include "parallax/collect/html/main_text_rules.h"

namespace parallax {

/// What the classifier of blocks is told of each block of a page: numbers, a row a block. Raise
/// kBlockTemplates when their meaning changes.
inline constexpr std::uint32_t kBlockFeatures = 100;
inline constexpr std::uint32_t kBlockTemplates = 1;

/// A page as rules left it.
struct PageView {
  const HtmlPage& page;
  const BlockTexts& texts;
  const RulesView& by_rules;
};

/// Rows of kBlockFeatures numbers, one after the other. Linear in the page.
std::vector<float> block_features(const PageView& view, const PageRules& rules);

}  // namespace parallax
