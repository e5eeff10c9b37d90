#include "parallax/present/present.h"
#include "parallax/serve/api_call.h"
#include "parallax/serve/openapi_file.h"

namespace parallax {

HttpResponse answer_project(const ApiCall& call) {
  const std::filesystem::path& file = call.projects.path();
  return json_response(project_as_json(
      {.name = file.stem().string(), .file = file.filename().string(), .stale = call.now.stale},
      call.now.questions, call.now.accounts));
}

HttpResponse answer_openapi(const ApiCall&) { return json_response(std::string(openapi_file())); }

}  // namespace parallax
