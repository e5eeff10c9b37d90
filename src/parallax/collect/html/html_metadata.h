#pragma once
#include <string>
#include <string_view>

#include "parallax/collect/collect.h"
#include "parallax/collect/html/html_page.h"

namespace parallax {

/// What a page says of itself: JSON-LD, Open Graph and other <meta>, <time>, <link rel=canonical>,
/// the byline. `title` is the text of the block that choose_main_text found, or empty.
Metadata find_html_metadata(std::string_view html, const HtmlPage& page, std::size_t title,
                            const PageRules& rules);

}  // namespace parallax
