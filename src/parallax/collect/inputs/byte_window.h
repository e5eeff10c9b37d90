#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "parallax/collect/inputs/byte_source.h"

namespace parallax {

/// Looks ahead in a source. Holds as much as was asked for and the rest of a stretch; whatever is
/// asked, moving bytes about costs no more than a constant for each byte that passes.
class ByteWindow : public ByteSource {
 public:
  explicit ByteWindow(ByteSource& source) : source_(source) {}

  /// What is at hand; lives until the next fill, consume or next.
  std::string_view bytes() const { return std::string_view(buffer_).substr(head_); }
  /// Brings at least `size` bytes to hand, or all that are left.
  std::string_view fill(std::size_t size);
  /// Passes over bytes at hand.
  void consume(std::size_t size);
  /// Passes over `size` bytes, or all that are left, in constant memory.
  void skip(std::uint64_t size);
  /// How many bytes of the source were passed over.
  std::uint64_t offset() const { return offset_; }

  /// As a source: all that was not passed over.
  std::string_view next() override;
  bool damaged() const override { return source_.damaged(); }

 private:
  ByteSource& source_;
  std::string buffer_;
  std::size_t head_ = 0;
  std::size_t handed_out_ = 0;  ///< by `next`, to be passed over
  std::uint64_t offset_ = 0;
  bool ended_ = false;
};

}  // namespace parallax
