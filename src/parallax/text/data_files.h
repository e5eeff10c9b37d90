#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "parallax/core/result.h"

namespace parallax {

/// The data that the program reads with: `lang/en/*.tsv`, `names/*.tsv`. Compiled into the program;
/// a file of the same name in a user's folder takes its place, and a pile may add `names/pile.tsv`.
/// Immutable once handed out; any thread may read it. A copy is cheap: it shares what is compiled
/// in.
class DataFiles {
 public:
  /// The files compiled into the program; those only whose names begin so.
  static DataFiles built_in(std::string_view beginning = {});
  /// The built-in files, each replaced by the file of the same relative name under `folder` where
  /// there is one.
  static Result<DataFiles> with_folder(const std::filesystem::path& folder);

  /// Adds or replaces one file.
  void put(std::string name, std::string bytes);
  /// The bytes of a file, or an empty view; lives as long as this object. Names use `/`.
  std::string_view file(std::string_view name) const;
  /// A hash over all names and bytes: part of every layer's key.
  std::string version() const;

 private:
  /// Compiled in, or our own.
  using Bytes = std::variant<std::string_view, std::string>;
  std::map<std::string, Bytes, std::less<>> files_;
};

/// The rows of a tab-separated file: comment lines (`#`) and blank lines left out, cells trimmed.
/// Views into `bytes`. A row has as many cells as it has; `cell(row, i)` gives an empty view past
/// the end.
std::vector<std::vector<std::string_view>> tsv_rows(std::string_view bytes);
std::string_view cell(const std::vector<std::string_view>& row, std::size_t index);
/// The number that a cell holds; 0 where it holds none.
double number_cell(const std::vector<std::string_view>& row, std::size_t index);
/// The parts of `list` between `separator`, trimmed, empty parts left out. Views into `list`.
std::vector<std::string_view> split_list(std::string_view list, char separator);

}  // namespace parallax
