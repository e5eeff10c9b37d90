#pragma once
#include "parallax/read/attribution/article_words.h"

namespace parallax {

/// Direct: the content is quotations and nothing else. Mixed: some of it is quoted, and the quoted
/// words are the speaker's. A name in quotation marks, a "so-called", and a few words held at a
/// distance where somebody thinks or does something are not: then indirect.
AttributionKind kind_of(const ArticleWords& words, const Attribution& attribution);

}  // namespace parallax
