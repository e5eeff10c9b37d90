#pragma once
#include "parallax/core/quotes.h"
#include "parallax/present/html.h"

namespace parallax {

/// The section that says who says what: words by side and outlet with a bar for the share of voice,
/// and who is quoted, each with his words folded away.
void add_quotes(Html& page, const Quotes& quotes);

}  // namespace parallax
