#pragma once
#include <string>
#include <string_view>

namespace parallax {

/// The columns that a text takes on a terminal: 2 for wide characters, 0 for combining and format
/// characters, and 0 for our own colour sequences (ESC [ … m; terminal_text leaves none of anybody
/// else's).
std::size_t display_width(std::string_view text);

struct Wrapping {
  std::size_t columns = 80;  ///< of the whole line, indent included
  std::size_t first = 0;     ///< indent of the first line
  std::size_t rest = 0;      ///< indent of the lines after it
  std::string_view label;    ///< stands before the first word, its spaces kept: "why     "
};

/// `text` on lines of at most `columns`, each with its indent and a line feed. Broken at spaces; a
/// word wider than a line is broken anywhere but before a combining character. Line feeds in `text`
/// count as spaces.
void append_wrapped(std::string& out, std::string_view text, const Wrapping& wrapping);

}  // namespace parallax
