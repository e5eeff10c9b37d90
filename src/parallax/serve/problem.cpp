#include "parallax/present/json_writer.h"
#include "parallax/serve/http.h"

namespace parallax {
namespace {

std::string_view title_of(int status) {
  switch (status) {
    case 400:
      return "Bad Request";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 503:
      return "Service Unavailable";
    default:
      return "Internal Server Error";
  }
}

}  // namespace

HttpResponse problem(int status, std::string_view detail) {
  HttpResponse response{
      .status = status, .content_type = "application/problem+json; charset=utf-8", .body = {}};
  JsonWriter json(response.body, JsonWriter::Layout::one_line);
  json.begin_object();
  json.key("title");
  json.text(title_of(status));
  json.key("status");
  json.number(static_cast<std::uint64_t>(status));
  json.key("detail");
  json.text(detail);
  json.end_object();
  return response;
}

}  // namespace parallax
