#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "parallax/core/span.h"

namespace parallax {

/// A word of a text, folded: letters and digits, apostrophes left out; marks and spaces part words.
struct WordHash {
  std::uint64_t hash = 0;
  Span span;
};

/// The words of a text, ascending. Total over any bytes. Some 5 ns a word where it is ASCII; a word
/// with other letters is folded by ICU, a hundred times as slow.
void append_word_hashes(std::string_view text, std::vector<WordHash>& words);

/// A number for three words in their order.
constexpr std::uint64_t hash_of_three(std::uint64_t a, std::uint64_t b, std::uint64_t c) {
  std::uint64_t mixed = a * 0x9E3779B97F4A7C15U + b;
  mixed = (mixed ^ (mixed >> 29U)) * 0xBF58476D1CE4E5B9U + c;
  mixed = (mixed ^ (mixed >> 32U)) * 0x94D049BB133111EBU;
  return mixed ^ (mixed >> 29U);
}

}  // namespace parallax
