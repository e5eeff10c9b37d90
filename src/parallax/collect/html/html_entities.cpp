#include "parallax/collect/html/html_entities.h"

#include <algorithm>
#include <array>

#include "parallax/text/utf8.h"

namespace parallax {
namespace {

struct EntityName {
  std::string_view name;
  char32_t value;
  bool bare;  ///< known without a semicolon, too
};

/// In byte order of the names. Made from Python's html.entities.
constexpr EntityName kNames[] = {
// NOLINT: a C array counts itself
#include "parallax/collect/html/html_entity_names.inc"
};

constexpr std::size_t kLongestName = 24;

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

int digit_of(char c, int base) {
  const int value = c >= '0' && c <= '9'   ? c - '0'
                    : c >= 'a' && c <= 'f' ? c - 'a' + 10
                    : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                           : base;
  return value < base ? value : -1;
}

/// Numbers 0x80 to 0x9F mean windows-1252, as pages have always used them.
char32_t legacy_value(char32_t value) {
  static constexpr std::array<char16_t, 32> kWindows1252 = {
      0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  const bool invalid = value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF);
  if (invalid) {
    return 0xFFFD;
  }
  return value >= 0x80 && value <= 0x9F ? kWindows1252.at(value - 0x80) : value;
}

std::optional<HtmlEntity> numeric_entity(std::string_view html, std::size_t at) {
  std::size_t pos = at + 2;
  const bool hex = pos < html.size() && (html[pos] == 'x' || html[pos] == 'X');
  pos += hex ? 1 : 0;
  const std::size_t first = pos;
  const int base = hex ? 16 : 10;
  char32_t value = 0;
  while (pos < html.size() && digit_of(html[pos], base) >= 0) {
    const auto digit = static_cast<char32_t>(digit_of(html[pos], base));
    value = value > 0x10FFFF ? value : value * static_cast<char32_t>(base) + digit;
    ++pos;
  }
  if (pos == first) {
    return std::nullopt;
  }
  pos += pos < html.size() && html[pos] == ';' ? 1 : 0;
  return HtmlEntity{.value = legacy_value(value), .size = static_cast<std::uint32_t>(pos - at)};
}

const EntityName* find_name(std::string_view name) {
  const auto* const found = std::ranges::lower_bound(kNames, name, {}, &EntityName::name);
  return found != std::end(kNames) && found->name == name ? found : nullptr;
}

char32_t plain_space(char32_t value) { return is_space(value) ? U' ' : value; }

}  // namespace

std::optional<HtmlEntity> html_entity_at(std::string_view html, std::size_t at) {
  if (at + 1 < html.size() && html[at + 1] == '#') {
    return numeric_entity(html, at);
  }
  std::size_t end = at + 1;
  while (end < html.size() && end - at <= kLongestName && is_alphanumeric(html[end])) {
    ++end;
  }
  const std::string_view name = html.substr(at + 1, end - at - 1);
  if (end < html.size() && html[end] == ';') {
    if (const EntityName* const known = find_name(name)) {
      return HtmlEntity{.value = known->value, .size = static_cast<std::uint32_t>(end + 1 - at)};
    }
  }
  for (std::size_t size = name.size(); size >= 2; --size) {  // "&ampx" means "&x"
    const EntityName* const known = find_name(name.substr(0, size));
    if (known != nullptr && known->bare) {
      return HtmlEntity{.value = known->value, .size = static_cast<std::uint32_t>(size + 1)};
    }
  }
  return std::nullopt;
}

namespace {

/// What stands at `at`: an entity, or a code point as it is.
HtmlEntity character_at(std::string_view raw, std::size_t at) {
  if (raw[at] == '&') {
    if (const auto entity = html_entity_at(raw, at)) {
      return *entity;
    }
  }
  const CodePoint point = code_point_at(raw, at);
  return {.value = point.value, .size = point.size};
}

}  // namespace

std::string decode_html_text(std::string_view raw) {
  std::string text;
  bool space = false;
  for (std::size_t at = 0; at < raw.size();) {
    const HtmlEntity read = character_at(raw, at);
    const char32_t value = plain_space(read.value);
    at += read.size;
    if (value == U' ') {
      space = !text.empty();
      continue;
    }
    if (space) {
      text += ' ';
      space = false;
    }
    append_utf8(text, value);
  }
  return text;
}

}  // namespace parallax
