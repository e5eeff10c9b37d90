// One article of a project: found by its name, corrected, removed, read again.
#include <algorithm>

#include "parallax/compare/copies/sketch.h"
#include "parallax/core/date.h"
#include "parallax/project/given_blocks.h"
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

Result<void> check_block(const std::string& key, const std::string& value) {
  if (!block_range(key)) {
    return std::unexpected(Error{
        ErrorCode::bad_format,
        "\"" + key + "\" names no stretch of the file; write block:BEGIN-END, in bytes", key});
  }
  if (!value.empty() && !role_from_string(value)) {
    return std::unexpected(Error{ErrorCode::bad_format,
                                 "\"" + value +
                                     "\" is no role; body, heading, quote, list, caption and title "
                                     "are kept, boilerplate is left out",
                                 value});
  }
  return {};
}

Result<void> check_value(const std::string& key, const std::string& value) {
  if (is_block_key(key)) {
    return check_block(key, value);
  }
  const NamedField* const field = metadata_field_named(key);
  if (field == nullptr) {
    return std::unexpected(
        Error{ErrorCode::bad_format,
              "there is no \"" + key +
                  "\" to set; what can be set is outlet, side, published, modified, title, author, "
                  "origin, url, language and block:BEGIN-END",
              key});
  }
  if (is_date(field->field) && !value.empty() && !day_from_iso(value)) {
    return std::unexpected(Error{ErrorCode::bad_format,
                                 "\"" + value + "\" is no date; write it as 2031-05-14", value});
  }
  return {};
}

}  // namespace

void correct_metadata(std::span<const Correction> corrections, Metadata& metadata) {
  for (const Correction& correction : corrections) {
    if (const NamedField* const field = metadata_field_named(correction.field)) {
      metadata.*(field->member) = correction.value;
    }
  }
}

