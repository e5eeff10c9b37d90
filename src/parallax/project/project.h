#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parallax/collect/collect.h"
#include "parallax/core/analysis.h"
#include "parallax/core/copies.h"
#include "parallax/core/listings.h"
#include "parallax/core/question.h"
#include "parallax/core/quotes.h"
#include "parallax/core/result.h"

namespace parallax {

class Readers;

/// What `add` did.
struct AddReport {
  std::size_t added = 0;  ///< read and stored, for the first time or anew
  std::size_t unchanged = 0;
  std::size_t read_again =
      0;  ///< older articles, because the pile brought names that read them differently
  std::vector<Skipped> skipped;
  std::vector<Skipped> unreadable;  ///< PATHs that could not be read at all
  std::vector<std::string> empty;   ///< PATHs in which there is nothing to read
  std::size_t passed_over = 0;      ///< things in archives that hold no article: pictures, requests
  bool interrupted = false;
};

/// Told after each article; asked between articles whether to stop. Both may be empty.
struct Watch {
  std::function<void(std::size_t done, std::size_t total, std::string_view path)> progress;
  std::function<bool()> stop;
};

/// The one façade: everything that the command line and the server can do with a project file. Not
/// thread-safe; open one for each thread.
class Project {
 public:
  enum class Mode { read, write, create };  ///< `create` also opens an existing file for writing
  struct Options {
    std::filesystem::path data_folder = {};  ///< replaces built-in data files; may be empty
  };
  static Result<Project> open(const std::filesystem::path& path, Mode mode, const Options& options);
  /// The same with readers that other projects, or the same one opened again, share.
  static Result<Project> open_with(std::shared_ptr<Readers> readers,
                                   const std::filesystem::path& path, Mode mode);
  Project(Project&&) noexcept;
  Project& operator=(Project&&) noexcept;
  ~Project();

  /// Reads files and folders into the project. Idempotent. Articles are stored whole, some dozens
  /// in one transaction: killed at any moment, the file opens and the same call goes on where it
  /// was. Fails only when the project cannot be written; what was read before is kept.
  Result<AddReport> add(std::span<const std::string> paths, const Watch& watch);
  /// Reads stored articles again where the program or its data have changed; all of them if `all`.
  /// Returns how many were read.
  Result<std::size_t> reread(bool all, const Watch& watch);
  /// A number that differs from the last call's when somebody else has written to the file since.
  Result<std::uint64_t> changes();
  /// How many stored articles were read by another version of the program or its data.
  Result<std::size_t> stale();

  Result<std::vector<Question>> questions();
  /// What was found when the articles were added; nothing is compared here.
  Result<Copies> copies();
  /// Loads every article with all that was read in it, one after another.
  Result<Quotes> quotes();
  /// The events of all articles, each by its own day.
  Result<Timeline> timeline();
  /// The figures of all articles; those of one unit and counted class stand together.
  Result<std::vector<ListedFigure>> figures();
  /// Ascending by path.
  Result<std::vector<Account>> accounts();
  Result<std::vector<ArticleInfo>> articles();
  /// The same with outlet and side as they are shown: an article without outlet is its own, an
  /// outlet without side its own side.
  Result<std::vector<ArticleInfo>> shown_articles();
  /// Every article that a claim of these questions names, once, ascending by path.
  Result<std::vector<Article>> articles_of(std::span<const Question> questions);
  /// Every article that a pair names, once, ascending by path.
  Result<std::vector<Article>> articles_of(const Copies& copies);
  /// An article by id, unique id prefix (8 digits or more), path, or unique file name. not_found
  /// comes with suggestions.
  Result<Article> article(const std::string& name);
  Result<Analysis> analysis(const std::string& article_id);
  /// What cleaning left out of an article (named as in `article`), piece by piece.
  Result<std::vector<RemovedPiece>> removed(const std::string& name);
  /// Words, and phrases between double quotes, folded here. Best first.
  Result<std::vector<SearchHit>> search(const std::string& query, std::size_t limit);

  /// `outlet=`, `side=`, `published=`, `title=`, `author=`, `url=`, `language=`; an empty value
  /// clears. A side belongs to the outlet. What the user sets goes before what is found, also when
  /// the article is added again. `block:BEGIN-END=ROLE` puts stretches of the file (in bytes) back,
  /// or takes them out: every piece of the page whose middle lies in it. bad_format: no such key,
  /// no date, no role.
  Result<void> set(const std::string& name,
                   std::span<const std::pair<std::string, std::string>> values);
  Result<void> remove(const std::string& name);

  struct State;  ///< project_state.h

 private:
  struct Stated;
  explicit Project(std::unique_ptr<State> state);
  Result<Stated> stated();
  template <typename Each>
  Result<void> for_each_reading(Each each);
  std::unique_ptr<State> state_;
};

}  // namespace parallax
