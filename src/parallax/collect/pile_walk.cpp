#include "parallax/collect/pile_walk.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "parallax/collect/inputs/input_kind.h"
#include "parallax/collect/pile_settings.h"
#include "parallax/text/fold.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

namespace fs = std::filesystem;

constexpr const char* kEndings =
    ".txt .html .jsonl .warc .eml .docx .pdf .zip .tar, and .gz and .zst of these";

/// File names are bytes; the paths in records are text.
std::string as_text(const std::string& name) {
  std::string text;
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint point = code_point_at(name, at);
    append_utf8(text, point.value);
    at += point.size;
  }
  return text;
}

Error access_error(const fs::path& path, const std::error_code& error) {
  const bool missing = error == std::errc::no_such_file_or_directory;
  const bool refused = error == std::errc::permission_denied;
  const std::string why = missing   ? "there is no such file or folder; check the spelling"
                          : refused ? "you may not read it; change its permissions (chmod)"
                                    : error.message();
  return {.code = missing   ? ErrorCode::not_found
                  : refused ? ErrorCode::no_permission
                            : ErrorCode::failed,
          .message = "cannot read " + path.string() + ": " + why,
          .where = path.string()};
}

struct Entry {
  fs::path file;
  std::string name;  ///< folders end in `/`, so that sorting names sorts paths
  bool folder = false;
};

struct OpenFolder {
  std::string path;  ///< relative to PATH, ends in `/`; empty for PATH itself
  std::vector<Entry> entries;
  std::size_t next = 0;
  std::optional<FolderSettings> settings;
};

class PileWalk {
 public:
  explicit PileWalk(const WalkVisitor& visitor) : visitor_(visitor) {}

  Result<void> run(std::span<const std::string> paths) {
    for (const std::string& path : paths) {
      if (auto readable = check(path); !readable) {
        return readable;
      }
    }
    for (const std::string& path : paths) {
      std::error_code error;
      const bool goes_on = fs::is_directory(path, error) ? walk_folder(path) : walk_file(path);
      if (!goes_on) {
        break;
      }
    }
    return {};
  }

 private:
  static Result<void> check(const fs::path& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) {
      return std::unexpected(
          access_error(path, std::make_error_code(std::errc::no_such_file_or_directory)));
    }
    const bool folder = fs::is_directory(status);
    if (!folder && !fs::is_regular_file(status)) {
      return std::unexpected(
          Error{.code = ErrorCode::bad_format,
                .message = "cannot read " + path.string() + ": it is neither a file nor a folder",
                .where = path.string()});
    }
    if (access(path.c_str(), folder ? R_OK | X_OK : R_OK) != 0) {
      return std::unexpected(access_error(path, {errno, std::generic_category()}));
    }
    return {};
  }

  bool walk_file(const fs::path& path) {
    std::error_code error;
    const fs::path absolute = fs::absolute(path, error);
    const std::string name = path.filename().string();
    const auto& settings = settings_beside(absolute.parent_path());
    if (name == kSettingsFile || (settings && settings->names_file == name)) {
      return true;
    }
    PileFile file{.file = path, .path = as_text(name), .named = true, .given = {}};
    if (settings) {
      if (const auto found = settings->articles.find(name); found != settings->articles.end()) {
        file.given = found->second;
      }
    }
    return visitor_.file(std::move(file));
  }

  /// Single files follow the parallax.toml of their folder, which is read once.
  const std::optional<FolderSettings>& settings_beside(const fs::path& folder) {
    const auto [at, is_new] = beside_.try_emplace(folder.string());
    if (is_new) {
      at->second = open_settings(folder);
    }
    return at->second;
  }

  std::optional<FolderSettings> open_settings(const fs::path& folder) {
    auto settings = read_folder_settings(folder);
    if (!settings) {
      return std::nullopt;
    }
    if (settings->trouble) {
      visitor_.skipped({.path = (folder / kSettingsFile).string(), .error = *settings->trouble});
    }
    visitor_.settings(PileSettings(settings->pile));
    return settings;
  }

  bool walk_folder(const fs::path& path) {
    files_seen_ = 0;
    open_folder(path, "");
    while (!open_.empty()) {
      OpenFolder& folder = open_.back();
      if (folder.next == folder.entries.size()) {
        open_.pop_back();
        continue;
      }
      const Entry entry = folder.entries[folder.next++];
      if (entry.folder) {
        open_folder(entry.file, folder.path + entry.name);
      } else if (!visit(entry, folder.path + entry.name)) {
        open_.clear();
        return false;
      }
    }
    if (files_seen_ == 0) {
      visitor_.skipped(
          {.path = path.string(),
           .error = {.code = ErrorCode::not_found,
                     .message = "the folder " + path.string() +
                                " holds nothing to read; known endings are " + kEndings,
                     .where = path.string()}});
    }
    return true;
  }

  void open_folder(const fs::path& path, std::string relative) {
    struct stat status{};
    if (stat(path.c_str(), &status) != 0 ||
        !visited_.insert({status.st_dev, status.st_ino}).second) {
      return;
    }
    std::error_code error;
    OpenFolder folder{.path = std::move(relative), .entries = {}, .settings = {}};
    fs::directory_iterator at(path, error);
    while (!error && at != fs::directory_iterator()) {
      add_entry(*at, folder.entries);
      at.increment(error);
    }
    if (error) {
      visitor_.skipped({.path = path.string(), .error = access_error(path, error)});
      return;
    }
    std::ranges::sort(folder.entries, {}, &Entry::name);
    folder.settings = open_settings(path);
    open_.push_back(std::move(folder));
  }

  static void add_entry(const fs::directory_entry& found, std::vector<Entry>& entries) {
    std::error_code error;
    const std::string name = found.path().filename().string();
    if (name.starts_with('.')) {
      return;
    }
    if (found.is_directory(error)) {
      entries.push_back({.file = found.path(), .name = name + "/", .folder = true});
    } else if (has_known_ending(name)) {
      entries.push_back({.file = found.path(), .name = name});
    }
  }

  bool visit(const Entry& entry, const std::string& path) {
    PileFile file{.file = entry.file, .path = as_text(path), .given = {}};
    for (const OpenFolder& folder : open_) {  // the innermost folder has the last word
      if (!folder.settings) {
        continue;
      }
      const std::string inside = path.substr(folder.path.size());
      if (folder.settings->names_file == inside) {
        return true;
      }
      const auto found = folder.settings->articles.find(inside);
      file.given = found == folder.settings->articles.end() ? file.given : found->second;
    }
    ++files_seen_;
    return visitor_.file(std::move(file));
  }

  const WalkVisitor& visitor_;
  std::vector<OpenFolder> open_;
  std::set<std::pair<dev_t, ino_t>> visited_;
  std::map<std::string, std::optional<FolderSettings>> beside_;
  std::size_t files_seen_ = 0;
};

}  // namespace

Result<void> walk_pile(std::span<const std::string> paths, const WalkVisitor& visitor) {
  return PileWalk(visitor).run(paths);
}

}  // namespace parallax
