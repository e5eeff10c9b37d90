#pragma once
#include <string_view>

#include "parallax/collect/html/block_features.h"

namespace parallax {

/// Decides which blocks of a page are its article, and their roles: rules give each block a role
/// (main_text_rules.h), and the model of `rules.block_model` (block_model.h) has the last word on
/// what is kept; without a model the rules have it. Returns the index of the title's block, or the
/// number of blocks if there is none.
std::size_t choose_main_text(const BlockTexts& texts, HtmlPage& page, const PageRules& rules);

/// What the model is told of a page: a row of kBlockFeatures a block. For trainers.
std::vector<float> block_rows(std::string_view html, HtmlPage& page, const PageRules& rules);

}  // namespace parallax
