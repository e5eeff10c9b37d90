#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace parallax {

/// A text from outside on one line of a terminal: runs of white space as one space, control
/// characters as U+FFFD.
std::string one_line(std::string_view text);

/// Columns of plain text, as wide as their widest cell; only the last is cut at the width of the
/// terminal.
class TextTable {
 public:
  explicit TextTable(std::vector<std::string> header) { add(std::move(header)); }
  void add(std::vector<std::string> row);
  std::string text(std::size_t columns) const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace parallax
