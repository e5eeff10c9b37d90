#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "parallax/core/analysis.h"
#include "parallax/core/question.h"
#include "parallax/core/result.h"

namespace parallax {

/// An article's row without its text.
struct StoredArticle {
  std::string id;
  std::string path;
  Metadata metadata;
  std::string side;  ///< of its outlet, or empty
  std::string reading_version;
  std::size_t bytes = 0;
};

struct StoredHit {
  std::string article;
  std::string path;
  Span span;
  std::string words;
};

/// The project file: one SQLite database. Knows records, not what they mean. One object a thread.
class Store {
 public:
  enum class Mode { read, write, create };
  static Result<Store> open(const std::filesystem::path& path, Mode mode);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  /// One transaction: the article with its original bytes, analysis, claims and search rows; replaces what was stored under its id.
  Result<void> put_article(const Article& article, const std::string& original, const Analysis& analysis, const std::vector<Claim>& claims, const std::string& reading_version);
  Result<std::optional<std::string>> stored_reading_version(const std::string& id);
  Result<std::vector<StoredArticle>> articles();
  Result<Article> article(const std::string& id);
  Result<Analysis> analysis(const std::string& id);
  Result<std::string> original(const std::string& id);
  Result<std::vector<Claim>> claims();
  Result<void> set_metadata(const std::string& id, const Metadata& metadata);
  Result<void> set_side(const std::string& outlet, const std::string& side);
  Result<void> remove(const std::string& id);
  Result<std::vector<StoredHit>> search(const std::string& folded_query, std::size_t limit);
  /// Small named texts that belong to the project (the pile's names file).
  Result<void> put_setting(const std::string& name, const std::string& value);
  Result<std::string> setting(const std::string& name);

 private:
  struct State;
  explicit Store(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace parallax
