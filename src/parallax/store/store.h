#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parallax/core/analysis.h"
#include "parallax/core/question.h"
#include "parallax/core/result.h"
#include "parallax/store/stored_copies.h"

/// The project file: one SQLite database (schema.cpp), opened in WAL mode. Every change is one
/// transaction, so a process that is killed leaves a file that opens, with whole articles. It knows
/// records, not what they mean: reading and comparing happen elsewhere. The heavy part of an
/// article, its analysis, is one compressed blob (analysis_blob.h); rows are kept only for what is
/// searched or joined: blocks, entities, claims, sentences. What the user has corrected stands in
/// tables of its own, which reading anew never touches.
namespace parallax {

/// An article's row without its text.
struct StoredArticle {
  std::string id;
  std::string path;
  Metadata metadata;  ///< `side` is the article's own, if it was given one
  std::string side;   ///< in force: the user's for the outlet, else the article's own, else the
                      ///< pile's for the outlet; or empty
  std::string reading_version;
  std::size_t bytes = 0;  ///< of the clean text
};

/// The bytes of an article as they came, and what cleaning must know to read them anew.
struct StoredOriginal {
  std::string bytes;
  std::string kind;  ///< of the record; empty where an older version of the program stored it
  std::string charset;
  std::uint64_t source_offset = 0;
};

/// What `put_article` stores.
struct ArticleToStore {
  const Article& article;
  const StoredOriginal* original = nullptr;  ///< null: what is stored stays
  const Analysis& analysis;
  std::span<const Claim> claims;  ///< of this article, each with an anchor that is not empty
  std::string_view reading_version;
  std::string_view sketch = {};  ///< of its text; empty: to be made later (stored_copies.h)
  std::uint32_t sketch_version = 0;
};

/// What the user says of one article against what was found in it. A field is a name of Metadata,
/// or a stretch of the source (project/given_blocks.h); no value: unknown.
struct Correction {
  std::string field;
  std::optional<std::string> value;
};

struct StoredHit {
  std::string article;
  std::string path;
  Span span;  ///< of the sentence
  std::string words;
};

enum class SideSetBy : std::uint8_t { pile, user };

/// One open project file. One object a thread; several processes may have the same file open, and
/// wait for each other's writing.
class Store {
 public:
  enum class Mode { read, write, create };  ///< `create` also opens an existing file for writing
  /// Fails with: not_found, no_permission, bad_format (another program's file, a damaged one),
  /// newer_version, busy (after five seconds), disk_full, failed (a network file system, unless
  /// PARALLAX_ALLOW_NETWORK_FILE_SYSTEM is set).
  static Result<Store> open(const std::filesystem::path& path, Mode mode);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  /// One transaction: the article with its blocks, analysis, claims and search rows; replaces what
  /// was stored under its id.
  Result<void> put_article(const ArticleToStore& stored) { return put_articles({&stored, 1}); }
  /// Several in one transaction: all or none.
  Result<void> put_articles(std::span<const ArticleToStore> stored);
  /// Empty where the article's original lacks what cleaning needs to read it anew; absent where
  /// there is no such article.
  Result<std::optional<std::string>> stored_reading_version(const std::string& id);
  /// Ascending by path, then id.
  Result<std::vector<StoredArticle>> articles();
  Result<Article> article(const std::string& id);
  Result<Analysis> analysis(const std::string& id);
  Result<StoredOriginal> original(const std::string& id);
  /// Ascending by path and id of the article, then as they were given.
  Result<std::vector<Claim>> claims();
  Result<void> remove(const std::string& id);
  /// A number that differs from the last call's when another connection has written since.
  Result<std::uint64_t> changes();

  /// The articles without a sketch of this version, by id.
  Result<std::vector<std::string>> without_sketch(std::uint32_t version);
  Result<void> put_sketch(const std::string& id, std::string_view sketch, std::uint32_t version);
  /// All sketches, ascending by number.
  Result<std::vector<StoredSketch>> sketches();
  /// How many articles wait to be compared with the others for copies.
  Result<std::size_t> not_compared();
  Result<CopySource> copy_source(std::int64_t number);
  /// One transaction: what was found for some articles, which thereby are compared.
  Result<void> put_copy_pairs(std::span<const PairToStore> pairs,
                              std::span<const std::int64_t> compared);
  /// Takes back what was found for these articles: they wait again, and so do their partners.
  Result<void> compare_again(std::span<const std::int64_t> articles);
  Result<void> compare_again(const std::string& id);
  /// In no order. Without alignments reading is many times as fast.
  Result<std::vector<CopyPair>> copy_pairs(bool with_alignments);

  /// Takes effect when the article is put again.
  Result<void> correct(const std::string& id, std::span<const Correction> corrections);
  Result<std::vector<Correction>> corrections(const std::string& id);
  /// An empty side takes back what was set. The user's side goes before the pile's.
  Result<void> set_side(const std::string& outlet, const std::string& side, SideSetBy set_by);

  /// Sentences with all the words of a folded query; words between double quotes must stand side by
  /// side. Best first.
  Result<std::vector<StoredHit>> search(const std::string& folded_query, std::size_t limit);

  /// Small named texts that belong to the project (the piles' names files).
  Result<void> put_setting(const std::string& name, const std::string& value);
  /// Empty if there is none.
  Result<std::string> setting(const std::string& name);
  /// The values of all settings whose names begin with `prefix`, ascending by name.
  Result<std::vector<std::string>> settings(const std::string& prefix);

 private:
  struct State;
  explicit Store(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace parallax
