#pragma once
#include <string>
#include <string_view>

namespace parallax {

/// Puts weight and colour on text for a terminal, or nothing at all. Only ESC [ … m sequences,
/// which display_width knows.
struct Paint {
  bool colour = false;

  std::string bold(std::string_view text) const { return with("\x1B[1m", text); }
  std::string dim(std::string_view text) const { return with("\x1B[2m", text); }
  /// The words that matter in a quotation: bold, or between the given marks where there is no
  /// colour.
  std::string mark(std::string_view text, std::string_view open, std::string_view close) const {
    return colour ? with("\x1B[1;33m", text) : std::string(open).append(text).append(close);
  }

 private:
  std::string with(std::string_view sequence, std::string_view text) const {
    return colour ? std::string(sequence).append(text).append("\x1B[0m") : std::string(text);
  }
};

}  // namespace parallax
