#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parallax/core/result.h"

struct sqlite3;
struct sqlite3_stmt;

/// SQLite with owners and with Result: a connection, a prepared statement, a transaction. One
/// thread at a time.
namespace parallax {

/// Bytes that are bound as a BLOB; a std::string_view is bound as TEXT.
struct Blob {
  std::string_view bytes;
};

/// Prepared statements that are out of use, by their SQL: to prepare one anew costs more than most
/// of them take to run.
class IdleStatements {
 public:
  IdleStatements() = default;
  IdleStatements(const IdleStatements&) = delete;
  IdleStatements& operator=(const IdleStatements&) = delete;
  ~IdleStatements();
  using Shelf = std::vector<sqlite3_stmt*>;
  /// Where the statements of this SQL stand; lives as long as this object.
  Shelf& shelf(std::string_view sql);

 private:
  std::map<std::string, Shelf, std::less<>> by_sql_;
};

/// A prepared statement. After `bind_all` step through its rows; the columns of the row at hand are
/// read by their number from 0. Views of columns live until the next step.
class Statement {
 public:
  /// Goes to `shelf` in the end, which must outlive it.
  Statement(sqlite3_stmt* statement, IdleStatements::Shelf& shelf, std::string path)
      : statement_(statement, Putter{&shelf}), path_(std::move(path)) {}

  /// Starts anew with these values for `?1`, `?2` and so on.
  template <typename... T>
  Statement& bind_all(const T&... values) {
    reset();
    int index = 0;
    (bind(++index, values), ...);
    return *this;
  }
  /// True while there is a row.
  Result<bool> step();
  /// Steps to the end, for statements without rows of interest.
  Result<void> run();

  bool is_null(int column) const;
  std::int64_t integer(int column) const;
  double real(int column) const;
  std::string_view text(int column) const;
  std::string string(int column) const { return std::string(text(column)); }
  std::optional<std::string> optional_string(int column) const;

 private:
  struct Putter {
    IdleStatements::Shelf* shelf;
    void operator()(sqlite3_stmt* statement) const;
  };
  void reset();
  void bind(int index, std::nullopt_t);
  void bind(int index, std::int64_t value);
  void bind(int index, std::uint64_t value) { bind(index, static_cast<std::int64_t>(value)); }
  void bind(int index, std::uint32_t value) { bind(index, std::int64_t{value}); }
  void bind(int index, bool value) { bind(index, std::int64_t{value ? 1 : 0}); }
  void bind(int index, double value);
  void bind(int index, std::string_view value);
  void bind(int index, const std::string& value) { bind(index, std::string_view(value)); }
  void bind(int index, const char* value) { bind(index, std::string_view(value)); }
  void bind(int index, Blob value);
  template <typename T>
  void bind(int index, const std::optional<T>& value) {
    if (value) {
      bind(index, *value);
    } else {
      bind(index, std::nullopt);
    }
  }

  std::unique_ptr<sqlite3_stmt, Putter> statement_;
  std::string path_;
  int bind_error_ = 0;
};

/// A connection to one file. Waits up to five seconds for another process that writes. Outlives its
/// statements.
class Database {
 public:
  /// `create` makes the file when it is missing. A file in a folder that cannot be written is still
  /// opened for `read`.
  enum class Mode { read, write, create };
  static Result<Database> open(const std::filesystem::path& path, Mode mode);

  /// Runs one or more statements without values.
  Result<void> run(const std::string& sql);
  /// Like `run`, and tries again for five seconds where SQLite does not wait by itself (a change of
  /// the journal mode).
  Result<void> run_patiently(const std::string& sql);
  Result<Statement> prepare(std::string_view sql);
  /// The first column of the first row, or 0.
  Result<std::int64_t> number(std::string_view sql);

 private:
  struct Closer {
    void operator()(sqlite3* connection) const;
  };
  int connect(const std::string& uri, int flags);

  std::unique_ptr<sqlite3, Closer> connection_;
  std::unique_ptr<IdleStatements> idle_ = std::make_unique<IdleStatements>();
  std::string path_;
};

/// Begins a transaction that writes; rolls back at its end unless `commit` was called.
class Transaction {
 public:
  static Result<Transaction> begin(Database& database);
  Transaction(Transaction&& other) noexcept : database_(other.database_) {
    other.database_ = nullptr;
  }
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();
  Result<void> commit();

 private:
  explicit Transaction(Database& database) : database_(&database) {}
  Database* database_;
};

}  // namespace parallax
