#pragma once
#include <span>
#include <string_view>

#include "parallax/serve/http.h"
#include "parallax/serve/projects.h"

namespace parallax {

/// The JSON API (docs/api.md). Answers every request whose path begins with `/api/`.
HttpResponse answer_api(Projects& projects, const HttpRequest& request);

/// One row of the table of routes. A path may end with `{id}`, which stands for one more piece.
struct ApiRoute {
  std::string_view path;
  std::span<const std::string_view> parameters;  ///< that may be given; any other is an error
};
/// For the test that holds docs/api.md and openapi.json to the code.
std::vector<ApiRoute> api_routes();

}  // namespace parallax
