// Sketches and copy pairs. The spans of a pair are numbers of four bytes, little-endian: how many
// stretches are shared, how many sentences stand in the first text alone, how many in the second;
// then of each shared stretch begin and end in the first text, begin and end in the second, and
// whether it is altered; then begin and end of each sentence.
#include <algorithm>
#include <array>

#include "parallax/core/anchor.h"
#include "parallax/core/names_of_values.h"
#include "parallax/store/compress.h"
#include "parallax/store/store_state.h"

namespace parallax {
namespace {

constexpr char kPutSketch[] = R"sql(
INSERT INTO sketches VALUES (?1, ?2, ?3, 0, ?4)
ON CONFLICT (article) DO UPDATE SET
  compared = compared AND version = excluded.version AND text_version = excluded.text_version,
  version = excluded.version, text_version = excluded.text_version, bytes = excluded.bytes
)sql";

constexpr char kPartnersWait[] = R"sql(
UPDATE sketches SET compared = 0 WHERE article IN
  (SELECT second FROM copy_pairs WHERE first = ?1 UNION SELECT first FROM copy_pairs WHERE second = ?1)
)sql";

constexpr char kPutPair[] = R"sql(
INSERT INTO copy_pairs VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
ON CONFLICT (first, second) DO UPDATE SET
  kind = excluded.kind, first_shared = excluded.first_shared, first_words = excluded.first_words,
  second_shared = excluded.second_shared, second_words = excluded.second_words,
  spans = excluded.spans
)sql";

constexpr char kPairs[] = R"sql(
SELECT a.id, b.id, kind, first_shared, first_words, second_shared, second_words, spans
FROM copy_pairs JOIN articles a ON a.number = first JOIN articles b ON b.number = second
)sql";

constexpr char kPairsAlone[] = R"sql(
SELECT a.id, b.id, kind
FROM copy_pairs JOIN articles a ON a.number = first JOIN articles b ON b.number = second
)sql";

