#include "parallax/core/anchor.h"
#include "parallax/core/names_of_values.h"
#include "parallax/store/analysis_blob.h"
#include "parallax/store/compress.h"
#include "parallax/store/store_state.h"

namespace parallax {
namespace {

constexpr char kAnalysisLayer[] = "analysis";

constexpr char kPutArticle[] = R"sql(
INSERT INTO articles (id, path, title, outlet, side, author, published, modified, origin, url,
                      language, bytes, text_version, reading_version, text)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
ON CONFLICT (id) DO UPDATE SET
  path = excluded.path, title = excluded.title, outlet = excluded.outlet, side = excluded.side,
  author = excluded.author, published = excluded.published, modified = excluded.modified,
  origin = excluded.origin, url = excluded.url,
  language = excluded.language, bytes = excluded.bytes, text_version = excluded.text_version,
  reading_version = excluded.reading_version, text = excluded.text
RETURNING number
)sql";

constexpr char kArticles[] = R"sql(
SELECT id, path, title, outlet, a.side, author, published, modified, origin, url, language,
       bytes, reading_version, coalesce(user.side, a.side, pile.side, '')
FROM articles a
LEFT JOIN outlets user ON user.name = outlet AND user.set_by = 'user'
LEFT JOIN outlets pile ON pile.name = outlet AND pile.set_by = 'pile'
ORDER BY path, id
)sql";

Metadata metadata_at(const Statement& row, int first) {
  Metadata metadata;
  for (const NamedField& each : kMetadataFields) {
    metadata.*each.member = row.optional_string(first++);
  }
  return metadata;
}

Span span_at(const Statement& row, int column) {
  return {static_cast<std::uint32_t>(row.integer(column)),
          static_cast<std::uint32_t>(row.integer(column + 1))};
}

Result<std::int64_t> put_article_row(Database& database, const ArticleToStore& stored) {
  const Article& article = stored.article;
  const Metadata& known = article.metadata;
  auto statement = database.prepare(kPutArticle);
  if (!statement) {
    return std::unexpected(statement.error());
  }
  statement->bind_all(article.id, article.path, known.title, known.outlet, known.side, known.author,
                      known.published, known.modified, known.origin, known.url, known.language,
                      std::uint64_t{article.text.size()}, text_version(article),
                      stored.reading_version, article.text);
  const auto row = statement->step();
  if (!row) {
    return std::unexpected(row.error());
  }
  const std::int64_t number = statement->integer(0);
  if (auto rest = statement->run(); !rest) {
    return std::unexpected(rest.error());
  }
  return number;
}

Result<void> clear_rows(Database& database, std::int64_t article) {
  for (const char* table : {"blocks", "notes", "evidence", "layers", "entities", "claims"}) {
    const std::string sql = std::string("DELETE FROM ") + table + " WHERE article = ?1";
    if (auto cleared = run_with(database, sql, article); !cleared) {
      return cleared;
    }
  }
  return remove_sentences(database, article);
}