void correct_metadata(std::span<const Correction> corrections, Article& article) {
  correct_metadata(corrections, article.metadata);
  std::vector<Evidence>& all = article.evidence;
  std::erase_if(all, [](const Evidence& one) { return one.source == EvidenceSource::user; });
  for (const Correction& correction : corrections) {
    if (const NamedField* const field = metadata_field_named(correction.field)) {
      all.insert(all.begin(), {.field = field->field,
                               .source = EvidenceSource::user,
                               .sure = Sure::certain,
                               .value = correction.value.value_or(""),
                               .words = correction.value.value_or(""),
                               .where = {}});
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

Result<void> Project::State::read_again(Article&& article) {
  const auto corrections = store.corrections(article.id);
  if (!corrections) {
    return std::unexpected(corrections.error());
  }
  correct_metadata(*corrections, article);
  const Analysis analysis = reader->read(article);
  const auto claims = reader->claims(article, analysis);
  const std::string sketch = print_sketch(sketch_of(article.text));
  return store.put_article(
      {article, nullptr, analysis, claims, reader->key(article), sketch, kSketchVersion});
}

Result<Record> Project::State::record_of(const std::string& id) {
  auto original = store.original(id);
  const auto corrections = store.corrections(id);
  const auto article = store.article(id);
  if (!original || !corrections || !article) {
    return std::unexpected(!original      ? original.error()
                           : !corrections ? corrections.error()
                                          : article.error());
  }
  const auto kind = record_kind_from_string(original->kind);
  if (!kind) {
    return std::unexpected(Error{ErrorCode::bad_format,
                                 article->path +
                                     " was stored by an older version, which did not keep what is "
                                     "needed to clean it anew; add the file once more",
                                 article->path});
  }
  return Record{.path = article->path,
                .bytes = std::move(original->bytes),
                .kind = *kind,
                .source_offset = original->source_offset,
                .id = id,
                .given = {},
                .charset = std::move(original->charset),
                .notes = {},
                .roles = given_roles(*corrections)};
}

Result<Article> Project::State::cleaned_with(const std::string& id,
                                             std::span<const Correction> corrections) {
  auto record = record_of(id);
  auto stored = record ? store.article(id) : std::unexpected(record.error());
  if (!stored) {
    return stored;
  }
  auto all = store.corrections(id);
  if (!all) {
    return std::unexpected(all.error());
  }
  for (const Correction& correction : corrections) {
    std::erase_if(*all, [&](const Correction& one) { return one.field == correction.field; });
    all->push_back(correction);
  }
  record->roles = given_roles(*all);
  auto cleaned = reader->collect(*record);
  if (!cleaned) {
    return cleaned;
  }
  const bool must_change = std::ranges::all_of(
      corrections, [](const auto& one) { return is_block_key(one.field) && one.value; });
  if (cleaned->blocks == stored->blocks && must_change) {
    return std::unexpected(
        Error{ErrorCode::bad_format,
              "nothing of " + stored->path +
                  " would change: no piece of the page has its middle there, or it is so already; "
                  "`parallax show " +
                  path.string() + " " + stored->path + " --layer removed` lists what was left out",
              stored->path});
  }
  // What is known from outside the bytes stays as it was stored.
  stored->text = std::move(cleaned->text);
  stored->blocks = std::move(cleaned->blocks);
  const auto says_no_text = [](const Note& note) { return note.kind == kNoTextNote; };
  std::erase_if(stored->notes, says_no_text);
  std::ranges::copy_if(cleaned->notes, std::back_inserter(stored->notes), says_no_text);
  return stored;
}

Result<void> Project::State::take(const std::string& id, std::vector<Correction> corrections) {
  const bool blocks =
      std::ranges::any_of(corrections, [](const auto& one) { return is_block_key(one.field); });
  if (blocks) {
    const auto original = store.original(id);
    const auto placed = original ? place_in_record(corrections, original->source_offset)
                                 : std::unexpected(original.error());
    if (!placed) {
      return placed;
    }
  }
  auto article = blocks ? cleaned_with(id, corrections) : store.article(id);
  if (!article) {
    return std::unexpected(article.error());
  }
  if (auto kept = store.correct(id, corrections); !kept) {
    return kept;
  }
  return read_again(std::move(*article));
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
  std::optional<std::string> side;
  for (const auto& [key, value] : values) {
    if (key == "side") {
      side = value;
    } else {
      corrections.push_back({key, value.empty() ? std::nullopt : std::optional(value)});
    }
  }
  correct_metadata(corrections, stored->metadata);
  // Only once the outlet is known can a side be given to it; an article without outlet keeps its
  // side for itself.
  if (side && !stored->metadata.outlet) {
    corrections.push_back({"side", side->empty() ? std::nullopt : side});
  }
  auto done = corrections.empty() ? Result<void>{} : state_->take(stored->id, corrections);
  if (done && side && stored->metadata.outlet) {
    done = state_->store.set_side(*stored->metadata.outlet, *side, SideSetBy::user);
  }
  // Whose page it is decides which of its lines are the page's.
  const bool moved = std::ranges::any_of(corrections, [](const Correction& one) {
    return one.field == "outlet" || one.field == "url";
  });
  done = done && moved ? state_->store.compare_again(stored->id) : done;
  return done ? state_->compare_copies({}) : done;
}

Result<std::vector<RemovedPiece>> Project::removed(const std::string& name) {
  const auto stored = state_->resolve(name);
  const auto record = stored ? state_->record_of(stored->id) : std::unexpected(stored.error());
  return record ? state_->reader->removed(*record) : std::unexpected(record.error());
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
    if (all || !article.reading_version.starts_with(state_->reader->version() + '.')) {
      chosen.push_back(&article);
    }
  }
  std::size_t done = 0;
  for (const StoredArticle* article : chosen) {
    if (watch.stop && watch.stop()) {
      break;
    }
    auto stored = state_->store.article(article->id);
    const auto read =
        stored ? state_->read_again(std::move(*stored)) : std::unexpected(stored.error());
    if (!read) {
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
