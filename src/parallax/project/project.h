#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "parallax/collect/collect.h"
#include "parallax/core/analysis.h"
#include "parallax/core/question.h"
#include "parallax/core/result.h"

namespace parallax {

/// What `add` did.
struct AddReport {
  std::size_t added = 0;
  std::size_t unchanged = 0;
  std::vector<Skipped> skipped;
  bool interrupted = false;
};

struct ArticleInfo {
  std::string id;
  std::string path;
  Metadata metadata;
  std::size_t bytes = 0;  ///< of the clean text
};

struct SearchHit {
  std::string article;
  std::string path;
  Span span;  ///< of the sentence that holds the words
  std::string words;
};

/// The one façade: everything that the command line and the server can do with a project file. Not thread-safe; open one for each thread.
class Project {
 public:
  enum class Mode { read, write, create };  ///< `create` also opens an existing file for writing
  struct Options {
    std::filesystem::path data_folder;  ///< replaces built-in data files; may be empty
  };
  static Result<Project> open(const std::filesystem::path& path, Mode mode, const Options& options);
  Project(Project&&) noexcept;
  Project& operator=(Project&&) noexcept;
  ~Project();

  /// Reads files and folders into the project. Idempotent. Each article is one transaction: killed at any moment, the file opens and the
  /// same call goes on where it was. `progress(done, total, path)` may be empty; `stop` is asked between articles.
  Result<AddReport> add(std::span<const std::string> paths, const std::function<void(std::size_t, std::size_t, std::string_view)>& progress, const std::function<bool()>& stop);
  Result<std::vector<Question>> questions();
  Result<std::vector<Account>> accounts();
  Result<std::vector<ArticleInfo>> articles();
  /// An article by id, unique id prefix (8 digits or more), path, or unique file name.
  Result<Article> article(const std::string& name);
  Result<Analysis> analysis(const std::string& article_id);
  /// `outlet=`, `side=`, `published=`, `title=`, `author=`, `url=`, `language=`; an empty value clears. A side belongs to the outlet.
  Result<void> set(const std::string& name, std::span<const std::pair<std::string, std::string>> values);
  Result<void> remove(const std::string& name);
  /// Reads stored articles again where the program or its data have changed; all of them if `all`. Returns how many were read.
  Result<std::size_t> reread(bool all);
  Result<std::vector<SearchHit>> search(const std::string& query, std::size_t limit);

 private:
  struct State;
  explicit Project(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace parallax
