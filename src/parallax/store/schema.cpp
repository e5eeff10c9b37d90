#include "parallax/store/schema.h"

#include <array>

namespace parallax {
namespace {

// Offsets are bytes of `articles.text`, half open. Days are counted from 1970-01-01. Nothing exists
// without an anchor: NOT NULL.
constexpr char kVersion1[] = R"sql(
CREATE TABLE articles (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  path TEXT NOT NULL,
  title TEXT, outlet TEXT, side TEXT, author TEXT, published TEXT, url TEXT, language TEXT,
  bytes INTEGER NOT NULL,
  text_version TEXT NOT NULL,
  reading_version TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX articles_by_path ON articles (path);

CREATE TABLE originals (
  article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE blocks (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  role TEXT NOT NULL,
  "begin" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  source_begin INTEGER NOT NULL, source_end INTEGER NOT NULL,
  PRIMARY KEY (article, ordinal),
  CHECK (0 <= "begin" AND "begin" <= "end" AND 0 <= source_begin AND source_begin <= source_end)
) STRICT, WITHOUT ROWID;

CREATE TABLE notes (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  "begin" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  kind TEXT NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (article, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE corrections (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  field TEXT NOT NULL,
  value TEXT,
  PRIMARY KEY (article, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE layers (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  layer TEXT NOT NULL,
  key TEXT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (article, layer)
) STRICT;

CREATE TABLE outlets (
  name TEXT NOT NULL,
  set_by TEXT NOT NULL CHECK (set_by IN ('pile', 'user')),
  side TEXT NOT NULL,
  PRIMARY KEY (name, set_by)
) STRICT, WITHOUT ROWID;

CREATE TABLE entities (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL, type TEXT NOT NULL, key TEXT NOT NULL,
  mentions INTEGER NOT NULL,
  "begin" INTEGER NOT NULL, "end" INTEGER NOT NULL, words TEXT NOT NULL,
  PRIMARY KEY (article, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX entities_by_key ON entities (key);

CREATE TABLE claims (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  type TEXT NOT NULL,
  subject TEXT NOT NULL, place TEXT NOT NULL, patient TEXT NOT NULL, actor TEXT NOT NULL,
  site TEXT NOT NULL,
  happened_earliest INTEGER, happened_latest INTEGER, happened_inferred INTEGER NOT NULL,
  low REAL, high REAL, approximate INTEGER NOT NULL, unit TEXT NOT NULL, scope_days REAL,
  when_earliest INTEGER, when_latest INTEGER,
  word TEXT NOT NULL, polarity TEXT NOT NULL,
  answer TEXT NOT NULL,
  speaker TEXT,
  text_version TEXT NOT NULL,
  "begin" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  words TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL,
  PRIMARY KEY (article, ordinal),
  CHECK (0 <= "begin" AND "begin" < "end")
) STRICT, WITHOUT ROWID;
CREATE INDEX claims_by_topic ON claims (type, subject);

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sentences (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  "begin" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  folded TEXT NOT NULL
) STRICT;
CREATE INDEX sentences_by_article ON sentences (article);
CREATE VIRTUAL TABLE search USING fts5 (
  folded, content = 'sentences', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0'
);
)sql";

/// What cleaning needs to read a record anew.
constexpr char kRecords[] = R"sql(
ALTER TABLE originals ADD COLUMN kind TEXT NOT NULL DEFAULT '';
ALTER TABLE originals ADD COLUMN charset TEXT NOT NULL DEFAULT '';
ALTER TABLE originals ADD COLUMN source_offset INTEGER NOT NULL DEFAULT 0;
)sql";

/// When an article was changed, whom the outlet has it from, and what the metadata stand on.
constexpr char kEvidence[] = R"sql(
ALTER TABLE articles ADD COLUMN modified TEXT;
ALTER TABLE articles ADD COLUMN origin TEXT;
CREATE TABLE evidence (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  field TEXT NOT NULL, source TEXT NOT NULL, sure TEXT NOT NULL,
  value TEXT NOT NULL, words TEXT NOT NULL,
  source_begin INTEGER NOT NULL, source_end INTEGER NOT NULL,
  PRIMARY KEY (article, ordinal),
  CHECK (0 <= source_begin AND source_begin <= source_end)
) STRICT, WITHOUT ROWID;
)sql";

// A sketch is a sample of a text by which its copies are found (compare/copies/sketch.h). A pair
// stands once, with the smaller number first. Words are counts; `spans` is zstd over what
// store_copies.cpp describes.
constexpr char kSketches[] = R"sql(
CREATE TABLE sketches (
  article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
  version INTEGER NOT NULL,
  text_version TEXT NOT NULL,
  compared INTEGER NOT NULL CHECK (compared IN (0, 1)),
  bytes BLOB NOT NULL
) STRICT;
CREATE INDEX sketches_to_compare ON sketches (article) WHERE compared = 0;

CREATE TABLE copy_pairs (
  first INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  second INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  kind TEXT NOT NULL,
  first_shared INTEGER NOT NULL, first_words INTEGER NOT NULL,
  second_shared INTEGER NOT NULL, second_words INTEGER NOT NULL,
  spans BLOB NOT NULL,
  PRIMARY KEY (first, second),
  CHECK (first < second)
) STRICT, WITHOUT ROWID;
CREATE INDEX copy_pairs_by_second ON copy_pairs (second);
)sql";

constexpr auto kMigrations =
    std::to_array<const char*>({kVersion1, kRecords, kEvidence, kSketches});

}  // namespace

std::span<const char* const> migrations() { return kMigrations; }

}  // namespace parallax
