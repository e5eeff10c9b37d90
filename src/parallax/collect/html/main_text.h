#pragma once
#include <string>
#include <string_view>

#include "parallax/collect/collect.h"
#include "parallax/collect/html/html_page.h"

namespace parallax {

/// Decides which blocks of a page are its article, and their roles. The article is the smallest
/// element that holds nearly all of the page's *prose* (long blocks with few links, outside of
/// navigation and the like); in it, short blocks are kept where they are headings, list items,
/// captions, or paragraphs without much linking. The heading that is the title is kept from
/// wherever it stands. Returns the index of the title's block, or the number of blocks if there is
/// none.
std::size_t choose_main_text(std::string_view html, HtmlPage& page, const PageRules& rules);

}  // namespace parallax
