#include "parallax/serve/pages.h"

#include <algorithm>

#include "parallax/present/web_files.h"

namespace parallax {
namespace {

// The pages of the web app (web/src); all are one document, which shows what the path says.
constexpr std::string_view kPages[] = {"/",         "/disputes", "/compare", "/quotes",
                                       "/timeline", "/figures",  "/articles"};

HttpResponse file(std::string_view name, std::string type) {
  return {.status = 200, .content_type = std::move(type), .body = std::string(web_file(name))};
}

}  // namespace

HttpResponse answer_page(const HttpRequest& request) {
  if (std::ranges::find(kPages, request.path) != std::end(kPages)) {
    return file("index.html", "text/html; charset=utf-8");
  }
  if (request.path == "/app.js") {
    return file("app.js", "text/javascript; charset=utf-8");
  }
  if (request.path == "/app.css") {
    return file("app.css", "text/css; charset=utf-8");
  }
  if (request.path == "/favicon.ico") {
    return {.status = 204, .content_type = {}, .body = {}};
  }
  return {.status = 404,
          .content_type = "text/plain; charset=utf-8",
          .body = "There is no such page here. The disputes are at /disputes.\n"};
}

}  // namespace parallax
