#include "case_file.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace parallax::cases {
namespace {

constexpr std::string_view kCaseMark = "==== ";
constexpr std::string_view kExpectedMark = "----";

void drop_blank_end(std::vector<std::string>& lines) {
  while (!lines.empty() && lines.back().empty()) {
    lines.pop_back();
  }
}

Setting setting_of_line(std::string_view line) {
  line.remove_prefix(1);
  const std::size_t space = std::min(line.find(' '), line.size());
  const std::size_t value = std::min(space + 1, line.size());
  return {std::string(line.substr(0, space)), std::string(line.substr(value))};
}

enum class Part { comment, head, input, expected };

/// Puts the lines of one file where they belong, one at a time.
class Reader {
 public:
  void take(const std::string& line, std::size_t number) {
    if (line.starts_with(kCaseMark)) {
      Case& one = file_.cases.emplace_back();
      one.name = line.substr(kCaseMark.size());
      one.line = number;
      part_ = Part::head;
    } else if (part_ == Part::comment) {
      file_.comment.push_back(line);
    } else {
      take_in_case(file_.cases.back(), line, number);
    }
  }

  CaseFile finish() {
    for (Case& one : file_.cases) {
      drop_blank_end(one.expected);
    }
    drop_blank_end(file_.comment);
    return std::move(file_);
  }

 private:
  void take_in_case(Case& one, const std::string& line, std::size_t number) {
    if (part_ != Part::expected && line == kExpectedMark) {
      part_ = Part::expected;
      one.expected_line = number + 1;
    } else if (part_ == Part::head && line.starts_with('%')) {
      one.head.push_back(line);
      one.settings.push_back(setting_of_line(line));
    } else if (part_ == Part::expected) {
      one.expected.push_back(line);
    } else {
      part_ = Part::input;
      one.input.push_back(line);
    }
  }

  CaseFile file_;
  Part part_ = Part::comment;
};

void append(std::string& out, const std::vector<std::string>& lines) {
  for (const std::string& line : lines) {
    out += line;
    out += '\n';
  }
}

}  // namespace

Result<CaseFile> read_case_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(in), {});
  if (in.bad() || !in.is_open()) {
    return std::unexpected(Error{ErrorCode::not_found, "cannot read the case file", path});
  }
  Reader reader;
  std::size_t number = 0;
  for (const std::string& line : split_lines(bytes)) {
    reader.take(line, ++number);
  }
  return reader.finish();
}

Result<void> write_case_file(const std::filesystem::path& path, const CaseFile& file) {
  std::string out;
  append(out, file.comment);
  for (const Case& one : file.cases) {
    if (!out.empty()) {
      out += '\n';
    }
    out += std::string(kCaseMark) + one.name + '\n';
    append(out, one.head);
    append(out, one.input);
    out += std::string(kExpectedMark) + '\n';
    append(out, one.expected);
  }
  std::ofstream(path, std::ios::binary) << out;
  return {};
}

std::string_view setting(const Case& one, std::string_view name) {
  const auto found = std::ranges::find(one.settings, name, &Setting::name);
  return found == one.settings.end() ? std::string_view() : found->value;
}

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string join_lines(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) {
    if (&line != &lines.front()) {
      out += '\n';
    }
    out += line;
  }
  return out;
}

std::string difference(const std::vector<std::string>& expected,
                       const std::vector<std::string>& found) {
  // common[i][j]: how many lines the rests of both lists from i and j on have in common.
  const std::size_t rows = expected.size();
  const std::size_t columns = found.size();
  std::vector<std::vector<std::size_t>> common(rows + 1, std::vector<std::size_t>(columns + 1));
  for (std::size_t i = rows; i-- > 0;) {
    for (std::size_t j = columns; j-- > 0;) {
      common[i][j] = expected[i] == found[j] ? common[i + 1][j + 1] + 1
                                             : std::max(common[i + 1][j], common[i][j + 1]);
    }
  }
  std::string out;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < rows || j < columns) {
    if (i < rows && j < columns && expected[i] == found[j]) {
      out += "    " + expected[i++] + '\n';
      ++j;
    } else if (i < rows && (j == columns || common[i + 1][j] >= common[i][j + 1])) {
      out += "  - " + expected[i++] + '\n';
    } else {
      out += "  + " + found[j++] + '\n';
    }
  }
  return out;
}

}  // namespace parallax::cases
