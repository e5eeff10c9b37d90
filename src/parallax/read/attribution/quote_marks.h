#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "parallax/core/span.h"

namespace parallax {

enum class MarkKind : std::uint8_t { double_mark, single_mark, guillemet };
enum class MarkSide : std::uint8_t { opens, closes, either };

/// One quotation mark and what it does by its shape and its neighbours.
struct QuoteMark {
  Span span;
  MarkKind kind = MarkKind::double_mark;
  MarkSide side = MarkSide::either;
  bool low = false;  ///< „ or ‚: its like in “ or ‘ closes
  bool perhaps_apostrophe =
      false;  ///< "the brothers’ house": closes only where no better end follows
};

/// The quotation marks of one paragraph, ascending, apostrophes left out. `out` is cleared first.
void gather_quote_marks(std::string_view text, Span paragraph, std::vector<QuoteMark>& out);

}  // namespace parallax
