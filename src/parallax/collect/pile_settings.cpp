#include "parallax/collect/pile_settings.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

#include "parallax/core/date.h"

namespace parallax {
namespace {

constexpr std::uintmax_t kLargestFile = std::uintmax_t{16} << 20U;

std::optional<std::string> read_small_file(const std::filesystem::path& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  std::ifstream file(path, std::ios::binary);
  if (error || size > kLargestFile || !file) {
    return std::nullopt;
  }
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return std::move(bytes).str();
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
    try {  // the library throws; nothing of ours does
      read(toml::parse(*bytes));
    } catch (const toml::parse_error& error) {
      complain("is not valid TOML in line " + std::to_string(error.source().begin.line) + ": " +
               std::string(error.description()));
    }
    return std::move(settings_);
  }

 private:
  void complain(const std::string& what) {
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
    struct Field {
      std::string_view key;
      std::optional<std::string> Metadata::* member;
    };
    static constexpr std::array<Field, 7> kFields = {{{"title", &Metadata::title},
                                                      {"outlet", &Metadata::outlet},
                                                      {"side", &Metadata::side},
                                                      {"author", &Metadata::author},
                                                      {"published", &Metadata::published},
                                                      {"url", &Metadata::url},
                                                      {"language", &Metadata::language}}};
    if (key == "path") {
      return;
    }
    const auto* const field = std::ranges::find(kFields, key, &Field::key);
    if (field == kFields.end()) {
      complain("has an entry that is not known: " + std::string(key) + ", at \"" + path + "\"");
      return;
    }
    const std::string text = text_of(value);
    const bool bad_date = key == "published" && !day_from_iso(text);
    if (text.empty() || bad_date) {
      complain("gives \"" + path + "\" a value for " + std::string(key) + " that is no " +
               (bad_date ? "date as 2031-05-14" : "text"));
      return;
    }
    given.*field->member = text;
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
