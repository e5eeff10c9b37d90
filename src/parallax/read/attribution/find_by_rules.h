#pragma once
#include "parallax/read/attribution/attribute.h"

namespace parallax {

/// What the rules find in an article, quotations that go on over paragraphs joined; some without
/// content ("X said:"), neither in order nor nested yet.
Findings find_by_rules(const ArticleWords& words);

}  // namespace parallax
