#pragma once
#include <string>
#include <string_view>

#include "parallax/collect/collect.h"
#include "parallax/core/result.h"

namespace parallax {

/// The paragraphs of a word/document.xml (Office Open XML) as an HTML page: headings by their
/// style, list items, paragraphs; what was struck out in revision is left out. Fails with one
/// sentence on broken XML, or where the page would have more than `most` bytes.
Result<std::string> office_text_as_html(std::string_view document, std::uint64_t most);

/// Title, author and date of a docProps/core.xml; what cannot be read is unknown.
Metadata office_metadata(std::string_view core);

}  // namespace parallax
