#pragma once
#include <cstdint>
#include <string_view>

#include "parallax/collect/collect.h"

namespace parallax {

inline constexpr std::size_t kFragmentWords = 16;  ///< headings and captions are no longer

/// What a line is on its own, measured once.
struct LineFacts {
  std::size_t words = 0;
  bool sentence = false;  ///< ends as a sentence does
  bool prose = false;     ///< long enough to be a paragraph of the article
  bool url = false;
  const PageRules::Line* rule =
      nullptr;  ///< the row of page_lines.tsv that it meets; lives in the rules
};

LineFacts facts_of(std::string_view line, const PageRules& rules);

}  // namespace parallax
