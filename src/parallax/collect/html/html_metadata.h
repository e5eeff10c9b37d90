#pragma once
#include <string_view>
#include <vector>

#include "parallax/collect/collect.h"
#include "parallax/collect/html/metadata_view.h"

namespace parallax {

/// What a page says of itself, of each field the best first: JSON-LD, <meta>, <link>, <time>,
/// microdata, headings, bylines, lines that hold a date, its own address. `title` is the block that
/// choose_main_text found, or the number of blocks. `where` is counted in bytes of the decoded page.
std::vector<Evidence> find_html_metadata(const PageParts& parts, std::size_t title,
                                         const PageRules& rules);

}  // namespace parallax
