#include <algorithm>

#include "parallax/present/present.h"
#include "parallax/serve/api_call.h"

namespace parallax {
namespace {

constexpr std::size_t kMostHits = 1000;
constexpr std::size_t kHits = 50;
bool is_layer(const std::string& name) {
  return name == "tokens" || std::ranges::count(layers_for_pages(), name) > 0;
}

/// A comma list of layers; the usual ones when it is empty. Nothing if one is unknown.
std::optional<std::vector<std::string>> layers_of(std::string_view list) {
  if (list.empty()) {
    const auto usual = layers_for_pages();
    return std::vector(usual.begin(), usual.end());
  }
  std::vector<std::string> layers;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    layers.emplace_back(list.substr(0, comma));
    list.remove_prefix(std::min(comma + 1, list.size()));
    if (!is_layer(layers.back())) {
      return std::nullopt;
    }
  }
  return layers;
}

}  // namespace

Result<std::string> article_json(const ApiCall& call, const std::string& id,
                                 std::span<const std::string> layers) {
  const auto shown = std::ranges::find(call.now.articles, id, &ArticleInfo::id);
  if (shown == call.now.articles.end()) {
    return std::unexpected(Error{ErrorCode::not_found, "there is no article " + id, id});
  }
  auto project = call.projects.lend();
  if (!project) {
    return std::unexpected(project.error());
  }
  auto article = (*project)->article(id);
  const auto analysis = (*project)->analysis(id);
  if (!article || !analysis) {
    return std::unexpected(article ? analysis.error() : article.error());
  }
  article->metadata = shown->metadata;
  return analysis_as_json_line(*article, *analysis, layers);
}

HttpResponse answer_articles(const ApiCall& call) {
  return json_response(articles_as_json(call.now.articles));
}

HttpResponse answer_article(const ApiCall& call) {
  const auto layers = layers_of(call.parameter("layers"));
  if (!layers) {
    std::string known = "tokens";
    for (const std::string& layer : layers_for_pages()) {
      known += ", " + layer;
    }
    return problem(400, "\"layers\" is a comma list of " + known);
  }
  auto json = article_json(call, call.id, *layers);
  return json ? json_response(std::move(*json)) : problem_of(json.error());
}

HttpResponse answer_search(const ApiCall& call) {
  const auto limit = call.number("limit", kHits, kMostHits);
  if (!limit) {
    return problem(400, "\"limit\" is a whole number of at most " + std::to_string(kMostHits));
  }
  auto project = call.projects.lend();
  if (!project) {
    return problem_of(project.error());
  }
  const auto hits = (*project)->search(std::string(call.parameter("q")), *limit);
  return hits ? json_response(hits_as_json(*hits)) : problem_of(hits.error());
}

}  // namespace parallax
