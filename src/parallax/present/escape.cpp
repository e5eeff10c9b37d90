#include "parallax/present/escape.h"

#include <algorithm>
#include <array>

#include "parallax/text/utf8.h"

namespace parallax {
namespace {

constexpr std::string_view kReplacementBytes = "\xEF\xBF\xBD";

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

/// Embeddings, overrides and isolates: they reorder what stands beside them, so that a line reads
/// as what it is not.
bool turns_direction(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// Only these make letters run backwards. Embeddings and isolates have their place in Arabic or
/// Hebrew text, and on a page every piece of foreign text is isolated.
bool overrides_direction(char32_t c) { return c == 0x202D || c == 0x202E; }

bool is_line_space(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029 || c == 0x85;
}

std::string for_terminal(std::string_view text, bool keep_line_feeds) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0;;) {
    const std::size_t run = printable_end(text, i);
    out += text.substr(i, run - i);
    if (run == text.size()) {
      return out;
    }
    const CodePoint point = code_point_at(text, run);
    if (point.value == '\n' && keep_line_feeds) {
      out += '\n';
    } else if (is_line_space(point.value)) {
      out += ' ';
    } else if (!point.valid || is_control(point.value) || turns_direction(point.value)) {
      out += kReplacementBytes;
    } else {
      out += text.substr(run, point.size);
    }
    i = run + point.size;
  }
}

std::string_view html_entity(char32_t c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

/// The bytes that can stand in a quoted string as they are.
constexpr std::array<bool, 256> plain_bytes() {
  std::array<bool, 256> plain{};
  for (std::size_t i = 0x20; i < 0x7F; ++i) {
    plain.at(i) = i != '"' && i != '\\';
  }
  return plain;
}
constexpr std::array<bool, 256> kPlain = plain_bytes();

/// Where the bytes from `at` on that can stand as they are end.
std::size_t plain_end(std::string_view text, std::size_t at) {
  while (at < text.size() && kPlain.at(static_cast<unsigned char>(text[at]))) {
    ++at;
  }
  return at;
}

void append_escaped_control(std::string& out, char32_t c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  switch (c) {
    case '\n':
      out += "\\n";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\r':
      out += "\\r";
      return;
    default:
      out += "\\u00";
      out += kDigits[(c >> 4U) & 0xFU];
      out += kDigits[c & 0xFU];
  }
}

}  // namespace

void append_html(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    const std::string_view entity = html_entity(point.value);
    const bool kept = point.value == '\n' || point.value == '\t';
    const bool shut_out = is_control(point.value) || overrides_direction(point.value);
    if (!entity.empty()) {
      out += entity;
    } else if (!point.valid || (shut_out && !kept)) {
      out += kReplacementBytes;
    } else {
      out += text.substr(i, point.size);
    }
    i += point.size;
  }
}

std::string terminal_text(std::string_view text) { return for_terminal(text, false); }

std::string terminal_paragraphs(std::string_view text) { return for_terminal(text, true); }

void append_csv(std::string& out, std::string_view text) {
  constexpr std::string_view kFormulaStarts = "=+-@\t\r";
  const bool formula = !text.empty() && kFormulaStarts.find(text.front()) != std::string_view::npos;
  const bool quoted = text.find_first_of(",\"\r\n") != std::string_view::npos;
  if (quoted) {
    out += '"';
  }
  if (formula) {
    out += '\'';
  }
  for (const char c : text) {
    if (c == '"') {
      out += '"';
    }
    out += c;
  }
  if (quoted) {
    out += '"';
  }
}

void append_quoted(std::string& out, std::string_view text) {
  if (plain_end(text, 0) == text.size()) {  // nearly all are
    const std::size_t begin = out.size();
    out.append(text.size() + 2, '"');
    text.copy(&out[begin + 1], text.size());
    return;
  }
  out += '"';
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t run = plain_end(text, i);
    out += text.substr(i, run - i);
    if (run == text.size()) {
      break;
    }
    const CodePoint point = code_point_at(text, run);
    if (point.value == '"' || point.value == '\\') {
      out += '\\';
      out += text[run];
    } else if (is_control(point.value)) {
      append_escaped_control(out, point.value);
    } else if (point.valid) {
      out += text.substr(run, point.size);
    } else {
      out += kReplacementBytes;
    }
    i = run + point.size;
  }
  out += '"';
}

}  // namespace parallax
