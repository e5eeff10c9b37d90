#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parallax {

/// The value of a field in a head of `Name: value` lines, whatever its capitals, trimmed; empty
/// where it is missing. A view into `head`. Lines that go on in the next are not joined.
std::string_view field_of_head(std::string_view head, std::string_view name);

/// `text/html; charset=utf-8`, taken apart; both in lower case.
struct MediaType {
  std::string type;     ///< `text/html`; empty where none is given
  std::string charset;  ///< empty where none is given
};
MediaType media_type(std::string_view value);
/// A parameter (`boundary`) of such a value, without its quotation marks; empty where it is
/// missing.
std::string parameter_of(std::string_view value, std::string_view name);

/// An answer of a web server as an archive keeps it. Views into its bytes.
struct HttpAnswer {
  int status = 0;
  std::string_view head;
  std::string_view body;  ///< as it was sent: in chunks, and packed
};

/// Absent where the bytes do not begin like an answer.
std::optional<HttpAnswer> read_http_answer(std::string_view bytes);

/// The body of an answer without chunks and packing.
struct HttpBody {
  std::string bytes;         ///< filled where `changed`, else the body is as it was sent
  bool changed = false;      ///< chunks or packing were taken off
  bool whole = false;        ///< its head or its last chunk says that nothing is missing
  bool over_limit = false;   ///< it unpacks to more than `most`
  std::string_view unknown;  ///< a packing that cannot be taken off
};

/// Takes off chunks and packing (gzip, deflate, br). Archives often keep a head that speaks of
/// chunks or packing that they took off before: what does not look so is left as it is. Where
/// chunks are broken, what was read is kept.
HttpBody unpack_body(const HttpAnswer& answer, std::uint64_t most);

}  // namespace parallax
