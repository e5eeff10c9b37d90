#include "parallax/collect/json_string.h"

#include <algorithm>
#include <optional>

#include "parallax/text/utf8.h"

namespace parallax {
namespace {

std::optional<char32_t> hex4(std::string_view json, std::size_t at) {
  char32_t value = 0;
  if (at + 4 > json.size()) {
    return std::nullopt;
  }
  for (std::size_t i = at; i < at + 4; ++i) {
    const char c = json[i];
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) {
      return std::nullopt;
    }
    value = value * 16 + static_cast<char32_t>(digit);
  }
  return value;
}

JsonEscape unicode_escape(std::string_view json, std::size_t at) {
  const auto high = hex4(json, at + 2);
  if (!high) {
    return {};
  }
  const bool is_surrogate = *high >= 0xD800 && *high <= 0xDFFF;
  if (!is_surrogate) {
    return {.value = *high, .size = 6};
  }
  const bool pair_follows = at + 7 < json.size() && json[at + 6] == '\\' && json[at + 7] == 'u';
  const auto low = pair_follows ? hex4(json, at + 8) : std::nullopt;
  if (*high >= 0xDC00 || !low || *low < 0xDC00 || *low > 0xDFFF) {
    return {.value = 0xFFFD, .size = 6};
  }
  return {.value = 0x10000 + ((*high - 0xD800) << 10U) + (*low - 0xDC00), .size = 12};
}

}  // namespace

JsonEscape json_escape_at(std::string_view json, std::size_t at) {
  switch (at + 1 < json.size() ? json[at + 1] : ' ') {
    case 'n':
      return {.value = '\n'};
    case 't':
      return {.value = '\t'};
    case 'r':
      return {.value = '\r'};
    case 'b':
      return {.value = '\b'};
    case 'f':
      return {.value = '\f'};
    case 'u':
      return unicode_escape(json, at);
    case '"':
    case '\\':
    case '/':
      return {.value = static_cast<unsigned char>(json[at + 1])};
    default:
      return {};
  }
}

std::string decode_json_string(std::string_view raw) {
  std::string text;
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t slash = std::min(raw.find('\\', at), raw.size());
    text += raw.substr(at, slash - at);
    at = slash;
    if (at < raw.size()) {
      const JsonEscape escape = json_escape_at(raw, at);
      append_utf8(text, escape.value);
      at += std::min<std::size_t>(escape.size, raw.size() - at);
    }
  }
  return text;
}

}  // namespace parallax
