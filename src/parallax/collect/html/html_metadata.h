#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "parallax/collect/collect.h"
#include "parallax/collect/html/metadata_view.h"

namespace parallax {

/// Gives the blocks that the chosen title, author and date stand in their roles. A heading that is
/// not believed is no title.
void agree_on_roles(std::span<const Evidence> evidence, const BlockTexts& texts, HtmlPage& page);

/// What a page says of itself, of each field the best first: JSON-LD, <meta>, <link>, <time>,
/// microdata, headings, bylines, lines that hold a date, its own address. `title` is the block that
/// choose_main_text found, or the number of blocks. `where` is counted in bytes of the decoded
/// page.
std::vector<Evidence> find_html_metadata(const PageParts& parts, std::size_t title,
                                         const PageRules& rules);

}  // namespace parallax
