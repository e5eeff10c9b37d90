#include "parallax/collect/mapped_text.h"

#include <algorithm>
#include <cassert>

namespace parallax {

void MappedText::append_identical(std::string_view bytes) {
  if (bytes.empty()) {
    return;
  }
  if (pieces_.empty() || !pieces_.back().identical) {
    pieces_.push_back({text_size(), source_size_, true});
  }
  text_ += bytes;
  source_size_ += static_cast<std::uint32_t>(bytes.size());
}

void MappedText::append_converted(std::string_view text, std::uint32_t source_bytes) {
  pieces_.push_back({text_size(), source_size_, false});
  text_ += text;
  source_size_ += source_bytes;
}

std::size_t MappedText::piece_at(std::uint32_t offset) const {
  assert(!pieces_.empty());
  const auto after = std::ranges::upper_bound(pieces_, offset, {}, &Piece::text);
  return after == pieces_.begin() ? 0 : static_cast<std::size_t>(after - pieces_.begin()) - 1;
}

std::uint32_t MappedText::text_end(std::size_t piece) const {
  return piece + 1 < pieces_.size() ? pieces_[piece + 1].text : text_size();
}

std::uint32_t MappedText::source_end(std::size_t piece) const {
  return piece + 1 < pieces_.size() ? pieces_[piece + 1].source : source_size_;
}

std::uint32_t MappedText::source_of(std::uint32_t offset) const {
  if (offset >= text_size()) {
    return source_size_;
  }
  const std::size_t at = piece_at(offset);
  const Piece& piece = pieces_[at];
  return piece.identical ? piece.source + (offset - piece.text) : piece.source;
}

}  // namespace parallax
