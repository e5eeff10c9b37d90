#include "parallax/collect/html/html_tokens.h"

#include <algorithm>
#include <array>

namespace parallax {
namespace {

constexpr std::size_t kMostAttributes = 256;

bool is_letter_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// A set of bytes.
using Bytes = std::array<bool, 256>;
constexpr Bytes bytes_of(std::string_view list) {
  Bytes bytes{};
  for (const char c : list) {
    bytes.at(static_cast<unsigned char>(c)) = true;
  }
  return bytes;
}
constexpr Bytes kSpaces = bytes_of(" \t\n\f\r");
constexpr Bytes kNameEnds = bytes_of(" \t\n\f\r/>");
constexpr Bytes kAttributeEnds = bytes_of(" \t\n\f\r/>=");
constexpr Bytes kValueEnds = bytes_of(" \t\n\f\r>");

bool is_in(const Bytes& bytes, char c) { return bytes[static_cast<unsigned char>(c)]; }

/// Where the next byte of `bytes` stands, or the end.
std::size_t find_one(std::string_view text, std::size_t at, const Bytes& bytes) {
  while (at < text.size() && !is_in(bytes, text[at])) {
    ++at;
  }
  return at;
}
std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size() && is_in(kSpaces, text[at])) {
    ++at;
  }
  return at;
}

bool holds_raw_text(std::string_view name) {
  static constexpr std::array<std::string_view, 9> kNames = {
      "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "plaintext"};
  return std::ranges::find(kNames, name) != kNames.end();
}

}  // namespace

bool same_name(std::string_view name, std::string_view lower_name) {
  if (name.size() != lower_name.size()) {
    return false;
  }
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (lower(name[i]) != lower_name[i]) {
      return false;
    }
  }
  return true;
}

std::string_view HtmlToken::attribute(std::string_view wanted) const {
  for (const HtmlAttribute& each : attributes) {
    if (same_name(each.name, wanted)) {
      return each.value;
    }
  }
  return {};
}

bool HtmlToken::has_attribute(std::string_view wanted) const {
  return std::ranges::any_of(
      attributes, [&](const HtmlAttribute& each) { return same_name(each.name, wanted); });
}

bool HtmlTokenizer::next(HtmlToken& token) {
  if (at_ >= html_.size()) {
    return false;
  }
  token.begin = static_cast<std::uint32_t>(at_);
  token.name.clear();
  token.attributes.clear();
  token.closes_itself = false;
  if (!raw_element_.empty()) {
    read_raw_text(token);
    if (token.end > token.begin) {
      return true;
    }
  }
  if (starts_tag(at_)) {
    read_tag(token);
  } else if (html_[at_] == '<' && at_ + 1 < html_.size() &&
             (html_[at_ + 1] == '!' || html_[at_ + 1] == '?' || html_[at_ + 1] == '/')) {
    read_markup(token);
  } else {
    read_text(token);
  }
  token.end = static_cast<std::uint32_t>(at_);
  return true;
}

bool HtmlTokenizer::starts_tag(std::size_t at) const {
  if (at + 1 >= html_.size() || html_[at] != '<') {
    return false;
  }
  const bool close = html_[at + 1] == '/' && at + 2 < html_.size();
  return is_letter_byte(html_[at + (close ? 2 : 1)]);
}

void HtmlTokenizer::read_text(HtmlToken& token) {
  token.kind = HtmlToken::Kind::text;
  ++at_;
  while (at_ < html_.size()) {
    at_ = std::min(html_.find('<', at_), html_.size());
    const char next = at_ + 1 < html_.size() ? html_[at_ + 1] : ' ';
    if (is_letter_byte(next) || next == '/' || next == '!' || next == '?') {
      return;
    }
    at_ += at_ < html_.size() ? 1 : 0;
  }
}

