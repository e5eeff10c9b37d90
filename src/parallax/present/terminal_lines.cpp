#include "parallax/present/terminal_lines.h"

#include <algorithm>

#include "parallax/present/display_width.h"

namespace parallax {
namespace {

constexpr unsigned kNarrowest = 32;

}  // namespace

TerminalLines::TerminalLines(const TerminalStyle& style, std::size_t hanging_columns)
    : columns(std::max(style.columns, kNarrowest)), paint{style.colour}, hanging(hanging_columns) {}

void TerminalLines::line(std::string_view text, std::size_t indent) {
  append_wrapped(out, text,
                 {.columns = columns, .first = indent, .rest = indent + hanging, .label = {}});
}

void TerminalLines::labelled(std::string_view label, std::string_view text, std::size_t indent) {
  append_wrapped(
      out, text,
      {.columns = columns, .first = indent, .rest = indent + display_width(label), .label = label});
}

}  // namespace parallax