class Numbers {
 public:
  void add(std::uint32_t number) {
    for (const unsigned shift : {0U, 8U, 16U, 24U}) {
      bytes_.push_back(static_cast<char>(number >> shift & 0xFFU));
    }
  }
  void add(Span span) {
    add(span.begin);
    add(span.end);
  }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

std::string print_spans(const Alignment& laid) {
  Numbers numbers;
  for (const std::size_t count :
       {laid.shared.size(), laid.only_first.size(), laid.only_second.size()}) {
    numbers.add(static_cast<std::uint32_t>(count));
  }
  for (const SharedSpan& shared : laid.shared) {
    numbers.add(shared.first);
    numbers.add(shared.second);
    numbers.add(shared.altered ? 1U : 0U);
  }
  for (const auto* spans : {&laid.only_first, &laid.only_second}) {
    for (const Span span : *spans) {
      numbers.add(span);
    }
  }
  return compress(numbers.bytes());
}

/// Numbers out of bytes that may be anything; zeros behind their end.
class NumbersIn {
 public:
  explicit NumbersIn(std::string_view bytes) : rest_(bytes) {}
  std::uint32_t number() {
    std::uint32_t value = 0;
    if (rest_.size() < 4) {
      rest_ = {};
      return 0;
    }
    for (std::size_t k = 4; k-- > 0;) {
      value = value << 8U | static_cast<unsigned char>(rest_[k]);
    }
    rest_.remove_prefix(4);
    return value;
  }
  Span span() {
    const std::uint32_t begin = number();
    return {begin, std::max(begin, number())};
  }
  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

/// Damaged bytes give fewer spans.
void parse_spans(std::string_view frame, Alignment& laid) {
  const auto bytes = decompress(frame);
  if (!bytes) {
    return;
  }
  NumbersIn numbers(*bytes);
  const std::array<std::uint32_t, 3> counts = {numbers.number(), numbers.number(),
                                               numbers.number()};
  for (std::uint32_t i = 0; i < counts[0] && !numbers.at_end(); ++i) {
    const Span first = numbers.span();
    const Span second = numbers.span();
    laid.shared.push_back({first, second, numbers.number() != 0});
  }
  for (std::uint32_t i = 0; i < counts[1] && !numbers.at_end(); ++i) {
    laid.only_first.push_back(numbers.span());
  }
  for (std::uint32_t i = 0; i < counts[2] && !numbers.at_end(); ++i) {
    laid.only_second.push_back(numbers.span());
  }
}

std::uint32_t words_at(const Statement& row, int column) {
  return static_cast<std::uint32_t>(row.integer(column));
}

CopyPair pair_at(const Statement& row, bool with_alignment) {
  CopyPair pair{.first = row.string(0),
                .second = row.string(1),
                .kind = from_string<CopyKind>(row.text(2)).value_or(CopyKind::quoting)};
  if (with_alignment) {
    pair.alignment.first = {words_at(row, 3), words_at(row, 4)};
    pair.alignment.second = {words_at(row, 5), words_at(row, 6)};
    parse_spans(row.text(7), pair.alignment);
  }
  return pair;
}

/// The same pair seen from the other text.
PairToStore turned(const PairToStore& pair) {
  return {.first = pair.second,
          .second = pair.first,
          .kind = pair.kind,
          .alignment = turned(pair.alignment)};
}

Result<void> put_pair(Statement& insert, const PairToStore& pair) {
  const auto& [first, second, kind, laid] = pair;
  const std::string spans = print_spans(laid);
  insert.bind_all(first, second, to_string(kind), laid.first.shared, laid.first.words,
                  laid.second.shared, laid.second.words, Blob{spans});
  return insert.run();
}

}  // namespace

Result<void> forget_pairs(Database& database, std::int64_t article) {
  auto done = run_with(database, kPartnersWait, article);
  return done
             ? run_with(database, "DELETE FROM copy_pairs WHERE first = ?1 OR second = ?1", article)
             : done;
}

Result<void> put_sketch(Database& database, std::int64_t article, const ArticleToStore& stored) {
  if (stored.sketch.empty()) {
    return {};
  }
  const std::string version = text_version(stored.article);
  const auto before =
      string_with(database, "SELECT text_version FROM sketches WHERE article = ?1", article);
  if (!before) {
    return std::unexpected(before.error());
  }
  if (*before && **before != version) {
    if (auto forgotten = forget_pairs(database, article); !forgotten) {
      return forgotten;
    }
  }
  return run_with(database, kPutSketch, article, stored.sketch_version, version,
                  Blob{stored.sketch});
}

Result<std::vector<std::string>> Store::without_sketch(std::uint32_t version) {
  std::vector<std::string> ids;
  const auto read = each_row(
      state_->database,
      "SELECT id FROM articles LEFT JOIN sketches ON article = number"
      " WHERE version IS NULL OR version <> ?1 OR sketches.text_version <> articles.text_version"
      " ORDER BY number",
      [&](const Statement& row) { ids.push_back(row.string(0)); }, version);
  if (!read) {
    return std::unexpected(read.error());
  }
  return ids;
}

Result<void> Store::put_sketch(const std::string& id, std::string_view sketch,
                               std::uint32_t version) {
  if (auto forgotten = compare_again(id); !forgotten) {
    return forgotten;
  }
  return run_with(state_->database,
                  "INSERT INTO sketches SELECT number, ?2, text_version, 0, ?3 FROM articles"
                  " WHERE id = ?1 ON CONFLICT (article) DO UPDATE SET compared = 0,"
                  " version = excluded.version, text_version = excluded.text_version,"
                  " bytes = excluded.bytes",
                  id, version, Blob{sketch});
}

Result<std::vector<StoredSketch>> Store::sketches() {
  std::vector<StoredSketch> all;
  const auto read =
      each_row(state_->database, "SELECT article, compared, bytes FROM sketches ORDER BY article",
               [&](const Statement& row) {
                 all.push_back({row.integer(0), row.integer(1) != 0, row.string(2)});
               });
  if (!read) {
    return std::unexpected(read.error());
  }
  return all;
}

Result<std::size_t> Store::not_compared() {
  const auto waiting = state_->database.number(
      "SELECT count(*) FROM articles LEFT JOIN sketches ON article = number"
      " WHERE compared IS NOT 1");
  if (!waiting) {
    return std::unexpected(waiting.error());
  }
  return static_cast<std::size_t>(*waiting);
}

Result<CopySource> Store::copy_source(std::int64_t number) {
  CopySource source;
  auto read = each_row(
      state_->database,
      "SELECT text, coalesce(outlet, ''), coalesce(url, '') FROM articles WHERE number = ?1",
      [&](const Statement& row) {
        source.text = row.string(0);
        source.outlet = row.string(1);
        source.url = row.string(2);
      },
      number);
  if (read) {
    read = each_row(
        state_->database,
        R"(SELECT "begin", "end" FROM sentences WHERE article = ?1 ORDER BY "begin")",
        [&](const Statement& row) {
          source.sentences.push_back({static_cast<std::uint32_t>(row.integer(0)),
                                      static_cast<std::uint32_t>(row.integer(1))});
        },
        number);
  }
  if (!read) {
    return std::unexpected(read.error());
  }
  return source;
}

Result<void> Store::put_copy_pairs(std::span<const PairToStore> pairs,
                                   std::span<const std::int64_t> compared) {
  auto transaction = Transaction::begin(state_->database);
  if (!transaction) {
    return std::unexpected(transaction.error());
  }
  auto insert = state_->database.prepare(kPutPair);
  auto mark = state_->database.prepare("UPDATE sketches SET compared = 1 WHERE article = ?1");
  if (!insert || !mark) {
    return std::unexpected(insert ? mark.error() : insert.error());
  }
  for (const PairToStore& pair : pairs) {
    if (auto put = put_pair(*insert, pair.first < pair.second ? pair : turned(pair)); !put) {
      return put;
    }
  }
  for (const std::int64_t article : compared) {
    if (auto marked = mark->bind_all(article).run(); !marked) {
      return marked;
    }
  }
  return transaction->commit();
}

Result<void> Store::compare_again(const std::string& id) {
  std::vector<std::int64_t> numbers;
  const auto read = each_row(
      state_->database, "SELECT number FROM articles WHERE id = ?1",
      [&](const Statement& row) { numbers.push_back(row.integer(0)); }, id);
  return read ? compare_again(numbers) : read;
}

Result<void> Store::compare_again(std::span<const std::int64_t> articles) {
  auto transaction = Transaction::begin(state_->database);
  if (!transaction) {
    return std::unexpected(transaction.error());
  }
  for (const std::int64_t article : articles) {
    auto done = forget_pairs(state_->database, article);
    done = done ? run_with(state_->database, "UPDATE sketches SET compared = 0 WHERE article = ?1",
                           article)
                : done;
    if (!done) {
      return done;
    }
  }
  return transaction->commit();
}

Result<std::vector<CopyPair>> Store::copy_pairs(bool with_alignments) {
  std::vector<CopyPair> all;
  const auto read =
      each_row(state_->database, with_alignments ? kPairs : kPairsAlone,
               [&](const Statement& row) { all.push_back(pair_at(row, with_alignments)); });
  if (!read) {
    return std::unexpected(read.error());
  }
  return all;
}

}  // namespace parallax
