#include "parallax/compare/copies/sketch.h"

#include <algorithm>

namespace parallax {

Sketch sketch_of(std::span<const WordHash> words) {
  Sketch sketch;
  sketch.cells.fill(Sketch::kEmpty);
  const auto draw = [&](std::uint64_t shingle) {
    const Drawn drawn = drawn_of(shingle);
    sketch.cells[drawn.cell] = std::min(sketch.cells[drawn.cell], drawn.value);
  };
  for (std::size_t i = 2; i < words.size(); ++i) {
    draw(hash_of_three(words[i - 2].hash, words[i - 1].hash, words[i].hash));
  }
  if (words.size() == 1 || words.size() == 2) {
    draw(hash_of_three(0, words.front().hash, words.back().hash));
  }
  return sketch;
}

Sketch sketch_of(std::string_view text) {
  std::vector<WordHash> words;
  words.reserve(text.size() / 5);
  append_word_hashes(text, words);
  return sketch_of(words);
}

std::string print_sketch(const Sketch& sketch) {
  std::string bytes;
  bytes.reserve(4 * Sketch::kCells);
  for (const std::uint32_t value : sketch.cells) {
    for (const unsigned shift : {0U, 8U, 16U, 24U}) {
      bytes.push_back(static_cast<char>(value >> shift & 0xFFU));
    }
  }
  return bytes;
}

std::optional<Sketch> parse_sketch(std::string_view bytes) {
  if (bytes.size() != 4 * Sketch::kCells) {
    return std::nullopt;
  }
  Sketch sketch;
  for (std::size_t i = 0; i < Sketch::kCells; ++i) {
    std::uint32_t value = 0;
    for (std::size_t k = 4; k-- > 0;) {
      value = value << 8U | static_cast<unsigned char>(bytes[4 * i + k]);
    }
    sketch.cells[i] = value;
  }
  return sketch;
}

}  // namespace parallax
