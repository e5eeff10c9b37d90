#include "parallax/collect/pile_settings.h"

#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "parallax/core/date.h"

namespace parallax {
namespace {

constexpr std::uintmax_t kLargestFile = std::uintmax_t{16} << 20U;

std::optional<std::string> read_small_file(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) {
    return std::nullopt;  // opening a pipe would wait for somebody to write
  }
  const auto size = std::filesystem::file_size(path, error);
  std::ifstream file(path, std::ios::binary);
  if (error || size > kLargestFile || !file) {
    return std::nullopt;
  }
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return std::move(bytes).str();
}

/// Whether a path leads into a folder, links followed. A path that leads nowhere does.
bool lies_in(const std::filesystem::path& path, const std::filesystem::path& folder) {
  std::error_code error;
  const auto inner = std::filesystem::weakly_canonical(path, error);
  const auto outer = std::filesystem::weakly_canonical(folder, error);
  return std::ranges::mismatch(outer, inner).in1 == outer.end();
}

/// Where the string ends whose first quote stands at `at`: behind its last.
std::size_t end_of_string(std::string_view toml, std::size_t at) {
  const char quote = toml[at];
  const std::string three(3, quote);
  const bool is_long = toml.substr(at).starts_with(three);
  const std::string_view last = std::string_view(three).substr(0, is_long ? 3 : 1);
  at += last.size();
  while (at < toml.size() && !toml.substr(at).starts_with(last)) {
    at += quote == '"' && toml[at] == '\\' ? 2 : 1;
  }
  at = std::min(at + last.size(), toml.size());
  for (int more = 0; is_long && more < 2 && at < toml.size() && toml[at] == quote; ++more) {
    ++at;  // two quotes may stand inside, before the last three
  }
  return at;
}

/// `a.b.c` is a table in a table in a table. The library limits how deep values stand in each
/// other, not how many parts a key has, and frees tables by recursion: a line of a megabyte would
/// end the program.
constexpr std::size_t kMostDots = 7;

/// The line, from 1, of a key with more parts than anything known has.
std::optional<std::size_t> line_of_long_key(std::string_view toml) {
  std::size_t dots = 0;
  for (std::size_t at = 0; at < toml.size();) {
    const char c = toml[at];
    if (c == '"' || c == '\'') {
      at = end_of_string(toml, at);
      continue;
    }
    if (c == '#') {
      at = std::min(toml.find('\n', at), toml.size());
      continue;
    }
    const bool ends_key = std::string_view("=,[]{}\n").contains(c);
    dots = ends_key ? 0 : dots + (c == '.' ? 1 : 0);
    if (dots > kMostDots) {
      return 1 + static_cast<std::size_t>(std::ranges::count(toml.substr(0, at), '\n'));
    }
    ++at;
  }
  return std::nullopt;
}

class SettingsReader {
 public:
  explicit SettingsReader(const std::filesystem::path& folder)
      : folder_(folder), file_(folder / kSettingsFile) {}

  FolderSettings run() {
    const auto bytes = read_small_file(file_);
    if (!bytes) {
      complain("cannot be opened; check that it is a readable file");
      return std::move(settings_);
    }
    if (const auto line = line_of_long_key(*bytes)) {
      complain("has a key of too many parts in line " + std::to_string(*line));
      return std::move(settings_);
    }
    try {  // the library throws; nothing of ours does
      read(toml::parse(*bytes));
    } catch (const toml::parse_error& error) {
      complain("is not valid TOML in line " + std::to_string(error.source().begin.line) + ": " +
               std::string(error.description()));
    }
    return std::move(settings_);
  }

 private:
  /// `what` may quote the file: it stays one line whatever it quotes.
  void complain(std::string what) {
    std::ranges::replace_if(what, [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
    if (!settings_.trouble) {
      settings_.trouble = Error{.code = ErrorCode::bad_format,
                                .message = file_.string() + " " + what,
                                .where = file_.string()};
    }
  }

  void read(const toml::table& table) {
    for (const auto& [key, value] : table) {
      const std::string_view name = key.str();
      if (name == "names") {
        read_names(value);
      } else if (name == "article" && value.is_array()) {
        for (const auto& each : *value.as_array()) {
          read_article(each);
        }
      } else if (name == "outlets" && value.is_table()) {
        read_outlets(*value.as_table());
      } else {
        complain("has an entry that is not known: " + std::string(name) +
                 "; known are names, [[article]] and [outlets.\"NAME\"]");
      }
    }
  }

  void read_names(const toml::node& value) {
    settings_.names_file = value.value_or(std::string());
    if (!lies_in(folder_ / settings_.names_file, folder_)) {
      // A pile may come from anybody, and what it names goes into the project file.
      complain("names a file for names outside of its folder: \"" + settings_.names_file + "\"");
      settings_.names_file.clear();
      return;
    }
    const auto bytes = read_small_file(folder_ / settings_.names_file);
    if (settings_.names_file.empty() || !bytes) {
      complain("names a file for names that cannot be read: \"" + settings_.names_file + "\"");
      return;
    }
    settings_.pile.names_tsv = *bytes;
  }

  void read_article(const toml::node& node) {
    const toml::table* const table = node.as_table();
    const std::string path = table == nullptr ? "" : table->at_path("path").value_or(std::string());
    if (path.empty()) {
      complain("has an [[article]] without a path");
      return;
    }
    std::error_code error;
    if (!std::filesystem::exists(folder_ / path, error)) {
      complain("speaks of \"" + path + "\", which is not in the folder");
    }
    Metadata& given = settings_.articles[path];
    for (const auto& [key, value] : *table) {
      read_field(key.str(), value, path, given);
    }
  }

  void read_field(std::string_view key, const toml::node& value, const std::string& path,
                  Metadata& given) {
    if (key == "path") {
      return;
    }
    const NamedField* const field = metadata_field_named(key);
    if (field == nullptr) {
      complain("has an entry that is not known: " + std::string(key) + ", at \"" + path + "\"");
      return;
    }
    const std::string text = text_of(value);
    const bool bad_date = is_date(field->field) && !day_from_iso(text);
    if (text.empty() || bad_date) {
      complain("gives \"" + path + "\" a value for " + std::string(key) + " that is no " +
               (bad_date ? "date as 2031-05-14" : "text"));
      return;
    }
    given.*(field->member) = text;
  }

  /// Strings, and TOML's own dates and times.
  static std::string text_of(const toml::node& value) {
    if (value.is_date() || value.is_date_time()) {
      std::ostringstream out;
      if (value.is_date()) {
        out << value.as_date()->get();
      } else {
        out << value.as_date_time()->get();
      }
      return out.str().substr(0, 19);
    }
    return value.value_or(std::string());
  }

  void read_outlets(const toml::table& outlets) {
    for (const auto& [name, node] : outlets) {
      const toml::table* const table = node.as_table();
      const std::string side =
          table == nullptr ? "" : table->at_path("side").value_or(std::string());
      if (side.empty()) {
        complain("gives the outlet \"" + std::string(name.str()) + "\" no side");
        continue;
      }
      settings_.pile.outlet_sides.emplace_back(std::string(name.str()), side);
    }
  }

  std::filesystem::path folder_;
  std::filesystem::path file_;
  FolderSettings settings_;
};

}  // namespace

std::optional<FolderSettings> read_folder_settings(const std::filesystem::path& folder) {
  std::error_code error;
  if (!std::filesystem::exists(folder / kSettingsFile, error)) {
    return std::nullopt;
  }
  return SettingsReader(folder).run();
}

}  // namespace parallax
