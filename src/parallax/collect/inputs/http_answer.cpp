#include "parallax/collect/inputs/http_answer.h"

#include <algorithm>
#include <charconv>

#include "parallax/collect/inputs/content_coding.h"
#include "parallax/text/fold.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

std::string_view take_line(std::string_view& bytes) {
  const std::string_view line = bytes.substr(0, bytes.find('\n'));
  bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
  return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

bool equal_but_capitals(std::string_view a, std::string_view b) {
  return a.size() == b.size() && ascii_lower(a) == ascii_lower(b);
}

/// The size that a chunk begins with; absent if it is none.
std::optional<std::uint64_t> chunk_size(std::string_view line) {
  std::uint64_t size = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
  const std::string_view rest = line.substr(static_cast<std::size_t>(end - line.data()));
  const bool ends = rest.empty() || rest.front() == ';' || rest.front() == ' ';
  return error == std::errc() && ends ? std::optional(size) : std::nullopt;
}

struct Joined {
  std::string bytes;
  bool whole = false;
};

/// Absent where the body does not begin with a chunk.
std::optional<Joined> join_chunks(std::string_view body) {
  Joined joined;
  bool first = true;
  while (!body.empty()) {
    const auto size = chunk_size(take_line(body));
    if (!size && first) {
      return std::nullopt;
    }
    joined.whole = size == 0U;
    if (!size || *size == 0) {
      break;
    }
    first = false;
    joined.bytes += body.substr(0, *size);
    body.remove_prefix(std::min<std::uint64_t>(*size, body.size()));
    if (body.starts_with('\r')) {
      body.remove_prefix(1);
    }
    if (body.starts_with('\n')) {
      body.remove_prefix(1);
    }
  }
  return joined;
}

}  // namespace

std::string_view field_of_head(std::string_view head, std::string_view name) {
  while (!head.empty()) {
    const std::string_view line = take_line(head);
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos && equal_but_capitals(line.substr(0, colon), name)) {
      return trim(line.substr(colon + 1));
    }
  }
  return {};
}

MediaType media_type(std::string_view value) {
  return {.type = ascii_lower(trim(value.substr(0, value.find(';')))),
          .charset = ascii_lower(parameter_of(value, "charset"))};
}

std::string parameter_of(std::string_view value, std::string_view name) {
  for (std::size_t at = value.find(';'); at < value.size(); at = value.find(';', at)) {
    const std::string_view part = value.substr(at + 1, value.find(';', at + 1) - at - 1);
    const std::size_t equals = part.find('=');
    ++at;
    if (equals == std::string_view::npos) {
      continue;
    }
    const std::string_view words = part.substr(equals + 1);
    const std::size_t begin = std::min(words.find_first_not_of(" \t"), words.size());
    const bool quoted = words.substr(begin).starts_with('"');
    at += equals + 1 + begin + (quoted ? 1 : 0);
    const std::size_t end = std::min(value.find(quoted ? '"' : ';', at), value.size());
    if (equal_but_capitals(trim(part.substr(0, equals)), name)) {
      return std::string(trim(value.substr(at, end - at)));
    }
    at = end;  // a semicolon inside of quotation marks ends nothing
  }
  return {};
}

std::optional<HttpAnswer> read_http_answer(std::string_view bytes) {
  constexpr std::size_t kStatusAt = 9;  // behind "HTTP/1.1 "
  if (!bytes.starts_with("HTTP/")) {
    return std::nullopt;
  }
  HttpAnswer answer;
  std::string_view rest = bytes;
  const std::string_view first = take_line(rest);
  const std::size_t space = first.find(' ');
  const std::size_t digits = space == std::string_view::npos ? kStatusAt : space + 1;
  if (digits < first.size()) {
    std::from_chars(first.data() + digits, first.data() + first.size(), answer.status);
  }
  const std::string_view head = rest;
  while (!rest.empty()) {
    if (take_line(rest).empty()) {
      break;
    }
  }
  answer.head = head.substr(0, head.size() - rest.size());
  answer.body = rest;
  return answer;
}

HttpBody unpack_body(const HttpAnswer& answer, std::uint64_t most) {
  HttpBody body;
  std::string_view bytes = answer.body;
  std::uint64_t stated = 0;
  const std::string_view length = field_of_head(answer.head, "Content-Length");
  const auto read = std::from_chars(length.data(), length.data() + length.size(), stated);
  body.whole = !length.empty() && read.ec == std::errc() && stated <= bytes.size();
  if (ascii_lower(field_of_head(answer.head, "Transfer-Encoding")).contains("chunked")) {
    if (auto joined = join_chunks(bytes)) {
      body.bytes = std::move(joined->bytes);
      body.whole = joined->whole;
      body.changed = true;
      bytes = body.bytes;
    }
  }
  const std::string coding = ascii_lower(field_of_head(answer.head, "Content-Encoding"));
  if (coding.empty() || coding == "identity" || bytes.empty()) {
    return body;
  }
  Unpacked unpacked = unpack(bytes, coding, most);
  body.over_limit = unpacked.outcome == Unpacked::Outcome::over_limit;
  if (unpacked.outcome == Unpacked::Outcome::unknown_coding) {
    body.unknown = field_of_head(answer.head, "Content-Encoding");
  } else if (unpacked.outcome != Unpacked::Outcome::not_packed) {
    body.whole = body.whole && unpacked.outcome == Unpacked::Outcome::whole;
    body.bytes = std::move(unpacked.bytes);
    body.changed = true;
  }
  return body;
}

}  // namespace parallax
