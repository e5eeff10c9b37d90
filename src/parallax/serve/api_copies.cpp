#include "parallax/present/present.h"
#include "parallax/serve/api_call.h"

namespace parallax {

HttpResponse answer_copies(const ApiCall& call) {
  auto project = call.projects.lend();
  if (!project) {
    return problem_of(project.error());
  }
  const auto copies = (*project)->copies();
  if (!copies) {
    return problem_of(copies.error());
  }
  const auto articles = (*project)->articles_of(*copies);
  return articles ? json_response(copies_as_json(*copies, *articles))
                  : problem_of(articles.error());
}

}  // namespace parallax
