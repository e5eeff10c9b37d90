#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "parallax/core/span.h"

namespace parallax {

/// Words between quotation marks, marks included. A quotation that runs over several paragraphs has
/// one piece in each.
struct QuoteSpan {
  Span span;
  std::int32_t parent =
      -1;  ///< the piece in which this one is nested, an index into the same vector
  std::int32_t continues = -1;  ///< the piece in an earlier paragraph that this one goes on from
  bool closed = true;           ///< false: the paragraph ends before the quotation does
  bool operator==(const QuoteSpan&) const = default;
};

/// The quotations of a text whose paragraphs are `paragraphs` (ascending), ascending by begin.
/// Knows “ ” „ ‟ ‘ ’ ‚ « » ‹ › " ' '' and ``; tells an apostrophe from a mark by its neighbours. An
/// opening mark without an end is no quotation, unless it opens its paragraph: then the quotation
/// runs to the paragraph's end. Total over any valid UTF-8; linear.
std::vector<QuoteSpan> find_quote_spans(std::string_view text, std::span<const Span> paragraphs);

}  // namespace parallax