void HtmlTokenizer::read_raw_text(HtmlToken& token) {
  token.kind = HtmlToken::Kind::raw_text;
  const std::string name = std::move(raw_element_);
  raw_element_.clear();
  std::size_t end = name == "plaintext" ? html_.size() : at_;
  while (end < html_.size()) {
    end = std::min(html_.find("</", end), html_.size());
    const std::size_t after = end + 2 + name.size();
    const bool same = same_name(html_.substr(std::min(end + 2, html_.size()), name.size()), name);
    const bool tag_ends = after >= html_.size() || is_in(kSpaces, html_[after]) ||
                          html_[after] == '/' || html_[after] == '>';
    if (end >= html_.size() || (same && tag_ends)) {
      break;
    }
    end += 2;
  }
  at_ = end;
  token.end = static_cast<std::uint32_t>(at_);
}

void HtmlTokenizer::read_markup(HtmlToken& token) {
  token.kind = HtmlToken::Kind::markup;
  if (html_.substr(at_, 4) == "<!--") {
    read_comment(token);
    return;
  }
  const bool character_data = html_.substr(at_, 9) == "<![CDATA[";
  const std::string_view closing = character_data ? "]]>" : ">";
  const std::size_t end = html_.find(closing, at_ + 2);
  at_ = end == std::string_view::npos ? html_.size() : end + closing.size();
}

void HtmlTokenizer::read_comment(HtmlToken& token) {
  token.kind = HtmlToken::Kind::markup;
  const std::string_view rest = html_.substr(at_ + 4);
  if (rest.starts_with('>') || rest.starts_with("->")) {
    at_ += rest.starts_with('>') ? 5 : 6;
    return;
  }
  for (std::size_t dashes = html_.find("--", at_ + 4); dashes != std::string_view::npos;
       dashes = html_.find("--", dashes + 1)) {
    const std::string_view after = html_.substr(dashes + 2);
    if (after.starts_with('>') || after.starts_with("!>")) {
      at_ = dashes + (after.starts_with('>') ? 3 : 4);
      return;
    }
  }
  at_ = html_.size();
}

void HtmlTokenizer::read_tag(HtmlToken& token) {
  const bool close = html_[at_ + 1] == '/';
  token.kind = close ? HtmlToken::Kind::close : HtmlToken::Kind::open;
  at_ += close ? 2 : 1;
  const std::size_t name_end = find_one(html_, at_, kNameEnds);
  token.name = html_.substr(at_, std::min<std::size_t>(name_end - at_, 64));
  std::ranges::transform(token.name, token.name.begin(), lower);
  at_ = name_end;
  while (read_attribute(token)) {
  }
  if (token.kind == HtmlToken::Kind::open && !token.closes_itself && holds_raw_text(token.name)) {
    raw_element_ = token.name;
  }
}

/// Reads one attribute, or the end of the tag (then false).
bool HtmlTokenizer::read_attribute(HtmlToken& token) {
  at_ = skip_space(html_, at_);
  if (at_ >= html_.size()) {
    return false;
  }
  if (html_[at_] == '>') {
    ++at_;
    return false;
  }
  if (html_[at_] == '/') {
    ++at_;
    token.closes_itself = at_ < html_.size() && html_[at_] == '>';
    return true;
  }
  const std::size_t begin = at_;
  at_ = find_one(html_, at_ + 1, kAttributeEnds);
  HtmlAttribute attribute{.name = html_.substr(begin, at_ - begin), .value = {}};
  const std::size_t equals = skip_space(html_, at_);
  if (equals < html_.size() && html_[equals] == '=') {
    at_ = skip_space(html_, equals + 1);
    const char quote = at_ < html_.size() ? html_[at_] : '>';
    if (quote == '"' || quote == '\'') {
      const std::size_t end = std::min(html_.find(quote, at_ + 1), html_.size());
      attribute.value = html_.substr(at_ + 1, end - at_ - 1);
      at_ = std::min(end + 1, html_.size());
    } else {
      const std::size_t end = find_one(html_, at_, kValueEnds);
      attribute.value = html_.substr(at_, end - at_);
      at_ = end;
    }
  }
  if (token.attributes.size() < kMostAttributes) {
    token.attributes.push_back(attribute);
  }
  return true;
}

}  // namespace parallax
