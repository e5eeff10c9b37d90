#include "parallax/store/store.h"

#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>

#include "parallax/store/network_file_system.h"
#include "parallax/store/schema.h"
#include "parallax/store/store_state.h"

namespace parallax {
namespace {

constexpr char kAllowNetwork[] = "PARALLAX_ALLOW_NETWORK_FILE_SYSTEM";

/// What can be said of the file before SQLite sees it, in clearer words than SQLite has.
Result<void> check_place(const std::filesystem::path& path, Store::Mode mode) {
  const std::string name = path.string();
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (error && error != std::errc::no_such_file_or_directory) {
    return std::unexpected(
        Error{ErrorCode::no_permission, name + " cannot be reached: " + error.message(), name});
  }
  const bool exists = std::filesystem::exists(status);
  if (exists && !std::filesystem::is_regular_file(status)) {
    return std::unexpected(
        Error{ErrorCode::bad_format, name + " is not a Parallax project: it is not a file", name});
  }
  if (!exists && mode != Store::Mode::create) {
    return std::unexpected(Error{
        ErrorCode::not_found,
        "there is no project " + name + "; `parallax add " + name + " PATH...` makes one", name});
  }
  const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  if (!exists && !std::filesystem::is_directory(folder, error)) {
    return std::unexpected(Error{ErrorCode::not_found,
                                 "the folder of " + name + " does not exist; make it first", name});
  }
  if (exists && access(path.c_str(), mode == Store::Mode::read ? R_OK : R_OK | W_OK) != 0) {
    const char* what = mode == Store::Mode::read ? " cannot be read" : " cannot be written";
    return std::unexpected(
        Error{ErrorCode::no_permission, name + what + ": permission denied", name});
  }
  const auto network = network_file_system(path);
  if (network && std::getenv(kAllowNetwork) == nullptr) {
    return std::unexpected(Error{
        ErrorCode::failed,
        name + " lies on a network file system (" + *network +
            "), where a project would be damaged; keep it on a local disk and copy it when closed",
        name});
  }
  return {};
}

/// SQLite would only notice the missing end of a file when it comes to read it. The header counts
/// pages; what a killed process left in the write-ahead log may make up for them.
bool is_cut_short(const std::filesystem::path& path) {
  std::array<char, 100> header = {};
  std::ifstream file(path, std::ios::binary);
  std::error_code error;
  if (!file.read(header.data(), header.size()) ||
      !std::string_view(header.data(), header.size()).starts_with("SQLite format 3")) {
    return false;
  }
  const auto number_at = [&](std::size_t at, std::size_t bytes) {
    std::uint64_t number = 0;
    for (std::size_t i = at; i < at + bytes; ++i) {
      number = number << 8U | static_cast<unsigned char>(header.at(i));
    }
    return number;
  };
  const auto log_bytes = std::filesystem::file_size(path.string() + "-wal", error);
  const bool has_log = !error && log_bytes > 0;
  const std::uint64_t page_bytes = number_at(16, 2) == 1 ? 65536 : number_at(16, 2);
  const bool count_is_valid = number_at(24, 4) == number_at(92, 4);
  return !has_log && count_is_valid &&
         std::filesystem::file_size(path, error) < number_at(28, 4) * page_bytes;
}

struct Identity {
  std::int64_t application = 0;
  std::int64_t version = 0;
  bool empty = false;
};

Result<Identity> identity_of(Database& database) {
  const auto application = database.number("PRAGMA application_id");
  const auto version = database.number("PRAGMA user_version");
  const auto tables = database.number("SELECT count(*) FROM sqlite_schema");
  for (const auto* one : {&application, &version, &tables}) {
    if (!*one) {
      return std::unexpected(one->error());
    }
  }
  return Identity{*application, *version, *application == 0 && *version == 0 && *tables == 0};
}

Result<void> check_identity(const Identity& identity, Store::Mode mode, const std::string& name) {
  const auto newest = static_cast<std::int64_t>(migrations().size());
  if (identity.empty && mode == Store::Mode::create) {
    return {};
  }
  if (identity.empty) {
    return std::unexpected(Error{ErrorCode::bad_format,
                                 name + " is empty and not yet a Parallax project; `parallax add " +
                                     name + " PATH...` makes it one",
                                 name});
  }
  if (identity.application != kApplicationId || identity.version < 1) {
    return std::unexpected(Error{ErrorCode::bad_format, name + " is not a Parallax project", name});
  }
  if (identity.version > newest) {
    return std::unexpected(Error{ErrorCode::newer_version,
                                 name + " was written by a later version of parallax; use that one",
                                 name});
  }
  if (identity.version < newest && mode == Store::Mode::read) {
    return std::unexpected(Error{ErrorCode::bad_format,
                                 name +
                                     " was written by an earlier version of parallax; "
                                     "`parallax reread " +
                                     name + "` brings it up to date",
                                 name});
  }
  return {};
}

/// Brings the tables up to date in one transaction. Another process may have done so between our
/// look and our lock: look again.
Result<void> migrate(Database& database, const std::string& name) {
  if (auto wal = database.run_patiently("PRAGMA journal_mode = WAL"); !wal) {
    return wal;
  }
  auto transaction = Transaction::begin(database);
  if (!transaction) {
    return std::unexpected(transaction.error());
  }
  const auto identity = identity_of(database);
  if (!identity) {
    return std::unexpected(identity.error());
  }
  if (auto known = check_identity(*identity, Store::Mode::create, name); !known) {
    return known;
  }
  const auto steps = migrations().subspan(static_cast<std::size_t>(identity->version));
  for (const char* const sql : steps) {
    if (auto made = database.run(sql); !made) {
      return made;
    }
  }
  if (!steps.empty()) {
    const auto marked =
        database.run("PRAGMA application_id = " + std::to_string(kApplicationId) +
                     "; PRAGMA user_version = " + std::to_string(migrations().size()));
    if (!marked) {
      return marked;
    }
  }
  return transaction->commit();
}

Database::Mode database_mode(Store::Mode mode) {
  switch (mode) {
    case Store::Mode::read:
      return Database::Mode::read;
    case Store::Mode::write:
      return Database::Mode::write;
    case Store::Mode::create:
      break;
  }
  return Database::Mode::create;
}

}  // namespace

Result<Store> Store::open(const std::filesystem::path& path, Mode mode) {
  if (auto place = check_place(path, mode); !place) {
    return std::unexpected(place.error());
  }
  if (is_cut_short(path)) {
    return std::unexpected(Error{
        ErrorCode::bad_format,
        path.string() + " is cut short; use a copy of it, or make a new project", path.string()});
  }
  auto database = Database::open(path, database_mode(mode));
  if (!database) {
    return std::unexpected(database.error());
  }
  const auto identity = identity_of(*database);
  if (!identity) {
    return std::unexpected(identity.error());
  }
  if (auto known = check_identity(*identity, mode, path.string()); !known) {
    return std::unexpected(known.error());
  }
  // In WAL mode `NORMAL` survives a killed process whole; a power cut may cost the last articles,
  // never the file.
  auto ready = database->run(
      "PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;"
      "PRAGMA cell_size_check = ON");
  if (ready && mode != Mode::read) {
    ready = migrate(*database, path.string());
  }
  if (!ready) {
    return std::unexpected(ready.error());
  }
  return Store(std::make_unique<State>(State{std::move(*database), path.string()}));
}

Store::Store(std::unique_ptr<State> state) : state_(std::move(state)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<void> Store::set_side(const std::string& outlet, const std::string& side, SideSetBy set_by) {
  const char* by = set_by == SideSetBy::user ? "user" : "pile";
  if (side.empty()) {
    return run_with(state_->database, "DELETE FROM outlets WHERE name = ?1 AND set_by = ?2", outlet,
                    by);
  }
  return run_with(state_->database,
                  "INSERT INTO outlets (name, set_by, side) VALUES (?1, ?2, ?3)"
                  " ON CONFLICT DO UPDATE SET side = excluded.side",
                  outlet, by, side);
}

Result<void> Store::put_setting(const std::string& name, const std::string& value) {
  return run_with(state_->database,
                  "INSERT INTO settings (name, value) VALUES (?1, ?2)"
                  " ON CONFLICT DO UPDATE SET value = excluded.value",
                  name, value);
}

Result<std::string> Store::setting(const std::string& name) {
  auto value = string_with(state_->database, "SELECT value FROM settings WHERE name = ?1", name);
  if (!value) {
    return std::unexpected(value.error());
  }
  return value->value_or("");
}

Result<std::vector<std::string>> Store::settings(const std::string& prefix) {
  std::vector<std::string> values;
  const auto read = each_row(
      state_->database,
      "SELECT value FROM settings WHERE substr(name, 1, length(?1)) = ?1 ORDER BY name",
      [&](const Statement& row) { values.push_back(row.string(0)); }, prefix);
  if (!read) {
    return std::unexpected(read.error());
  }
  return values;
}

Result<std::uint64_t> Store::changes() {
  const auto version = state_->database.number("PRAGMA data_version");
  if (!version) {
    return std::unexpected(version.error());
  }
  return static_cast<std::uint64_t>(*version);
}

}  // namespace parallax
