#pragma once
#include <cstdint>
#include <string>
#include <string_view>

/// UTF-8 as bytes: checking, walking, cutting. Every function is total over any bytes.
namespace parallax {

/// One code point of a text and the bytes it takes. For a broken byte: U+FFFD and one byte, `valid`
/// false.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 1;
  bool valid = true;
};

/// The code point that starts at `offset`, which must be < text.size(). Overlong forms, surrogates
/// and cut sequences are broken bytes.
inline CodePoint code_point_at(std::string_view text, std::size_t offset);
/// The code point that ends before `offset`, which must be > 0; text must be valid UTF-8.
CodePoint code_point_before(std::string_view text, std::size_t offset);

/// Where the run of printable ASCII that begins at `offset` ends: `offset` itself where there is
/// none.
inline std::size_t printable_end(std::string_view text, std::size_t offset) {
  while (offset < text.size() && text[offset] >= 0x20 && text[offset] < 0x7F) {
    ++offset;
  }
  return offset;
}

/// Where the run of ASCII that begins at `offset` ends. Eight bytes at a time.
std::size_t ascii_end(std::string_view text, std::size_t offset);

bool is_valid_utf8(std::string_view text);
/// True when `offset` is the start of a code point or the end of the text; text must be valid
/// UTF-8.
bool on_border(std::string_view text, std::size_t offset);
void append_utf8(std::string& out, char32_t value);

/// Unicode White_Space, and the zero-width characters that scrapers leave behind.
inline bool is_space(char32_t value);
inline bool is_upper(char32_t value);
inline bool is_letter(char32_t value);
/// `text` without white space (Unicode's) at its ends; a view into `text`.
std::string_view trim(std::string_view text);

// Nearly every byte is ASCII and stands in an inner loop, so that case is inline; the others are in
// utf8.cpp.

CodePoint wide_code_point_at(std::string_view text, std::size_t offset);
bool is_wide_space(char32_t value);
bool is_wide_upper(char32_t value);
bool is_wide_letter(char32_t value);

inline CodePoint code_point_at(std::string_view text, std::size_t offset) {
  const auto lead = static_cast<unsigned char>(text[offset]);
  return lead < 0x80 ? CodePoint{.value = lead, .size = 1, .valid = true}
                     : wide_code_point_at(text, offset);
}

inline bool is_space(char32_t value) {
  return value < 0x80 ? value == ' ' || (value >= '\t' && value <= '\r') : is_wide_space(value);
}

inline bool is_upper(char32_t value) {
  return value < 0x80 ? value >= 'A' && value <= 'Z' : is_wide_upper(value);
}

inline bool is_letter(char32_t value) {
  return value < 0x80 ? (value >= 'A' && value <= 'Z') || (value >= 'a' && value <= 'z')
                      : is_wide_letter(value);
}

}  // namespace parallax
