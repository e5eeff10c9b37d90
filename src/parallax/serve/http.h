#pragma once
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Serving a project on this machine: http.h has the few words of HTTP that we speak, http_server.h
/// the one place where a socket is (cpp-httplib behind it), guard.h what holds for every answer
/// (methods, Host, ETag, security headers), api.h the JSON under /api/v1, pages.h the web app. An
/// answer is a function of a request, so all but http_server.cpp is tested without a socket.
namespace parallax {

/// `path` and `query` are percent-decoded and may hold any bytes.
struct HttpRequest {
  std::string method = "GET";
  std::string path;
  std::vector<std::pair<std::string, std::string>> query;  ///< in order; names may repeat
  std::string host;                                        ///< the header; empty if absent
  std::string if_none_match;                               ///< the header; empty if absent
};

struct HttpResponse {
  int status = 200;
  std::string content_type;  ///< empty: no body
  std::string body;
  std::map<std::string, std::string> headers = {};
};

/// Called from many threads at once.
using Answer = std::function<HttpResponse(const HttpRequest&)>;

constexpr std::string_view kJsonType = "application/json; charset=utf-8";

/// An error as RFC 9457 has it; `detail` is one sentence for the user.
HttpResponse problem(int status, std::string_view detail);

}  // namespace parallax
