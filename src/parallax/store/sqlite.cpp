#include "parallax/store/sqlite.h"

#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>

namespace parallax {
namespace {

constexpr int kWaitMilliseconds = 5000;

Error disk_full(const std::string& path) {
  return {ErrorCode::disk_full,
          "the disk is full: " + path +
              " could not take more; make room and run the same command again, what was read "
              "before is kept",
          path};
}

/// SQLite does not always keep the system's reason for a failed write; a limit on the size of files
/// (ulimit -f) is one that can be asked.
bool file_size_is_limited() {
  rlimit limit = {};
  return getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
}

Error input_output_error(int code, int system_error, const std::string& path) {
  if (code == SQLITE_IOERR_WRITE && system_error == 0 && file_size_is_limited()) {
    system_error = EFBIG;
  }
  if (system_error == ENOSPC || system_error == EFBIG || system_error == EDQUOT) {
    return disk_full(path);
  }
  const std::string why = system_error != 0 ? std::strerror(system_error) : "the device failed";
  return {ErrorCode::failed, path + " could not be read or written: " + why, path};
}

Error error_of(int code, sqlite3* connection, const std::string& path) {
  switch (code & 0xFF) {
    case SQLITE_FULL:
      return disk_full(path);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::busy, "another process is writing to " + path + "; wait or try again",
              path};
    case SQLITE_NOTADB:
      return {ErrorCode::bad_format, path + " is not a Parallax project", path};
    case SQLITE_CORRUPT:
      return {ErrorCode::bad_format,
              path +
                  " is damaged or cut short; use a copy of it, or make a new project with "
                  "`parallax add`",
              path};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return {ErrorCode::no_permission,
              path + " cannot be written: permission denied for the file or its folder", path};
    case SQLITE_CANTOPEN:
      return {ErrorCode::no_permission,
              path + " cannot be opened: its folder is missing or permission is denied", path};
    case SQLITE_IOERR:
      return input_output_error(code, connection != nullptr ? sqlite3_system_errno(connection) : 0,
                                path);
    case SQLITE_TOOBIG:
      return {ErrorCode::over_limit, "a text is larger than " + path + " can hold (1 GB)", path};
    default:
      return {ErrorCode::failed,
              path + ": " + (connection != nullptr ? sqlite3_errmsg(connection) : "out of memory"),
              path};
  }
}

// SQLite's URI form, in which `immutable` can be asked for. Absolute: a file may well be called
// ":memory:" or "file:x".
std::string uri_of(const std::filesystem::path& path) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::error_code ignored;
  const std::string absolute = std::filesystem::absolute(path, ignored).string();
  std::string uri = "file:///";
  for (const char c : absolute.substr(std::min(absolute.size(), absolute.find_first_not_of('/')))) {
    if (c == '%' || c == '?' || c == '#') {
      const auto byte = static_cast<unsigned char>(c);
      uri += {'%', kDigits[byte >> 4U], kDigits[byte & 15U]};
    } else {
      uri.push_back(c);
    }
  }
  return uri;
}

bool may_write(const std::filesystem::path& file) {
  const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
  return access(file.c_str(), W_OK) == 0 && access(folder.c_str(), W_OK) == 0;
}

}  // namespace

IdleStatements::~IdleStatements() {
  for (const auto& [sql, shelf] : by_sql_) {
    std::ranges::for_each(shelf, sqlite3_finalize);
  }
}

IdleStatements::Shelf& IdleStatements::shelf(std::string_view sql) {
  const auto at = by_sql_.find(sql);
  return at != by_sql_.end() ? at->second : by_sql_.try_emplace(std::string(sql)).first->second;
}

void Statement::Putter::operator()(sqlite3_stmt* statement) const {
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
  shelf->push_back(statement);
}

void Statement::reset() {
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
  bind_error_ = SQLITE_OK;
}

void Statement::bind(int index, std::nullopt_t) {
  bind_error_ = std::max(bind_error_, sqlite3_bind_null(statement_.get(), index));
}
void Statement::bind(int index, std::int64_t value) {
  bind_error_ = std::max(bind_error_, sqlite3_bind_int64(statement_.get(), index, value));
}
void Statement::bind(int index, double value) {
  bind_error_ = std::max(bind_error_, sqlite3_bind_double(statement_.get(), index, value));
}
void Statement::bind(int index, std::string_view value) {
  // An empty view may hold a null pointer, which SQLite would take for NULL.
  const char* data = value.data() != nullptr ? value.data() : "";
  bind_error_ =
      std::max(bind_error_, sqlite3_bind_text64(statement_.get(), index, data, value.size(),
                                                SQLITE_TRANSIENT, SQLITE_UTF8));
}
void Statement::bind(int index, Blob value) {
  const char* data = value.bytes.data() != nullptr ? value.bytes.data() : "";
  bind_error_ = std::max(bind_error_, sqlite3_bind_blob64(statement_.get(), index, data,
                                                          value.bytes.size(), SQLITE_TRANSIENT));
}

