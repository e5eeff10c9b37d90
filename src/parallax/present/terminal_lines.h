#pragma once
#include <string>
#include <string_view>

#include "parallax/present/paint.h"
#include "parallax/present/present.h"

namespace parallax {

/// What the lines of one list on a terminal share: its width, its colour, and what was written.
struct TerminalLines {
  /// What does not fit a line goes on `hanging` columns deeper.
  TerminalLines(const TerminalStyle& style, std::size_t hanging);

  void line(std::string_view text, std::size_t indent);
  /// Further lines stand under the text, not under its label.
  void labelled(std::string_view label, std::string_view text, std::size_t indent);

  std::string out;
  std::size_t columns;
  Paint paint;
  std::size_t hanging;
};

}  // namespace parallax
