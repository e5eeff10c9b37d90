#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parallax/core/span.h"

namespace parallax {

/// UTF-8 text that knows for each of its bytes where it came from. It is made of *pieces*, which
/// stand in order and cover text and source without gaps. A piece is either identical (the same
/// bytes, one for one) or converted (some source bytes became some text, either may be empty). Text
/// and source are limited to 4 GiB.
class MappedText {
 public:
  struct Piece {
    std::uint32_t text = 0;    ///< where it begins in the text
    std::uint32_t source = 0;  ///< where it begins in the source
    bool identical = true;
  };

  void append_identical(std::string_view bytes);
  void append_converted(std::string_view text, std::uint32_t source_bytes);

  const std::string& text() const { return text_; }
  const std::vector<Piece>& pieces() const { return pieces_; }
  std::uint32_t text_size() const { return static_cast<std::uint32_t>(text_.size()); }
  std::uint32_t source_size() const { return source_size_; }

  /// The last piece that begins at or before `offset` and is not empty, or the last one.
  /// Logarithmic. There must be a piece.
  std::size_t piece_at(std::uint32_t offset) const;
  std::uint32_t text_end(std::size_t piece) const;
  std::uint32_t source_end(std::size_t piece) const;

  /// Where the byte at `offset` came from (for the end of the text: the end of the source). Inside
  /// a converted piece: its begin.
  std::uint32_t source_of(std::uint32_t offset) const;

 private:
  std::string text_;
  std::vector<Piece> pieces_;
  std::uint32_t source_size_ = 0;
};

}  // namespace parallax
