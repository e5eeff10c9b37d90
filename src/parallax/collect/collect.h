#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parallax/collect/page_rules.h"
#include "parallax/core/article.h"
#include "parallax/core/result.h"

/// From bytes to articles. A *pile* is files and folders; each file holds one or more *records*; a
/// record becomes one article.
///
///   pile_walk, pile      folders, parallax.toml, files
///   inputs/              what a file is and holds: WARC, gzip, mail, PDF, ... -> Record
///   charset, decode      its bytes -> MappedText: UTF-8 that knows where each byte came from
///   plain/, html/        which stretches are the article, their roles, metadata
///   build_article        the stretches carried out: clean text, and blocks over all the source
///
/// Nothing is thrown away: what is removed stays as a block with a role and its place in the
/// source. A page says what it says: an outlet, a date, an author that it does not state stays
/// unknown. Every step is linear in its input and uses no recursion.
namespace parallax {

/// The kind of the note on a page of which cleaning keeps nothing.
inline constexpr char kNoTextNote[] = "no_text";

enum class RecordKind : std::uint8_t { text, html, json };

/// What a user says of a stretch of a record: put back, or taken out.
struct GivenRole {
  SourceRange source;  ///< of Record::bytes
  Role role = Role::body;
  bool operator==(const GivenRole&) const = default;
};

/// The bytes of one article as they came, and what is known of it from outside.
struct Record {
  std::string path;   ///< relative to the PATH that was added, `/` as separator; `PATH#N` (from 1)
                      ///< where a file holds many
  std::string bytes;  ///< for JSON lines: the line
  RecordKind kind = RecordKind::text;
  std::uint64_t source_offset = 0;  ///< where `bytes` begin in the file as it is without gzip or
                                    ///< zstd; 0 where they were converted, which `notes` say
  std::string id;                   ///< JSON lines: the record's own id; else empty
  Metadata given;  ///< from parallax.toml, JSON or the container: overrides what is found in the
                   ///< bytes
  std::string charset{};           ///< that a mail or a server says the bytes are in, or empty
  std::vector<Note> notes{};       ///< what happened on the way here: for the article
  std::vector<GivenRole> roles{};  ///< they go before what cleaning says
};

/// An input that was left out, and why, in one sentence.
struct Skipped {
  std::string path;
  Error error;
};

struct Limits {
  std::uint64_t file_bytes = std::uint64_t{64} << 20;  ///< a larger text or page is skipped, also
                                                       ///< one in an archive
  std::uint64_t line_bytes = std::uint64_t{64}
                             << 20;  ///< a longer line of a .jsonl file is skipped
  std::uint64_t expansion = 500;     ///< what unpacks to more times its size is a bomb; 64 MiB are
                                     ///< always allowed
  std::uint64_t archive_members = 100'000;
  unsigned converter_seconds = 60;  ///< for one PDF
};

/// What a pile's parallax.toml says beyond its articles.
struct PileSettings {
  std::vector<std::pair<std::string, std::string>> outlet_sides;  ///< outlet, side
  std::string names_tsv;  ///< content of the names file, or empty
};

struct PileVisitor {
  std::function<bool(Record&&)> record;  ///< false stops the walk
  std::function<void(Skipped&&)> skipped;
  std::function<void(PileSettings&&)>
      settings;  ///< at most once for each folder that has a parallax.toml, before its records
  std::function<void(const std::string& path)>
      passed_over{};  ///< once for each thing in an archive that holds no article: a picture, a
                      ///< request, an answer such as 404
};

/// Walks files and folders in byte order of their paths and hands each record over. Fails only when
/// a PATH itself cannot be read; anything else that cannot be used is handed to `skipped`. Hidden
/// files, project files and unknown endings inside folders are passed over.
Result<void> read_pile(std::span<const std::string> paths, const Limits& limits,
                       const PileVisitor& visitor);

/// How many files a walk would open: for a progress bar.
std::size_t count_files(std::span<const std::string> paths);

/// One record cleaned: charset, blocks with roles, title, date, URL, outlet, language. Pure and
/// total: fails only on what is no text at all (a binary file), with one sentence that says so.
/// `id` is hash(bytes, URL or path) unless the record brings its own in `map`.
Result<Article> collect_article(const Record& record, const PageRules& rules);

/// What collect_article leaves out of a record, piece by piece (a block of the article holds many).
/// In order. Fails as collect_article does.
Result<std::vector<RemovedPiece>> removed_pieces(const Record& record, const PageRules& rules);

/// A text that is already clean, kept byte for byte (broken UTF-8 is repaired, with a note): one
/// body block.
Article article_from_clean_text(std::string id, std::string_view text, const Metadata& given);

}  // namespace parallax
