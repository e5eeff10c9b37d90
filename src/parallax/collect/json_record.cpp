#include "parallax/collect/json_record.h"

#include <simdjson.h>

#include "parallax/collect/json_string.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

constexpr std::string_view kJsonSpace = " \t\r\n";

/// Where the value of a key stands in the line: the bytes between its quotes.
struct Literal {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Walks the members of a JSON object that a real parser has already found valid.
class MemberScanner {
 public:
  explicit MemberScanner(std::string_view json) : json_(json) {
    at_ = json_.find('{');
    at_ = at_ == std::string_view::npos ? json_.size() : at_ + 1;
  }

  /// The string that the last member called `key` has, if it is one.
  std::optional<Literal> find_string(std::string_view key) {
    std::optional<Literal> found;
    while (skip_to_quote()) {
      const Literal name = take_string();
      at_ = json_.find_first_not_of(kJsonSpace, json_.find(':', at_) + 1);
      if (at_ == std::string_view::npos) {
        break;
      }
      const bool wanted = json_.substr(name.begin, name.end - name.begin) == key;
      if (json_[at_] == '"') {
        const Literal value = take_string();
        found = wanted ? std::optional(value) : found;
      } else {
        skip_value();
        found = wanted ? std::nullopt : found;
      }
    }
    return found;
  }

 private:
  bool skip_to_quote() {
    at_ = json_.find_first_not_of(" \t\r\n,", at_);
    return at_ != std::string_view::npos && json_[at_] == '"';
  }

  Literal take_string() {
    const std::size_t begin = at_ + 1;
    std::size_t end = begin;
    while (end < json_.size() && json_[end] != '"') {
      end += json_[end] == '\\' ? 2 : 1;
    }
    end = std::min(end, json_.size());
    at_ = std::min(end + 1, json_.size());
    return {begin, end};
  }

  void skip_value() {
    std::size_t depth = 0;
    while (at_ < json_.size()) {
      const char c = json_[at_];
      if (c == '"') {
        take_string();
        continue;
      }
      if (depth == 0 && (c == ',' || c == '}')) {
        return;
      }
      depth += c == '{' || c == '[' ? 1U : 0U;
      depth -= (c == '}' || c == ']') && depth > 0 ? 1U : 0U;
      ++at_;
    }
  }

  std::string_view json_;
  std::size_t at_ = 0;
};

MappedText decode_literal(std::string_view line, Literal literal) {
  MappedText page;
  page.append_converted("", static_cast<std::uint32_t>(literal.begin));
  const std::string_view json = line.substr(0, literal.end);
  for (std::size_t at = literal.begin; at < json.size();) {
    const std::size_t slash = std::min(json.find('\\', at), json.size());
    page.append_identical(json.substr(at, slash - at));
    at = slash;
    if (at < json.size()) {
      const JsonEscape escape = json_escape_at(json, at);
      std::string text;
      append_utf8(text, escape.value);
      const std::size_t size = std::min<std::size_t>(escape.size, json.size() - at);
      page.append_converted(text, static_cast<std::uint32_t>(size));
      at += size;
    }
  }
  page.append_converted("", static_cast<std::uint32_t>(line.size() - literal.end));
  return page;
}

using Object = simdjson::dom::object;

std::optional<std::string> string_of(const Object& object, std::string_view key) {
  std::string_view value;
  if (object.at_key(key).get_string().get(value) != simdjson::SUCCESS || value.empty()) {
    return std::nullopt;
  }
  return std::string(value);
}

std::string id_of(const Object& object) {
  std::int64_t number = 0;
  if (object.at_key("id").get_int64().get(number) == simdjson::SUCCESS) {
    return std::to_string(number);
  }
  return string_of(object, "id").value_or("");
}

Metadata metadata_of(const Object& object) {
  Metadata given;
  for (const NamedField& each : kMetadataFields) {
    given.*each.member = string_of(object, each.name);
  }
  return given;
}

}  // namespace

Result<JsonRecord> read_json_record(std::string_view line) {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  Object object;
  const simdjson::padded_string padded(line);
  const auto failure = parser.parse(padded).get(root);
  if (failure != simdjson::SUCCESS || root.get_object().get(object) != simdjson::SUCCESS) {
    const std::string why = failure == simdjson::SUCCESS ? "it is no object in braces"
                                                         : simdjson::error_message(failure);
    return std::unexpected(Error{.code = ErrorCode::bad_format,
                                 .message = "this line is no JSON record (" + why +
                                            "); each line must be one object with text or html",
                                 .where = {}});
  }
  JsonRecord record{.id = id_of(object),
                    .path = string_of(object, "path"),
                    .given = metadata_of(object),
                    .page = {}};
  if (const auto text = MemberScanner(line).find_string("text")) {
    record.content = JsonRecord::Content::text;
    record.page = decode_literal(line, *text);
  } else if (const auto html = MemberScanner(line).find_string("html")) {
    record.content = JsonRecord::Content::html;
    record.page = decode_literal(line, *html);
  }
  return record;
}

}  // namespace parallax
