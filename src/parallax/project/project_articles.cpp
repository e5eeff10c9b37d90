// One article of a project: found by its name, corrected, removed, read again.
#include <algorithm>

#include "parallax/core/date.h"
#include "parallax/project/project_state.h"
#include "parallax/project/suggest.h"

namespace parallax {
namespace {

constexpr std::size_t kShortestPrefix = 8;
constexpr std::size_t kSuggestions = 3;

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// The articles that a name fits best: by id, else by path, else by the start of an id, else by
/// file name.
std::vector<const StoredArticle*> fitting(const std::vector<StoredArticle>& articles,
                                          const std::string& name) {
  const auto all_with = [&](auto fits) {
    std::vector<const StoredArticle*> found;
    for (const StoredArticle& article : articles) {
      if (fits(article)) {
        found.push_back(&article);
      }
    }
    return found;
  };
  auto found = all_with([&](const StoredArticle& one) { return one.id == name; });
  if (found.empty()) {
    found = all_with([&](const StoredArticle& one) { return one.path == name; });
  }
  if (found.empty() && name.size() >= kShortestPrefix) {
    found = all_with([&](const StoredArticle& one) { return one.id.starts_with(name); });
  }
  if (found.empty()) {
    found = all_with([&](const StoredArticle& one) { return file_name(one.path) == name; });
  }
  return found;
}

Error unknown_article(const std::vector<StoredArticle>& articles, const std::string& name,
                      const std::string& project) {
  std::vector<std::string> paths;
  paths.reserve(articles.size());
  for (const StoredArticle& article : articles) {
    paths.push_back(article.path);
  }
  const std::string closest = one_of(suggest(name, paths, kSuggestions));
  const std::string advice = closest.empty() ? "`parallax articles " + project + "` lists them"
                                             : "did you mean " + closest + "?";
  return {ErrorCode::not_found,
          "there is no article \"" + name + "\" in " + project + "; " + advice, project};
}

Error ambiguous(std::span<const StoredArticle* const> found, const std::string& name) {
  std::vector<std::string> names;
  for (const StoredArticle* one : found.first(std::min(found.size(), 2 * kSuggestions))) {
    names.push_back(one->id.substr(0, kShortestPrefix) + ' ' + one->path);
  }
  return {ErrorCode::not_found,
          "\"" + name + "\" may be any of " + std::to_string(found.size()) +
              " articles: " + one_of(names) + "; give the path, or the id's first 8 digits",
          name};
}

Result<void> check_value(const std::string& key, const std::string& value) {
  Metadata any;
  if (field_of(any, key) == nullptr) {
    return std::unexpected(
        Error{ErrorCode::bad_format,
              "there is no \"" + key +
                  "\" to set; what can be set is outlet, side, published, title, author, url and "
                  "language",
              key});
  }
  if (key == "published" && !value.empty() && !day_from_iso(value)) {
    return std::unexpected(Error{ErrorCode::bad_format,
                                 "\"" + value + "\" is no date; write it as 2031-05-14", value});
  }
  return {};
}

}  // namespace

std::optional<std::string>* field_of(Metadata& metadata, std::string_view name) {
  const std::pair<std::string_view, std::optional<std::string>*> fields[] = {
      {"title", &metadata.title},      {"outlet", &metadata.outlet},
      {"side", &metadata.side},        {"author", &metadata.author},
      {"url", &metadata.url},          {"published", &metadata.published},
      {"language", &metadata.language}};
  const auto* const found = std::ranges::find(fields, name, [](const auto& f) { return f.first; });
  return found == std::end(fields) ? nullptr : found->second;
}

void correct_metadata(std::span<const Correction> corrections, Metadata& metadata) {
  for (const Correction& correction : corrections) {
    if (auto* field = field_of(metadata, correction.field)) {
      *field = correction.value;
    }
  }
}

Result<StoredArticle> Project::State::resolve(const std::string& name) {
  const auto articles = store.articles();
  if (!articles) {
    return std::unexpected(articles.error());
  }
  const auto found = fitting(*articles, name);
  if (found.empty()) {
    return std::unexpected(unknown_article(*articles, name, path.string()));
  }
  if (found.size() > 1) {
    return std::unexpected(ambiguous(found, name));
  }
  return *found.front();
}

Result<void> Project::State::read_again(const std::string& id) {
  auto article = store.article(id);
  if (!article) {
    return std::unexpected(article.error());
  }
  const auto corrections = store.corrections(id);
  if (!corrections) {
    return std::unexpected(corrections.error());
  }
  correct_metadata(*corrections, article->metadata);
  const Analysis analysis = reader.read(*article);
  const auto claims = reader.claims(*article, analysis);
  return store.put_article({*article, std::nullopt, analysis, claims, reader.key(*article)});
}

Result<Article> Project::article(const std::string& name) {
  const auto stored = state_->resolve(name);
  if (!stored) {
    return std::unexpected(stored.error());
  }
  auto article = state_->store.article(stored->id);
  if (article && !stored->side.empty()) {
    article->metadata.side = stored->side;
  }
  return article;
}

Result<void> Project::set(const std::string& name,
                          std::span<const std::pair<std::string, std::string>> values) {
  for (const auto& [key, value] : values) {
    if (auto checked = check_value(key, value); !checked) {
      return checked;
    }
  }
  auto stored = state_->resolve(name);
  if (!stored) {
    return std::unexpected(stored.error());
  }
  std::vector<Correction> corrections;
  for (const auto& [key, value] : values) {
    if (key != "side") {
      corrections.push_back({key, value.empty() ? std::nullopt : std::optional(value)});
    }
  }
  correct_metadata(corrections, stored->metadata);
  // Only once the outlet is known can a side be given to it; an article without outlet keeps its
  // side for itself.
  for (const auto& [key, value] : values) {
    if (key == "side" && stored->metadata.outlet) {
      if (auto set = state_->store.set_side(*stored->metadata.outlet, value, SideSetBy::user);
          !set) {
        return set;
      }
    } else if (key == "side") {
      corrections.push_back({key, value.empty() ? std::nullopt : std::optional(value)});
    }
  }
  if (corrections.empty()) {
    return {};
  }
  if (auto kept = state_->store.correct(stored->id, corrections); !kept) {
    return kept;
  }
  return state_->read_again(stored->id);
}

Result<void> Project::remove(const std::string& name) {
  const auto stored = state_->resolve(name);
  auto removed = stored ? state_->store.remove(stored->id) : std::unexpected(stored.error());
  return removed ? state_->compare_copies({}) : removed;
}

Result<std::size_t> Project::reread(bool all, const Watch& watch) {
  const auto articles = state_->store.articles();
  if (!articles) {
    return std::unexpected(articles.error());
  }
  std::vector<const StoredArticle*> chosen;
  for (const StoredArticle& article : *articles) {
    if (all || !article.reading_version.starts_with(state_->reader.version() + '.')) {
      chosen.push_back(&article);
    }
  }
  std::size_t done = 0;
  for (const StoredArticle* article : chosen) {
    if (watch.stop && watch.stop()) {
      break;
    }
    if (auto read = state_->read_again(article->id); !read) {
      return std::unexpected(read.error());
    }
    ++done;
    if (watch.progress) {
      watch.progress(done, chosen.size(), article->path);
    }
  }
  if (auto compared = state_->compare_copies({{}, watch.stop}); !compared) {
    return std::unexpected(compared.error());
  }
  return done;
}

}  // namespace parallax