Result<bool> Statement::step() {
  sqlite3* connection = sqlite3_db_handle(statement_.get());
  if (bind_error_ != SQLITE_OK) {
    return std::unexpected(error_of(bind_error_, connection, path_));
  }
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) {
    return true;
  }
  Result<bool> end = false;
  if (code != SQLITE_DONE) {
    end = std::unexpected(error_of(code, connection, path_));
  }
  sqlite3_reset(statement_.get());
  return end;
}

Result<void> Statement::run() {
  for (;;) {
    const auto row = step();
    if (!row) {
      return std::unexpected(row.error());
    }
    if (!*row) {
      return {};
    }
  }
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}
std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}
double Statement::real(int column) const { return sqlite3_column_double(statement_.get(), column); }

std::string_view Statement::text(int column) const {
  const void* data = sqlite3_column_blob(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return data == nullptr
             ? std::string_view{}
             : std::string_view{static_cast<const char*>(data), static_cast<std::size_t>(size)};
}

std::optional<std::string> Statement::optional_string(int column) const {
  return is_null(column) ? std::nullopt : std::optional(string(column));
}

void Database::Closer::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }

Result<Database> Database::open(const std::filesystem::path& path, Mode mode) {
  Database database;
  database.path_ = path.string();
  // Who may write also opens for reading so: only then does SQLite clear away its `-wal` and `-shm`
  // files at the end.
  const bool read_only = mode == Mode::read && !may_write(path);
  const int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                    (read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) |
                    (mode == Mode::create ? SQLITE_OPEN_CREATE : 0);
  const std::string uri = uri_of(path);
  const int opened = database.connect(uri, flags);
  const bool cannot_lock = (opened & 0xFF) == SQLITE_CANTOPEN || (opened & 0xFF) == SQLITE_READONLY;
  const bool left_open = std::filesystem::exists(database.path_ + "-wal");
  if (opened != SQLITE_OK && read_only && cannot_lock && !left_open) {
    // Nobody has the file open, so it needs no lock, and no `-shm` file beside it where none can be
    // made.
    if (database.connect(uri + "?immutable=1", flags) == SQLITE_OK) {
      return database;
    }
  }
  if (opened != SQLITE_OK) {
    return std::unexpected(error_of(opened, database.connection_.get(), database.path_));
  }
  if (mode == Mode::read) {
    if (auto only = database.run("PRAGMA query_only = ON"); !only) {
      return std::unexpected(only.error());
    }
  }
  return database;
}

int Database::connect(const std::string& uri, int flags) {
  sqlite3* connection = nullptr;
  const int code = sqlite3_open_v2(uri.c_str(), &connection, flags, nullptr);
  connection_.reset(connection);
  if (code != SQLITE_OK) {
    return code;
  }
  sqlite3_busy_timeout(connection, kWaitMilliseconds);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  return sqlite3_exec(connection, "PRAGMA user_version; SELECT 1 FROM sqlite_schema", nullptr,
                      nullptr, nullptr);
}

Result<void> Database::run(const std::string& sql) {
  const int code = sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) {
    return std::unexpected(error_of(code, connection_.get(), path_));
  }
  return {};
}

Result<void> Database::run_patiently(const std::string& sql) {
  using namespace std::chrono;
  const auto until = steady_clock::now() + milliseconds(kWaitMilliseconds);
  for (;;) {
    auto done = run(sql);
    if (done || done.error().code != ErrorCode::busy || steady_clock::now() > until) {
      return done;
    }
    std::this_thread::sleep_for(milliseconds(20));
  }
}

Result<Statement> Database::prepare(std::string_view sql) {
  IdleStatements::Shelf& shelf = idle_->shelf(sql);
  if (!shelf.empty()) {
    sqlite3_stmt* const idle = shelf.back();
    shelf.pop_back();
    return Statement(idle, shelf, path_);
  }
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(connection_.get(), sql.data(), static_cast<int>(sql.size()),
                                      &statement, nullptr);
  if (code != SQLITE_OK) {
    return std::unexpected(error_of(code, connection_.get(), path_));
  }
  return Statement(statement, shelf, path_);
}

Result<std::int64_t> Database::number(std::string_view sql) {
  auto statement = prepare(sql);
  if (!statement) {
    return std::unexpected(statement.error());
  }
  const auto row = statement->step();
  if (!row) {
    return std::unexpected(row.error());
  }
  return *row ? statement->integer(0) : 0;
}

Result<Transaction> Transaction::begin(Database& database) {
  const auto begun = database.run("BEGIN IMMEDIATE");
  if (!begun) {
    return std::unexpected(begun.error());
  }
  return Transaction(database);
}

Transaction::~Transaction() {
  if (database_ != nullptr) {
    // Fails only where SQLite has rolled back by itself, which is what is wanted.
    [[maybe_unused]] const auto undone = database_->run("ROLLBACK");
  }
}

Result<void> Transaction::commit() {
  const auto committed = database_->run("COMMIT");
  if (committed) {
    database_ = nullptr;
  }
  return committed;
}

}  // namespace parallax
