#include "parallax/store/store_state.h"

namespace parallax {

Result<void> put_evidence(Database& database, std::int64_t number, const Article& article) {
  auto insert =
      database.prepare("INSERT INTO evidence VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
  if (!insert) {
    return std::unexpected(insert.error());
  }
  std::uint32_t ordinal = 0;
  for (const Evidence& one : article.evidence) {
    insert->bind_all(number, ordinal++, to_string(one.field), to_string(one.source),
                     to_string(one.sure), one.value, one.words, one.where.begin, one.where.end);
    if (auto put = insert->run(); !put) {
      return put;
    }
  }
  return {};
}

Result<void> read_evidence(Database& database, std::int64_t number, Article& article) {
  return each_row(
      database,
      "SELECT field, source, sure, value, words, source_begin, source_end FROM evidence"
      " WHERE article = ?1 ORDER BY ordinal",
      [&](const Statement& row) {
        const NamedField* const field = metadata_field_named(row.text(0));
        const auto source = evidence_source_from_string(row.text(1));
        const auto sure = sure_from_string(row.text(2));
        if (field != nullptr && source && sure) {
          article.evidence.push_back({.field = field->field,
                                      .source = *source,
                                      .sure = *sure,
                                      .value = row.string(3),
                                      .words = row.string(4),
                                      .where = {static_cast<std::uint64_t>(row.integer(5)),
                                                static_cast<std::uint64_t>(row.integer(6))}});
        }
      },
      number);
}

}  // namespace parallax
