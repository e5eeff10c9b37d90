#pragma once
#include <cstdint>
#include <string_view>

namespace parallax {

/// What one line of text looks like, counted in one pass over its bytes.
struct TextCounts {
  std::uint32_t words = 0;     ///< parts between white space
  std::uint32_t capitals = 0;  ///< words that begin with an ASCII capital
  std::uint32_t small = 0;     ///< words that begin with an ASCII small letter
  std::uint32_t digits = 0;    ///< bytes
  std::uint32_t upper = 0;     ///< bytes that are ASCII capitals
  std::uint32_t commas = 0;
  std::uint32_t sentences =
      0;  ///< full stops, question and exclamation marks before white space or the end
  std::uint32_t signs = 0;  ///< | / > · • and the like between words
};

TextCounts counts_of(std::string_view line);

}  // namespace parallax
