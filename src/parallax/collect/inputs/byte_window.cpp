#include "parallax/collect/inputs/byte_window.h"

#include <algorithm>

namespace parallax {

std::string_view ByteWindow::fill(std::size_t size) {
  while (bytes().size() < size && !ended_) {
    const std::string_view stretch = source_.next();
    ended_ = stretch.empty();
    if (head_ >= bytes().size()) {  // no more is moved than was passed over
      buffer_.erase(0, head_);
      head_ = 0;
    }
    buffer_ += stretch;
  }
  return bytes();
}

void ByteWindow::consume(std::size_t size) {
  const std::size_t passed = std::min(size, bytes().size());
  head_ += passed;
  offset_ += passed;
}

void ByteWindow::skip(std::uint64_t size) {
  while (size > 0 && !fill(1).empty()) {
    const std::size_t passed = std::min<std::uint64_t>(size, bytes().size());
    consume(passed);
    size -= passed;
  }
}

std::string_view ByteWindow::next() {
  consume(handed_out_);
  handed_out_ = fill(1).size();
  return bytes();
}

}  // namespace parallax
