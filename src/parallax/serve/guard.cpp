#include "parallax/serve/guard.h"

#include <algorithm>
#include <array>

#include "parallax/core/hash.h"

namespace parallax {
namespace {

constexpr std::pair<const char*, const char*> kHeaders[] = {
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
     "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cache-Control", "no-cache"},
};

bool names_this_machine(std::string_view host, unsigned port) {
  const std::string suffix = ':' + std::to_string(port);
  return std::ranges::any_of(std::array{"127.0.0.1", "localhost"}, [&](std::string_view name) {
    return host == std::string(name) + suffix || (port == 80 && host == name);
  });
}

/// `If-None-Match` is `*` or a comma list of tags, each perhaps weak.
bool matches(std::string_view if_none_match, std::string_view tag) {
  while (!if_none_match.empty()) {
    const std::size_t comma = std::min(if_none_match.find(','), if_none_match.size());
    std::string_view one = if_none_match.substr(0, comma);
    if_none_match.remove_prefix(std::min(comma + 1, if_none_match.size()));
    one.remove_prefix(std::min(one.find_first_not_of(" \t"), one.size()));
    one = one.substr(0, one.find_last_not_of(" \t") + 1);
    if (one.starts_with("W/")) {
      one.remove_prefix(2);
    }
    if (one == "*" || one == tag) {
      return true;
    }
  }
  return false;
}

HttpResponse refused_or_answered(unsigned port, const HttpRequest& request, const Answer& answer) {
  if (!names_this_machine(request.host, port)) {
    return problem(403, "this server answers only requests to http://127.0.0.1:" +
                            std::to_string(port) + "/ on this machine");
  }
  if (request.method != "GET" && request.method != "HEAD") {
    HttpResponse response = problem(405, "only GET and HEAD are answered here");
    response.headers["Allow"] = "GET, HEAD";
    return response;
  }
  return answer(request);
}

}  // namespace

Answer guarded(unsigned port, Answer answer) {
  return [port, answer = std::move(answer)](const HttpRequest& request) {
    HttpResponse response = refused_or_answered(port, request, answer);
    if (response.status == 200) {
      const std::string tag = '"' + hash_hex(response.body) + '"';
      response.headers["ETag"] = tag;
      if (matches(request.if_none_match, tag)) {
        response.status = 304;
        response.content_type.clear();
        response.body.clear();
      }
    }
    for (const auto& [name, value] : kHeaders) {
      response.headers[name] = value;
    }
    return response;
  };
}

}  // namespace parallax
