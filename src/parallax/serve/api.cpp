#include "parallax/serve/api.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "parallax/serve/api_call.h"

namespace parallax {
namespace {

constexpr std::string_view kPrefix = "/api/v1/";
constexpr std::array<std::string_view, 0> kNone = {};
constexpr std::array<std::string_view, 1> kArticleParameters = {"layers"};
constexpr std::array<std::string_view, 7> kQuestionParameters = {
    "verdict", "type", "scope", "side", "article", "offset", "limit"};
constexpr std::array<std::string_view, 1> kCompareParameters = {"article"};
constexpr std::array<std::string_view, 4> kQuoteParameters = {"side", "outlet", "speaker", "limit"};
constexpr std::array<std::string_view, 7> kTimelineParameters = {"side",  "outlet", "days", "from",
                                                                 "until", "offset", "limit"};
constexpr std::array<std::string_view, 6> kFigureParameters = {"side", "outlet", "counted",
                                                               "unit", "offset", "limit"};
constexpr std::array<std::string_view, 2> kSearchParameters = {"q", "limit"};

struct Route {
  ApiRoute said;
  HttpResponse (*answer)(const ApiCall& call);
};

constexpr Route kRoutes[] = {
    {{"/api/v1/project", kNone}, answer_project},
    {{"/api/v1/articles", kNone}, answer_articles},
    {{"/api/v1/articles/{id}", kArticleParameters}, answer_article},
    {{"/api/v1/questions", kQuestionParameters}, answer_questions},
    {{"/api/v1/questions/{id}", kNone}, answer_question},
    {{"/api/v1/compare", kCompareParameters}, answer_compare},
    {{"/api/v1/copies", kNone}, answer_copies},
    {{"/api/v1/quotes", kQuoteParameters}, answer_quotes},
    {{"/api/v1/timeline", kTimelineParameters}, answer_timeline},
    {{"/api/v1/figures", kFigureParameters}, answer_figures},
    {{"/api/v1/search", kSearchParameters}, answer_search},
    {{"/api/v1/openapi.json", kNone}, answer_openapi},
};

/// The `{id}` of a path that fits a route; empty for a route without one.
std::optional<std::string> fit(std::string_view route, std::string_view path) {
  const std::size_t hole = route.find("{id}");
  if (hole == std::string_view::npos) {
    return route == path ? std::optional<std::string>("") : std::nullopt;
  }
  if (!path.starts_with(route.substr(0, hole)) || path.size() == hole ||
      path.find('/', hole) != std::string_view::npos) {
    return std::nullopt;
  }
  return std::string(path.substr(hole));
}

std::string listed(std::span<const std::string_view> names) {
  std::string list;
  for (const std::string_view name : names) {
    list.append(list.empty() ? "" : ", ").append(name);
  }
  return list.empty() ? "takes no parameters" : "takes only " + list;
}

HttpResponse answer_route(Projects& projects, const HttpRequest& request, const Route& route,
                          std::string id) {
  for (const auto& [name, value] : request.query) {
    if (std::ranges::find(route.said.parameters, name) == route.said.parameters.end()) {
      return problem(400, "there is no parameter \"" + name + "\"; " +
                              std::string(route.said.path) + ' ' + listed(route.said.parameters));
    }
  }
  const auto now = projects.snapshot();
  if (!now) {
    return problem_of(now.error());
  }
  return route.answer({projects, **now, request, std::move(id)});
}

}  // namespace

std::string_view ApiCall::parameter(std::string_view name) const {
  for (const auto& [key, value] : request.query) {
    if (key == name) {
      return value;
    }
  }
  return {};
}

std::vector<std::string> ApiCall::all(std::string_view name) const {
  std::vector<std::string> values;
  for (const auto& [key, value] : request.query) {
    if (key == name) {
      values.push_back(value);
    }
  }
  return values;
}

std::optional<std::size_t> ApiCall::number(std::string_view name, std::size_t otherwise,
                                           std::size_t most) const {
  const std::string_view text = parameter(name);
  if (text.empty()) {
    return otherwise;
  }
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc{} && end == text.data() + text.size() && value <= most;
  return whole ? std::optional(value) : std::nullopt;
}

HttpResponse json_response(std::string body) {
  return {.status = 200, .content_type = std::string(kJsonType), .body = std::move(body)};
}

HttpResponse problem_of(const Error& error) {
  return problem(error.code == ErrorCode::not_found ? 404
                 : error.code == ErrorCode::busy    ? 503
                                                    : 500,
                 error.message);
}

HttpResponse answer_api(Projects& projects, const HttpRequest& request) {
  for (const Route& route : kRoutes) {
    if (auto id = fit(route.said.path, request.path)) {
      return answer_route(projects, request, route, std::move(*id));
    }
  }
  return problem(404, "there is nothing at this path; " + std::string(kPrefix) +
                          "openapi.json lists what there is");
}

std::vector<ApiRoute> api_routes() {
  std::vector<ApiRoute> routes;
  for (const Route& route : kRoutes) {
    routes.push_back(route.said);
  }
  return routes;
}

}  // namespace parallax
