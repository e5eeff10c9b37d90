#include "parallax/serve/guard.h"

#include <doctest/doctest.h>

#include "parallax/serve/pages.h"

namespace parallax {
namespace {

HttpRequest request(const std::string& host, const std::string& method = "GET") {
  return {.method = method, .path = "/", .query = {}, .host = host, .if_none_match = {}};
}

Answer always() {
  return guarded(8484, [](const HttpRequest&) {
    return HttpResponse{.status = 200, .content_type = "text/plain", .body = "hello"};
  });
}

TEST_CASE("only requests to this machine's own name are answered") {
  const Answer answer = always();
  CHECK(answer(request("127.0.0.1:8484")).status == 200);
  CHECK(answer(request("localhost:8484")).status == 200);
  for (const char* host : {"", "127.0.0.1", "localhost", "127.0.0.1:8485", "evil.example:8484",
                           "127.0.0.1.evil.example:8484", "127.0.0.1:8484.evil.example"}) {
    CAPTURE(host);
    CHECK(answer(request(host)).status == 403);
  }
}

TEST_CASE("only GET and HEAD are answered") {
  for (const char* method : {"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "get"}) {
    const HttpResponse response = always()(request("localhost:8484", method));
    CHECK(response.status == 405);
    CHECK(response.headers.at("Allow") == "GET, HEAD");
  }
}

TEST_CASE("who has the answer already gets 304 and no body") {
  HttpRequest again = request("localhost:8484");
  const std::string tag = always()(again).headers.at("ETag");
  for (const std::string& known : {tag, "W/" + tag, "\"other\", " + tag, std::string("*")}) {
    again.if_none_match = known;
    const HttpResponse response = always()(again);
    CHECK(response.status == 304);
    CHECK(response.body.empty());
    CHECK(response.headers.at("ETag") == tag);
  }
  again.if_none_match = "\"other\"";
  CHECK(always()(again).status == 200);
}

TEST_CASE("every answer forbids the page to load or send anything") {
  for (const std::string host : {"localhost:8484", "evil.example"}) {
    const HttpResponse response = always()(request(host));
    const std::string& policy = response.headers.at("Content-Security-Policy");
    CHECK(policy.starts_with("default-src 'none'"));
    CHECK(policy.find("unsafe") == std::string::npos);
    CHECK(response.headers.at("X-Content-Type-Options") == "nosniff");
  }
}

TEST_CASE("the app has a page, a script and a style, and nothing else") {
  HttpRequest page = request("localhost:8484");
  for (const char* path : {"/", "/disputes", "/compare", "/articles"}) {
    page.path = path;
    CHECK(answer_page(page).body.find("<noscript>") != std::string::npos);
  }
  page.path = "/app.js";
  CHECK(answer_page(page).body.size() > 1000);
  page.path = "/app.css";
  CHECK(answer_page(page).body.size() > 1000);
  for (const char* path : {"/app.js.sha256", "/../etc/passwd", "/disputes/", ""}) {
    page.path = path;
    CHECK(answer_page(page).status == 404);
  }
}

}  // namespace
}  // namespace parallax
