#include "parallax/project/project.h"

#include <algorithm>
#include <map>
#include <set>

#include "parallax/compare/copies/copy_groups.h"
#include "parallax/project/project_state.h"
#include "parallax/text/fold.h"

namespace parallax {
namespace {

std::string file_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

/// The outlet that an article without one is shown as: its file name; its path where two such
/// articles share the file name; and a piece of its id where they share that too, so that nobody's
/// words are put into another's mouth.
class OwnOutlets {
 public:
  explicit OwnOutlets(std::span<const StoredArticle> articles) {
    for (const StoredArticle& article : articles) {
      if (!article.metadata.outlet) {
        ++names_[file_name(article.path)];
        ++paths_[article.path];
      }
    }
  }
  std::string of(const StoredArticle& article) const {
    std::string name = file_name(article.path);
    if (names_.at(name) == 1 && !name.empty()) {
      return name;
    }
    const bool alone = paths_.at(article.path) == 1 && !article.path.empty();
    return alone ? article.path : article.path + " (" + article.id.substr(0, 8) + ")";
  }

 private:
  std::map<std::string, std::size_t> names_;
  std::map<std::string, std::size_t> paths_;
};

/// Folds what stands between double quotes and what does not each for itself: folding would drop
/// the quotes.
std::string folded_query(std::string_view query) {
  std::string folded;
  bool in_phrase = false;
  while (!query.empty()) {
    const std::size_t quote = std::min(query.find('"'), query.size());
    const std::string part = fold(query.substr(0, quote));
    const bool is_phrase = in_phrase && quote < query.size();
    folded += is_phrase ? " \"" + part + "\" " : ' ' + part;
    query.remove_prefix(std::min(quote + 1, query.size()));
    in_phrase = !in_phrase;
  }
  return folded;
}

Result<std::string> names_in(Store& store) {
  const auto texts = store.settings(kNamesSetting);
  if (!texts) {
    return std::unexpected(texts.error());
  }
  return joined_names(*texts);
}

/// Ascending by path.
Result<std::vector<Article>> load_articles(Store& store, const std::set<std::string>& ids) {
  std::vector<Article> all;
  for (const std::string& id : ids) {
    auto article = store.article(id);
    if (!article) {
      return std::unexpected(article.error());
    }
    all.push_back(std::move(*article));
  }
  std::ranges::sort(all, {}, [](const Article& one) { return std::tie(one.path, one.id); });
  return all;
}

}  // namespace

Result<Project> Project::open(const std::filesystem::path& path, Mode mode,
                              const Options& options) {
  auto readers = Readers::with_folder(options.data_folder);
  if (!readers) {
    return std::unexpected(readers.error());
  }
  return open_with(std::move(*readers), path, mode);
}

Result<Project> Project::open_with(std::shared_ptr<Readers> readers,
                                   const std::filesystem::path& path, Mode mode) {
  const auto store_mode = mode == Mode::read    ? Store::Mode::read
                          : mode == Mode::write ? Store::Mode::write
                                                : Store::Mode::create;
  auto store = Store::open(path, store_mode);
  if (!store) {
    return std::unexpected(store.error());
  }
  const auto names = names_in(*store);
  if (!names) {
    return std::unexpected(names.error());
  }
  auto reader = readers->knowing(*names);
  return Project(std::make_unique<State>(
      State{std::move(*store), std::move(readers), std::move(reader), path}));
}

Project::Project(std::unique_ptr<State> state) : state_(std::move(state)) {}
Project::Project(Project&&) noexcept = default;
Project& Project::operator=(Project&&) noexcept = default;
Project::~Project() = default;

std::string joined_names(std::span<const std::string> texts) {
  std::string joined;
  std::set<std::string_view> seen;
  for (const std::string& text : texts) {
    if (seen.insert(text).second && !text.empty()) {
      joined += text + (text.ends_with('\n') ? "" : "\n");
    }
  }
  return joined;
}

Result<bool> Project::State::refresh_reader() {
  const auto names = names_in(store);
  if (!names) {
    return std::unexpected(names.error());
  }
  const std::string before = reader->version();
  reader = readers->knowing(*names);
  return reader->version() != before;
}

Result<std::vector<Account>> Project::accounts() {
  const auto articles = state_->store.articles();
  if (!articles) {
    return std::unexpected(articles.error());
  }
  const OwnOutlets own(*articles);
  std::vector<Account> accounts;
  for (const StoredArticle& article : *articles) {
    const std::string outlet = article.metadata.outlet ? *article.metadata.outlet : own.of(article);
    accounts.push_back({.article = article.id,
                        .path = article.path,
                        .outlet = outlet,
                        .side = article.side.empty() ? outlet : article.side,
                        .published = article.metadata.published});
  }
  return accounts;
}

/// Everything that was said, and by which accounts.
struct Project::Stated {
  std::vector<Account> accounts;
  std::vector<Claim> claims;
};

Result<Project::Stated> Project::stated() {
  auto all_accounts = accounts();
  if (!all_accounts) {
    return std::unexpected(all_accounts.error());
  }
  auto claims = state_->store.claims();
  if (!claims) {
    return std::unexpected(claims.error());
  }
  return Stated{std::move(*all_accounts), std::move(*claims)};
}

Result<std::vector<Question>> Project::questions() {
  const auto all = stated();
  if (!all) {
    return std::unexpected(all.error());
  }
  const auto pairs = state_->store.copy_pairs(false);
  if (!pairs) {
    return std::unexpected(pairs.error());
  }
  std::vector<Question> questions = state_->reader->questions(all->accounts, all->claims);
  count_articles(questions, CopyFolds(*pairs));
  return questions;
}

Result<Copies> Project::copies() {
  const auto all_accounts = accounts();
  auto pairs = state_->store.copy_pairs(true);
  const auto waiting = state_->store.not_compared();
  if (!all_accounts || !pairs || !waiting) {
    return std::unexpected(!all_accounts ? all_accounts.error()
                           : !pairs      ? pairs.error()
                                         : waiting.error());
  }
  Copies copies = gather_copies(*all_accounts, std::move(*pairs));
  copies.not_compared = *waiting;
  return copies;
}

Result<Quotes> Project::quotes() {
  const auto all = stated();
  if (!all) {
    return std::unexpected(all.error());
  }
  std::vector<ArticleVoices> voices;
  voices.reserve(all->accounts.size());
  for (const Account& account : all->accounts) {
    const auto article = state_->store.article(account.article);
    const auto analysis = state_->store.analysis(account.article);
    if (!article || !analysis) {
      return std::unexpected(article ? analysis.error() : article.error());
    }
    voices.push_back(state_->reader->voices(*article, *analysis));
  }
  return state_->reader->quotes(all->accounts, all->claims, voices);
}

Result<std::vector<ArticleInfo>> Project::articles() {
  auto stored = state_->store.articles();
  if (!stored) {
    return std::unexpected(stored.error());
  }
  std::vector<ArticleInfo> all;
  for (StoredArticle& one : *stored) {
    if (!one.side.empty()) {
      one.metadata.side = one.side;
    }
    all.push_back({one.id, one.path, std::move(one.metadata), one.bytes});
  }
  return all;
}

Result<std::vector<ArticleInfo>> Project::shown_articles() {
  auto all = articles();
  const auto all_accounts = accounts();
  if (!all || !all_accounts) {
    return std::unexpected(all ? all_accounts.error() : all.error());
  }
  std::map<std::string_view, const Account*> by_article;
  for (const Account& account : *all_accounts) {
    by_article.emplace(account.article, &account);
  }
  for (ArticleInfo& article : *all) {
    if (const auto at = by_article.find(article.id); at != by_article.end()) {
      article.metadata.outlet = at->second->outlet;
      article.metadata.side = at->second->side;
    }
  }
  return all;
}

Result<std::vector<Article>> Project::articles_of(std::span<const Question> questions) {
  std::set<std::string> ids;
  for (const Question& question : questions) {
    for (const Position& position : question.positions) {
      for (const PositionClaim& claim : position.claims) {
        ids.insert(claim.claim.anchor.article);
      }
    }
  }
  return load_articles(state_->store, ids);
}

Result<std::vector<Article>> Project::articles_of(const Copies& copies) {
  std::set<std::string> ids;
  for (const CopyPair& pair : copies.quotations) {
    ids.insert({pair.first, pair.second});
  }
  for (const CopyGroup& group : copies.groups) {
    for (const CopyPair& pair : group.pairs) {
      ids.insert({pair.first, pair.second});
    }
  }
  return load_articles(state_->store, ids);
}

Result<std::uint64_t> Project::changes() { return state_->store.changes(); }

Result<std::size_t> Project::stale() {
  const auto articles = state_->store.articles();
  if (!articles) {
    return std::unexpected(articles.error());
  }
  const std::string current = state_->reader->version() + '.';
  return static_cast<std::size_t>(std::ranges::count_if(
      *articles,
      [&](const StoredArticle& article) { return !article.reading_version.starts_with(current); }));
}

Result<Analysis> Project::analysis(const std::string& article_id) {
  return state_->store.analysis(article_id);
}

Result<std::vector<SearchHit>> Project::search(const std::string& query, std::size_t limit) {
  auto stored = state_->store.search(folded_query(query), limit);
  if (!stored) {
    return std::unexpected(stored.error());
  }
  std::vector<SearchHit> hits;
  for (StoredHit& hit : *stored) {
    hits.push_back({std::move(hit.article), std::move(hit.path), hit.span, std::move(hit.words)});
  }
  return hits;
}

}  // namespace parallax
