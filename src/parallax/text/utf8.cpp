#include "parallax/text/utf8.h"

#include <unicode/uchar.h>

#include <cstring>

namespace parallax {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr CodePoint kBroken{.value = kReplacement, .size = 1, .valid = false};

struct Form {
  std::uint32_t size;
  char32_t first_bits;
  char32_t smallest;
};

Form form_of(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) {
    return {2, lead & 0x1FU, 0x80};
  }
  if (lead >= 0xE0 && lead <= 0xEF) {
    return {3, lead & 0x0FU, 0x800};
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    return {4, lead & 0x07U, 0x10000};
  }
  return {0, 0, 0};
}

bool is_continuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

}  // namespace

CodePoint wide_code_point_at(std::string_view text, std::size_t offset) {
  const auto lead = static_cast<unsigned char>(text[offset]);
  const Form form = form_of(lead);
  if (form.size == 0 || offset + form.size > text.size()) {
    return kBroken;
  }
  char32_t value = form.first_bits;
  for (std::uint32_t i = 1; i < form.size; ++i) {
    const auto byte = static_cast<unsigned char>(text[offset + i]);
    if (!is_continuation(byte)) {
      return kBroken;
    }
    value = (value << 6U) | (byte & 0x3FU);
  }
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < form.smallest || value > 0x10FFFF || surrogate) {
    return kBroken;
  }
  return {.value = value, .size = form.size, .valid = true};
}

CodePoint code_point_before(std::string_view text, std::size_t offset) {
  std::size_t start = offset - 1;
  while (start > 0 && offset - start < 4 &&
         is_continuation(static_cast<unsigned char>(text[start]))) {
    --start;
  }
  return code_point_at(text, start);
}

std::size_t ascii_end(std::string_view text, std::size_t offset) {
  std::uint64_t eight = 0;
  while (offset + sizeof eight <= text.size()) {
    std::memcpy(&eight, text.data() + offset, sizeof eight);
    if ((eight & 0x8080808080808080U) != 0) {
      break;
    }
    offset += sizeof eight;
  }
  while (offset < text.size() && (text[offset] & '\x80') == 0) {
    ++offset;
  }
  return offset;
}

bool is_valid_utf8(std::string_view text) {
  std::size_t at = 0;
  while ((at = ascii_end(text, at)) < text.size()) {
    const CodePoint point = code_point_at(text, at);
    if (!point.valid) {
      return false;
    }
    at += point.size;
  }
  return true;
}

bool on_border(std::string_view text, std::size_t offset) {
  return offset == text.size() ||
         (offset < text.size() && !is_continuation(static_cast<unsigned char>(text[offset])));
}

void append_utf8(std::string& out, char32_t value) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0U | (value >> 6U));
    put(0x80U | (value & 0x3FU));
  } else if (value < 0x10000) {
    put(0xE0U | (value >> 12U));
    put(0x80U | ((value >> 6U) & 0x3FU));
    put(0x80U | (value & 0x3FU));
  } else {
    put(0xF0U | (value >> 18U));
    put(0x80U | ((value >> 12U) & 0x3FU));
    put(0x80U | ((value >> 6U) & 0x3FU));
    put(0x80U | (value & 0x3FU));
  }
}

bool is_wide_space(char32_t value) {
  const bool zero_width = value == 0x200B || value == 0x2060 || value == 0xFEFF;
  return zero_width || u_isUWhiteSpace(static_cast<UChar32>(value)) != 0;
}

bool is_wide_upper(char32_t value) { return u_isUUppercase(static_cast<UChar32>(value)) != 0; }

bool is_wide_letter(char32_t value) { return u_isUAlphabetic(static_cast<UChar32>(value)) != 0; }

std::string_view trim(std::string_view text) {
  while (!text.empty()) {
    const CodePoint point = code_point_at(text, 0);
    if (!is_space(point.value)) {
      break;
    }
    text.remove_prefix(point.size);
  }
  while (!text.empty()) {
    const CodePoint point = code_point_before(text, text.size());
    if (!is_space(point.value)) {
      break;
    }
    text.remove_suffix(point.size);
  }
  return text;
}

}  // namespace parallax
