#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parallax/collect/collect.h"
#include "parallax/compare/compare.h"
#include "parallax/compare/listings.h"
#include "parallax/compare/share_of_voice.h"
#include "parallax/read/read_article.h"

namespace parallax {

/// The data file that holds the piles' own names.
constexpr char kPileNames[] = "names/pile.tsv";
/// `data` with the piles' own names (which may be empty) as `kPileNames`.
DataFiles with_names(DataFiles data, const std::string& names_tsv);

/// The data files that the program reads with: built in, replaced by those of `folder` (which may
/// be empty), and with the piles' own names.
Result<DataFiles> load_data(const std::filesystem::path& folder, const std::string& names_tsv);

/// From a record to an analysis with one set of data files: what `add`, `map` and `show FILE` have
/// in common. Any thread may call it.
class ArticleReader {
 public:
  explicit ArticleReader(DataFiles data);

  Result<Article> collect(const Record& record) const { return collect_article(record, pages_); }
  Result<std::vector<RemovedPiece>> removed(const Record& record) const {
    return removed_pieces(record, pages_);
  }
  /// Reads in the article's language, in English where none is known.
  Analysis read(const Article& article, const Wanted& wanted = {}) const;
  /// Sentences and tokens alone.
  Analysis read_sentences(const Article& article) const;
  std::vector<Claim> claims(const Article& article, const Analysis& analysis) const;
  std::vector<Question> questions(std::span<const Account> accounts,
                                  std::span<const Claim> claims) const;
  std::vector<ListedEvent> events(const Account& account, const Article& article,
                                  const Analysis& analysis) const;
  std::vector<ListedFigure> figures(const Account& account, const Article& article,
                                    const Analysis& analysis) const;
  ArticleVoices voices(const Article& article, const Analysis& analysis) const;
  Quotes quotes(std::span<const Account> accounts, std::span<const Claim> claims,
                std::span<const ArticleVoices> voices) const;

  const DataFiles& data() const { return data_; }
  /// Changes when the program or its data would read differently.
  /// The first call costs a millisecond: it hashes the models.
  const std::string& version() const;
  /// What a stored reading of this article is known by: `version()`, a full stop, and a hash of the
  /// text and of the metadata.
  std::string key(const Article& article) const;

 private:
  /// What depends on an article's language; each part is made when it is first asked for.
  struct Language {
    std::optional<Stages> stages;
    std::shared_ptr<const ClaimRules> rules;
  };
  using Languages = std::map<std::string, Language>;
  Languages::value_type& language_of(const std::string& wanted) const;  ///< with `lock_` held
  const Stages& stages_of(const Article& article) const;
  const ClaimRules& rules_of(const std::string& wanted) const;

  DataFiles data_;
  PageRules pages_;
  mutable std::unique_ptr<std::mutex> lock_;  ///< of what is made when it is first asked for
  mutable std::string version_;
  mutable Languages languages_;
};

/// Readers with one set of data files. Projects whose piles brought the same names share one, with
/// all that it has loaded. Any thread may ask.
class Readers {
 public:
  /// `data` without the piles' names.
  explicit Readers(DataFiles data) : data_(std::move(data)) {}
  /// Fails where a data file of `folder` (which may be empty) cannot be read.
  static Result<std::shared_ptr<Readers>> with_folder(const std::filesystem::path& folder);

  /// The reader that knows these names too. The last one asked for is kept.
  std::shared_ptr<const ArticleReader> knowing(const std::string& names_tsv);

 private:
  DataFiles data_;
  std::mutex lock_;
  std::shared_ptr<const ArticleReader> last_;
};

}  // namespace parallax
