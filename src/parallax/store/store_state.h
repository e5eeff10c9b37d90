#pragma once
#include <string>

#include "parallax/store/sqlite.h"
#include "parallax/store/store.h"

/// What the .cpp files of the store share.
namespace parallax {

struct Store::State {
  Database database;
  std::string path;
};

/// Prepares, binds and runs one statement without rows.
template <typename... T>
Result<void> run_with(Database& database, std::string_view sql, const T&... values) {
  auto statement = database.prepare(sql);
  if (!statement) {
    return std::unexpected(statement.error());
  }
  return statement->bind_all(values...).run();
}

/// The first row's first column, which may be NULL or missing.
template <typename... T>
Result<std::optional<std::string>> string_with(Database& database, std::string_view sql,
                                               const T&... values) {
  auto statement = database.prepare(sql);
  if (!statement) {
    return std::unexpected(statement.error());
  }
  const auto row = statement->bind_all(values...).step();
  if (!row) {
    return std::unexpected(row.error());
  }
  return *row ? statement->optional_string(0) : std::nullopt;
}

/// Calls `take(statement)` for each row.
template <typename Take, typename... T>
Result<void> each_row(Database& database, std::string_view sql, Take take, const T&... values) {
  auto statement = database.prepare(sql);
  if (!statement) {
    return std::unexpected(statement.error());
  }
  statement->bind_all(values...);
  for (;;) {
    const auto row = statement->step();
    if (!row) {
      return std::unexpected(row.error());
    }
    if (!*row) {
      return {};
    }
    take(*statement);
  }
}

/// The rows of the evidence for an article's metadata, inside the caller's transaction.
Result<void> put_evidence(Database& database, std::int64_t number, const Article& article);
Result<void> read_evidence(Database& database, std::int64_t number, Article& article);
/// Keeps an article's sketch. If its text is a new one, what was found for the old one goes.
Result<void> put_sketch(Database& database, std::int64_t article, const ArticleToStore& stored);
/// Takes an article's copy pairs away; its partners are to be compared again.
Result<void> forget_pairs(Database& database, std::int64_t article);
/// The rows of an article's claims, to be stored inside the caller's transaction.
Result<void> put_claims(Database& database, std::int64_t article, std::span<const Claim> claims);
/// Takes an article's sentences out of the table and of the search index: they must go together,
/// and before the article does.
Result<void> remove_sentences(Database& database, std::int64_t article);
/// One row for each sentence, folded, in the table and in the search index.
Result<void> put_sentences(Database& database, std::int64_t article, const Article& text,
                           const Analysis& analysis);

}  // namespace parallax
