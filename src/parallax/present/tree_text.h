#pragma once
#include <string>
#include <string_view>

#include "parallax/core/analysis.h"

namespace parallax {

/// The layer `syntax` in its text form: a sentence a line, and below it its tokens with lemma, part
/// of speech, head and relation (docs/formats.md).
std::string trees_as_text(std::string_view text, const Analysis& analysis);

}  // namespace parallax
