#pragma once
#include <string>
#include <string_view>

#include "parallax/core/analysis.h"
#include "parallax/core/result.h"

namespace parallax {

/// An analysis as bytes: a version byte, then every vector as a count and its elements. Numbers are
/// varints, a span is its distance from the span before it, a text is its length and its bytes.
/// Equal analyses give equal bytes; `parse_analysis` undoes it exactly.
std::string print_analysis(const Analysis& analysis);

/// Reads what `print_analysis` wrote. Total: damaged bytes give an Error (bad_format, or
/// newer_version), never a span outside a text of `text_bytes` bytes or an index outside the vector
/// that it names.
Result<Analysis> parse_analysis(std::string_view bytes, std::uint32_t text_bytes);

}  // namespace parallax
