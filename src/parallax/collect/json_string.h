#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace parallax {

/// What an escape of a JSON string stands for, and its length; U+FFFD for what is none.
struct JsonEscape {
  char32_t value = 0xFFFD;
  std::uint32_t size = 2;
};

/// The escape whose backslash stands at `at`.
JsonEscape json_escape_at(std::string_view json, std::size_t at);

/// The text of a string as it stands between its quotes. Total.
std::string decode_json_string(std::string_view raw);

}  // namespace parallax