Result<void> put_blocks(Database& database, std::int64_t number, const Article& article) {
  auto insert = database.prepare("INSERT INTO blocks VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
  if (!insert) {
    return std::unexpected(insert.error());
  }
  std::uint32_t ordinal = 0;
  for (const Block& block : article.blocks) {
    insert->bind_all(number, ordinal++, to_string(block.role), block.text.begin, block.text.end,
                     block.source.begin, block.source.end);
    if (auto put = insert->run(); !put) {
      return put;
    }
  }
  return {};
}

Result<void> put_notes(Database& database, std::int64_t number, const Article& article) {
  auto insert = database.prepare("INSERT INTO notes VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
  if (!insert) {
    return std::unexpected(insert.error());
  }
  std::uint32_t ordinal = 0;
  for (const Note& note : article.notes) {
    insert->bind_all(number, ordinal++, note.span.begin, note.span.end, note.kind, note.text);
    if (auto put = insert->run(); !put) {
      return put;
    }
  }
  return {};
}

Result<void> put_entities(Database& database, std::int64_t number, const ArticleToStore& stored) {
  auto insert =
      database.prepare("INSERT INTO entities VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
  if (!insert) {
    return std::unexpected(insert.error());
  }
  std::uint32_t ordinal = 0;
  for (const Entity& entity : stored.analysis.entities) {
    const std::uint32_t at = ordinal++;
    if (entity.mentions.empty()) {
      continue;  // without a mention there is no anchor
    }
    const Span first = entity.mentions.front().span;
    insert->bind_all(number, at, entity.name, to_string(entity.type), entity.key,
                     std::uint64_t{entity.mentions.size()}, first.begin, first.end,
                     words(stored.article.text, first));
    if (auto put = insert->run(); !put) {
      return put;
    }
  }
  return {};
}

Result<void> put_layer(Database& database, std::int64_t number, const ArticleToStore& stored) {
  const std::string bytes = compress(print_analysis(stored.analysis));
  return run_with(database, "INSERT INTO layers VALUES (?1, ?2, ?3, ?4)", number, kAnalysisLayer,
                  stored.reading_version, Blob{bytes});
}

Result<void> put_original(Database& database, std::int64_t number, const ArticleToStore& stored) {
  if (stored.original == nullptr) {
    return {};
  }
  const StoredOriginal& original = *stored.original;
  const std::string bytes = compress(original.bytes);
  return run_with(database,
                  "INSERT INTO originals (article, bytes, kind, charset, source_offset)"
                  " VALUES (?1, ?2, ?3, ?4, ?5)"
                  " ON CONFLICT DO UPDATE SET bytes = excluded.bytes, kind = excluded.kind,"
                  " charset = excluded.charset, source_offset = excluded.source_offset",
                  number, Blob{bytes}, original.kind, original.charset, original.source_offset);
}

Result<void> put_rows(Database& database, const ArticleToStore& stored) {
  const auto number = put_article_row(database, stored);
  if (!number) {
    return std::unexpected(number.error());
  }
  // Each waits for the one before it to succeed.
  auto put = clear_rows(database, *number);
  put = put ? put_original(database, *number, stored) : put;
  put = put ? put_sketch(database, *number, stored) : put;
  put = put ? put_blocks(database, *number, stored.article) : put;
  put = put ? put_notes(database, *number, stored.article) : put;
  put = put ? put_evidence(database, *number, stored.article) : put;
  put = put ? put_layer(database, *number, stored) : put;
  put = put ? put_entities(database, *number, stored) : put;
  put = put ? put_claims(database, *number, stored.claims) : put;
  put = put ? put_sentences(database, *number, stored.article, stored.analysis) : put;
  return put;
}

Error no_article(const std::string& id, const std::string& path) {
  return {ErrorCode::not_found, "there is no article " + id + " in " + path, path};
}

Error damaged(const std::string& id, const Error& why) {
  return {why.code, "article " + id + ": " + why.message, why.where};
}

}  // namespace

Result<void> Store::put_articles(std::span<const ArticleToStore> stored) {
  auto transaction = Transaction::begin(state_->database);
  if (!transaction) {
    return std::unexpected(transaction.error());
  }
  for (const ArticleToStore& one : stored) {
    if (auto put = put_rows(state_->database, one); !put) {
      return put;
    }
  }
  return transaction->commit();
}

Result<std::optional<std::string>> Store::stored_reading_version(const std::string& id) {
  return string_with(state_->database,
                     "SELECT CASE WHEN kind = '' THEN '' ELSE reading_version END"
                     " FROM articles LEFT JOIN originals ON article = number WHERE id = ?1",
                     id);
}

Result<std::vector<StoredArticle>> Store::articles() {
  std::vector<StoredArticle> all;
  const auto read = each_row(state_->database, kArticles, [&](const Statement& row) {
    all.push_back({.id = row.string(0),
                   .path = row.string(1),
                   .metadata = metadata_at(row, 2),
                   .side = row.string(13),
                   .reading_version = row.string(12),
                   .bytes = static_cast<std::size_t>(row.integer(11))});
  });
  if (!read) {
    return std::unexpected(read.error());
  }
  return all;
}

Result<Article> Store::article(const std::string& id) {
  Article article;
  std::int64_t number = 0;
  auto read = each_row(
      state_->database,
      "SELECT number, path, title, outlet, side, author, published, modified, origin, url, "
      "language,"
      " text FROM articles WHERE id = ?1",
      [&](const Statement& row) {
        number = row.integer(0);
        article.id = id;
        article.path = row.string(1);
        article.metadata = metadata_at(row, 2);
        article.text = row.string(11);
      },
      id);
  if (read && article.id.empty()) {
    return std::unexpected(no_article(id, state_->path));
  }
  const auto add_block = [&](const Statement& row) {
    const Role role = role_from_string(row.text(0)).value_or(Role::body);
    const SourceRange source{static_cast<std::uint64_t>(row.integer(3)),
                             static_cast<std::uint64_t>(row.integer(4))};
    article.blocks.push_back({span_at(row, 1), source, role});
  };
  const auto add_note = [&](const Statement& row) {
    article.notes.push_back({span_at(row, 0), row.string(2), row.string(3)});
  };
  if (read) {
    read = each_row(state_->database,
                    R"(SELECT role, "begin", "end", source_begin, source_end FROM blocks)"
                    " WHERE article = ?1 ORDER BY ordinal",
                    add_block, number);
  }
  if (read) {
    read = each_row(state_->database,
                    R"(SELECT "begin", "end", kind, text FROM notes WHERE article = ?1)"
                    " ORDER BY ordinal",
                    add_note, number);
  }
  if (read) {
    read = read_evidence(state_->database, number, article);
  }
  if (!read) {
    return std::unexpected(read.error());
  }
  return article;
}

Result<Analysis> Store::analysis(const std::string& id) {
  std::string frame;
  std::int64_t text_bytes = -1;
  const auto read = each_row(
      state_->database,
      "SELECT l.bytes, length(CAST(a.text AS BLOB)) FROM articles a"
      " JOIN layers l ON l.article = a.number AND l.layer = ?2 WHERE a.id = ?1",
      [&](const Statement& row) {
        frame = row.string(0);
        text_bytes = row.integer(1);
      },
      id, kAnalysisLayer);
  if (!read) {
    return std::unexpected(read.error());
  }
  if (text_bytes < 0) {
    return std::unexpected(no_article(id, state_->path));
  }
  const auto bytes = decompress(frame);
  if (!bytes) {
    return std::unexpected(damaged(id, bytes.error()));
  }
  auto analysis = parse_analysis(*bytes, static_cast<std::uint32_t>(text_bytes));
  return analysis ? std::move(analysis) : std::unexpected(damaged(id, analysis.error()));
}

Result<StoredOriginal> Store::original(const std::string& id) {
  StoredOriginal original;
  std::optional<std::string> frame;
  const auto read = each_row(
      state_->database,
      "SELECT bytes, kind, charset, source_offset FROM originals"
      " WHERE article = (SELECT number FROM articles WHERE id = ?1)",
      [&](const Statement& row) {
        frame = row.string(0);
        original.kind = row.string(1);
        original.charset = row.string(2);
        original.source_offset = static_cast<std::uint64_t>(row.integer(3));
      },
      id);
  if (!read) {
    return std::unexpected(read.error());
  }
  if (!frame) {
    return std::unexpected(no_article(id, state_->path));
  }
  auto bytes = decompress(*frame);
  if (!bytes) {
    return std::unexpected(damaged(id, bytes.error()));
  }
  original.bytes = std::move(*bytes);
  return original;
}

Result<void> Store::remove(const std::string& id) {
  Database& database = state_->database;
  auto transaction = Transaction::begin(database);
  if (!transaction) {
    return std::unexpected(transaction.error());
  }
  std::int64_t number = 0;
  auto removed = each_row(
      database, "SELECT number FROM articles WHERE id = ?1",
      [&](const Statement& row) { number = row.integer(0); }, id);
  removed = removed ? forget_pairs(database, number) : removed;
  removed = removed ? remove_sentences(database, number) : removed;
  removed =
      removed ? run_with(database, "DELETE FROM articles WHERE number = ?1", number) : removed;
  return removed ? transaction->commit() : removed;
}

Result<void> Store::correct(const std::string& id, std::span<const Correction> corrections) {
  auto transaction = Transaction::begin(state_->database);
  if (!transaction) {
    return std::unexpected(transaction.error());
  }
  for (const Correction& correction : corrections) {
    const auto put = run_with(state_->database,
                              "INSERT INTO corrections (article, field, value)"
                              " SELECT number, ?2, ?3 FROM articles WHERE id = ?1"
                              " ON CONFLICT DO UPDATE SET value = excluded.value",
                              id, correction.field, correction.value);
    if (!put) {
      return put;
    }
  }
  return transaction->commit();
}

Result<std::vector<Correction>> Store::corrections(const std::string& id) {
  std::vector<Correction> all;
  const auto read = each_row(
      state_->database,
      "SELECT field, value FROM corrections"
      " WHERE article = (SELECT number FROM articles WHERE id = ?1) ORDER BY field",
      [&](const Statement& row) { all.push_back({row.string(0), row.optional_string(1)}); }, id);
  if (!read) {
    return std::unexpected(read.error());
  }
  return all;
}

}  // namespace parallax
