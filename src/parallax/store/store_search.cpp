#include "parallax/store/store_state.h"
#include "parallax/text/fold.h"

namespace parallax {
namespace {

constexpr char kSearch[] = R"sql(
SELECT a.id, a.path, s."begin", s."end",
       substr(CAST(a.text AS BLOB), s."begin" + 1, s."end" - s."begin")
FROM search JOIN sentences s ON s.id = search.rowid JOIN articles a ON a.number = s.article
WHERE search MATCH ?1
ORDER BY rank, a.path, a.id, s."begin"
LIMIT ?2
)sql";

/// FTS5's form of a folded query: every word, and every phrase between double quotes, as one quoted
/// string. All must be found.
std::string match_of(std::string_view query) {
  std::string match;
  bool in_phrase = false;
  bool open = false;
  for (const char c : query) {
    const bool ends = c == '"' || (c == ' ' && !in_phrase);
    if (ends && open) {
      match += "\" ";
      open = false;
    }
    if (c == '"') {
      in_phrase = !in_phrase;
    } else if (!ends) {
      match += open ? "" : "\"";
      match.push_back(c == '\0' ? ' ' : c);
      open = true;
    }
  }
  return open ? match + "\"" : match;
}

}  // namespace

// No triggers: a trigger that writes to a virtual table would need SQLite to trust the schema, and
// a project file may come by mail.
Result<void> remove_sentences(Database& database, std::int64_t article) {
  auto removed = run_with(database,
                          "INSERT INTO search (search, rowid, folded)"
                          " SELECT 'delete', id, folded FROM sentences WHERE article = ?1",
                          article);
  return removed ? run_with(database, "DELETE FROM sentences WHERE article = ?1", article)
                 : removed;
}

Result<void> put_sentences(Database& database, std::int64_t article, const Article& text,
                           const Analysis& analysis) {
  auto insert = database.prepare(
      R"(INSERT INTO sentences (article, "begin", "end", folded) VALUES (?1, ?2, ?3, ?4))");
  if (!insert) {
    return std::unexpected(insert.error());
  }
  for (const Sentence& sentence : analysis.sentences) {
    insert->bind_all(article, sentence.span.begin, sentence.span.end,
                     fold(words(text.text, sentence.span)));
    if (auto put = insert->run(); !put) {
      return put;
    }
  }
  return run_with(database,
                  "INSERT INTO search (rowid, folded)"
                  " SELECT id, folded FROM sentences WHERE article = ?1",
                  article);
}

Result<std::vector<StoredHit>> Store::search(const std::string& folded_query, std::size_t limit) {
  std::vector<StoredHit> hits;
  const std::string match = match_of(folded_query);
  if (match.empty()) {
    return hits;
  }
  const auto read = each_row(
      state_->database, kSearch,
      [&](const Statement& row) {
        const Span span{static_cast<std::uint32_t>(row.integer(2)),
                        static_cast<std::uint32_t>(row.integer(3))};
        hits.push_back({row.string(0), row.string(1), span, row.string(4)});
      },
      match, std::uint64_t{limit});
  if (!read) {
    return std::unexpected(read.error());
  }
  return hits;
}

}  // namespace parallax
