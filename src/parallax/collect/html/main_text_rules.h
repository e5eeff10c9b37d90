#pragma once
#include <cstddef>
#include <vector>

#include "parallax/collect/collect.h"
#include "parallax/collect/html/html_page.h"

namespace parallax {

/// What rules made of a page beyond the roles of its blocks.
struct RulesView {
  std::size_t title = 0;         ///< the block that is the title, or the number of blocks
  std::vector<bool> inside;      ///< nodes within the element that is held for the article
  std::vector<bool> in_article;  ///< nodes within <article>, <main> and the like
  std::vector<const PageRules::Line*> lines;  ///< of each block: what its words say, or null
};

/// Decides by rules which blocks of a page are its article, and their roles. The article is the
/// smallest element that holds nearly all of the page's *prose* (long blocks with few links,
/// outside of navigation and the like); in it, short blocks are kept where they are headings, list
/// items, captions, or paragraphs without much linking. The heading that is the title is kept from
/// wherever it stands.
RulesView choose_by_rules(HtmlPage& page, const BlockTexts& texts, const PageRules& rules);

/// The role of a kept block by the elements around it.
Role role_by_element(const HtmlBlock& block);

}  // namespace parallax
