#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "parallax/compare/copies/word_hashes.h"

namespace parallax {

/// What is kept of a text to find its copies: a sample of its runs of three words ("shingles"),
/// drawn so that two texts draw the same ones where they have them. Each shingle belongs to one of
/// 128 cells by its hash, and each cell keeps the smallest hash that came into it (one-permutation
/// MinHash: P. Li, A. Owen, C.-H. Zhang, 2012). The share of equal cells estimates the share of
/// shingles that two texts have in common.
struct Sketch {
  static constexpr std::size_t kCells = 128;
  static constexpr std::uint32_t kEmpty = 0xFFFFFFFFU;
  std::array<std::uint32_t, kCells> cells;
  bool operator==(const Sketch&) const = default;
};

/// Grows when the same text would give another sketch.
constexpr std::uint32_t kSketchVersion = 1;

/// Linear in the text; total over any bytes. A text without words has an empty sketch.
Sketch sketch_of(std::string_view text);
Sketch sketch_of(std::span<const WordHash> words);

/// The cell that a shingle belongs to, and what stands in it if that shingle is drawn.
struct Drawn {
  std::size_t cell;
  std::uint32_t value;
};
constexpr Drawn drawn_of(std::uint64_t shingle) {
  const auto value = static_cast<std::uint32_t>(shingle >> 16U);
  return {static_cast<std::size_t>(shingle >> 57U), value == Sketch::kEmpty ? value - 1 : value};
}

/// 512 bytes, little-endian.
std::string print_sketch(const Sketch& sketch);
/// Nothing where the bytes are no sketch.
std::optional<Sketch> parse_sketch(std::string_view bytes);

}  // namespace parallax
