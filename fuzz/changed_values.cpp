#include "changed_values.h"

#include <sqlite3.h>

#include <array>
#include <bit>

#include "promise.h"

namespace parallax::fuzz {
namespace {

/// A column of a table, and the table's number of a row.
struct Column {
  const char* table;
  const char* key;
  const char* column;
};
constexpr std::array<Column, 51> kColumns = {{
    {"articles", "number", "id"},
    {"articles", "number", "path"},
    {"articles", "number", "title"},
    {"articles", "number", "outlet"},
    {"articles", "number", "side"},
    {"articles", "number", "published"},
    {"articles", "number", "language"},
    {"articles", "number", "bytes"},
    {"articles", "number", "reading_version"},
    {"articles", "number", "text"},
    {"originals", "article", "bytes"},
    {"blocks", "ordinal", "role"},
    {"blocks", "ordinal", "\"begin\""},
    {"blocks", "ordinal", "\"end\""},
    {"blocks", "ordinal", "source_begin"},
    {"blocks", "ordinal", "source_end"},
    {"layers", "article", "layer"},
    {"layers", "article", "bytes"},
    {"outlets", "1", "name"},
    {"outlets", "1", "side"},
    {"claims", "ordinal", "type"},
    {"claims", "ordinal", "subject"},
    {"claims", "ordinal", "place"},
    {"claims", "ordinal", "patient"},
    {"claims", "ordinal", "actor"},
    {"claims", "ordinal", "site"},
    {"claims", "ordinal", "happened_earliest"},
    {"claims", "ordinal", "happened_latest"},
    {"claims", "ordinal", "happened_inferred"},
    {"claims", "ordinal", "low"},
    {"claims", "ordinal", "high"},
    {"claims", "ordinal", "approximate"},
    {"claims", "ordinal", "unit"},
    {"claims", "ordinal", "scope_days"},
    {"claims", "ordinal", "when_earliest"},
    {"claims", "ordinal", "when_latest"},
    {"claims", "ordinal", "word"},
    {"claims", "ordinal", "polarity"},
    {"claims", "ordinal", "answer"},
    {"claims", "ordinal", "speaker"},
    {"claims", "ordinal", "\"begin\""},
    {"claims", "ordinal", "\"end\""},
    {"claims", "ordinal", "words"},
    {"claims", "ordinal", "before"},
    {"settings", "1", "name"},
    {"settings", "1", "value"},
    {"sentences", "id", "\"begin\""},
    {"sentences", "id", "\"end\""},
    {"sentences", "id", "folded"},
    {"sentences", "id", "article"},
    {"claims", "ordinal", "article"},
}};

void bind_value(sqlite3_stmt* statement, Input& input) {
  const std::uint64_t kind = input.byte() % 6;
  const std::uint64_t bits =
      kind == 1 || kind == 2 ? std::uint64_t{input.number()} << 32U | input.number() : 0;
  switch (kind) {
    case 0:
      sqlite3_bind_null(statement, 1);
      return;
    case 1:
      sqlite3_bind_int64(statement, 1, std::bit_cast<std::int64_t>(bits));
      return;
    case 2:
      sqlite3_bind_double(statement, 1, std::bit_cast<double>(bits));
      return;
    case 3:
      sqlite3_bind_int64(statement, 1, std::int64_t{input.byte()} - 128);
      return;
    default:
      break;
  }
  const std::string_view bytes = input.up_to('\0');
  const char* const data = bytes.empty() ? "" : bytes.data();
  if (kind == 4) {
    sqlite3_bind_blob64(statement, 1, data, bytes.size(), SQLITE_TRANSIENT);
  } else {
    sqlite3_bind_text64(statement, 1, data, bytes.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  }
}

}  // namespace

ChangedValues::ChangedValues(const std::string& path) {
  sqlite3* opened = nullptr;
  require(sqlite3_open(path.c_str(), &opened) == SQLITE_OK, "the whole project does not open");
  connection_.reset(opened);
  run("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF");
  for (const Column& column : kColumns) {
    const std::string sql = std::string("UPDATE OR IGNORE ") + column.table + " SET " +
                            column.column + " = ?1 WHERE ?2 IN (4, " + column.key + " % 4)";
    sqlite3_stmt* made = nullptr;
    require(sqlite3_prepare_v2(opened, sql.c_str(), -1, &made, nullptr) == SQLITE_OK,
            "a column that is not there: " + sql);
    updates_.emplace_back(made);
  }
}

void ChangedValues::run(const char* sql) const {
  require(sqlite3_exec(connection_.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK,
          "the values cannot be changed: " + std::string(sql));
}

void ChangedValues::change(Input& input) const {
  sqlite3_stmt* const update = updates_.at(input.byte() % updates_.size()).get();
  sqlite3_bind_int64(update, 2, input.byte() % 5);  // 4: all rows
  bind_value(update, input);
  sqlite3_step(update);  // a value that the table does not take stays out
  sqlite3_reset(update);
}

std::string ChangedValues::file_after(Input input) const {
  run("BEGIN");
  for (int changes = 0; !input.empty() && changes < 16; ++changes) {
    change(input);
  }
  sqlite3_int64 size = 0;
  unsigned char* const image = sqlite3_serialize(connection_.get(), "main", &size, 0);
  require(image != nullptr, "no memory for a project");
  std::string bytes(reinterpret_cast<const char*>(image), static_cast<std::size_t>(size));
  sqlite3_free(image);
  run("ROLLBACK");
  return bytes;
}

void ChangedValues::Closer::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
void ChangedValues::Closer::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

}  // namespace parallax::fuzz
