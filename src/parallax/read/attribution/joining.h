#pragma once
#include "parallax/read/attribution/attribute.h"

namespace parallax {

/// A quotation that goes on over several paragraphs has one speaker: its pieces become contents of
/// the one attribution that has any.
void join_continued_quotes(const ArticleWords& words, Findings& findings);

/// "— Ila Tarn, mayor of Harsk": a dash line without a verb behind a paragraph that is one
/// quotation. True if it was one.
bool read_signature(const Frame& frame, std::int32_t previous_quote, Findings& findings);

}  // namespace parallax
