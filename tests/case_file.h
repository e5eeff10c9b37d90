#pragma once
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parallax/core/result.h"

/// Case files: made-up text, and what the program is to find in it, as text. Anybody can add one
/// with an editor.
///
///     lines before the first case are a comment
///     ==== what the case shows
///     %published 2031-05-14
///     "The village was taken," Aren said.
///     ----
///     attribution  source="Aren"  cue="said"  ...
///
/// Lines that start with `%` at the top of a case set something; they are no part of the text.
namespace parallax::cases {

struct Setting {
  std::string name;
  std::string value;
};

struct Case {
  std::string name;
  std::size_t line = 1;           ///< of the `====` line, counted from 1
  std::size_t expected_line = 1;  ///< of the first expected line
  std::vector<Setting> settings;
  std::vector<std::string> head;   ///< the `%` lines as they stand in the file
  std::vector<std::string> input;  ///< lines without line feeds
  std::vector<std::string> expected;
};

struct CaseFile {
  std::vector<std::string> comment;
  std::vector<Case> cases;
};

Result<CaseFile> read_case_file(const std::filesystem::path& path);
/// Writes the file anew; reading it again gives the same cases.
Result<void> write_case_file(const std::filesystem::path& path, const CaseFile& file);

/// The value of a setting, or an empty view. Lives as long as `one`.
std::string_view setting(const Case& one, std::string_view name);
/// The lines of `text`; a line feed at the end opens no further line.
std::vector<std::string> split_lines(std::string_view text);
std::string join_lines(const std::vector<std::string>& lines);
/// Lines only in `expected` with `-`, only in `found` with `+`, in both with a space: the shortest
/// such list.
std::string difference(const std::vector<std::string>& expected,
                       const std::vector<std::string>& found);

}  // namespace parallax::cases
