#include "parallax/cli/text_table.h"

#include <algorithm>

#include "parallax/text/utf8.h"

namespace parallax {
namespace {

/// Code points, which is close enough for a listing.
std::size_t width(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string cut(std::string_view text, std::size_t columns) {
  if (width(text) <= columns) {
    return std::string(text);
  }
  std::string shown;
  std::size_t at = 0;
  for (std::size_t i = 0; i + 1 < columns; ++i) {
    const CodePoint point = code_point_at(text, at);
    shown += text.substr(at, point.size);
    at += point.size;
  }
  return shown + "\xE2\x80\xA6";
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string line;
  std::size_t at = 0;
  bool space = false;
  while (at < text.size()) {
    const CodePoint point = code_point_at(text, at);
    const bool control = !point.valid || point.value < 0x20 ||
                         (point.value >= 0x7F && point.value < 0xA0) ||
                         (point.value >= 0x202A && point.value <= 0x202E) ||
                         (point.value >= 0x2066 && point.value <= 0x2069);
    if (is_space(point.value)) {
      space = !line.empty();
    } else {
      line += space ? " " : "";
      space = false;
      line += control ? "\xEF\xBF\xBD" : text.substr(at, point.size);
    }
    at += point.size;
  }
  return line;
}

void TextTable::add(std::vector<std::string> row) {
  for (std::string& cell : row) {
    cell = one_line(cell);
  }
  rows_.push_back(std::move(row));
}

std::string TextTable::text(std::size_t columns) const {
  std::vector<std::size_t> widths(rows_.front().size());
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < widths.size(); ++i) {
      widths[i] = std::max(widths[i], width(row[i]));
    }
  }
  constexpr std::size_t kShortestLast = 16;
  std::string text;
  for (const auto& row : rows_) {
    std::size_t column = 0;
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
      text += row[i] + std::string(widths[i] - width(row[i]) + 2, ' ');
      column += widths[i] + 2;
    }
    const std::size_t left = columns > column + kShortestLast ? columns - column : kShortestLast;
    text += cut(row.back(), left) + '\n';
  }
  return text;
}

}  // namespace parallax
