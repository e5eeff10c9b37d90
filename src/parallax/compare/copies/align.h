#pragma once
#include <optional>

#include "parallax/compare/copies/copy_text.h"
#include "parallax/core/copies.h"

namespace parallax {

/// What two texts have in common, by which it is told whether they are copies.
struct Likeness {
  Alignment alignment;
  std::optional<CopyKind>
      kind;  ///< `abridged` stands for `extended`, too: dates are not known here
  bool furniture_alone = false;  ///< they would be copies if what stands around articles counted
};

/// Lays two texts side by side, sentence by sentence. A sentence stands in the other text when half
/// of its words do (cover.h). Texts are copies when much of the shorter stands in the longer; what
/// both quote, and lines that stand at the ends of many other articles, count on neither side. Kind
/// `quoting`: no copies, but one long run of the same words that not both quote; also where one
/// quotes nearly all that is shared, and the other does not. Symmetrical but for the order of its
/// results. Linear in the words.
Likeness compare_texts(const CopyText& first, const CopyText& second);

}  // namespace parallax
