#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parallax/serve/http.h"
#include "parallax/serve/projects.h"

namespace parallax {

/// One request to the API: what was asked, and the state of the project that it is answered from.
struct ApiCall {
  Projects& projects;
  const Snapshot& now;
  const HttpRequest& request;
  std::string id;  ///< what stands for `{id}` in the path

  /// The first value of a parameter; empty if absent.
  std::string_view parameter(std::string_view name) const;
  std::vector<std::string> all(std::string_view name) const;
  /// A whole number of at most `most`; `otherwise` if absent; nothing if it is not one.
  std::optional<std::size_t> number(std::string_view name, std::size_t otherwise,
                                    std::size_t most) const;
};

HttpResponse json_response(std::string body);
/// 404 for what is not there, 503 while another process holds the file, 500 else.
HttpResponse problem_of(const Error& error);

// One function for each route, in api_project.cpp, api_articles.cpp, api_copies.cpp,
// api_questions.cpp, api_quotes.cpp, api_timeline.cpp and api_figures.cpp.
HttpResponse answer_project(const ApiCall& call);
HttpResponse answer_openapi(const ApiCall& call);
HttpResponse answer_articles(const ApiCall& call);
HttpResponse answer_article(const ApiCall& call);
HttpResponse answer_search(const ApiCall& call);
HttpResponse answer_questions(const ApiCall& call);
HttpResponse answer_question(const ApiCall& call);
HttpResponse answer_copies(const ApiCall& call);
HttpResponse answer_quotes(const ApiCall& call);
HttpResponse answer_timeline(const ApiCall& call);
HttpResponse answer_figures(const ApiCall& call);
HttpResponse answer_compare(const ApiCall& call);

/// An article as `/api/v1/articles/ID` gives it, with outlet and side as they are shown.
Result<std::string> article_json(const ApiCall& call, const std::string& id,
                                 std::span<const std::string> layers);

}  // namespace parallax
