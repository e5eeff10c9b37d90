#include "parallax/collect/inputs/mail_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "parallax/collect/charset.h"
#include "parallax/core/date.h"
#include "parallax/text/fold.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

constexpr int kNone = -1;

int base64_value(char c) {
  if (c >= 'A' && c <= 'Z') {
    return c - 'A';
  }
  if (c >= 'a' && c <= 'z') {
    return c - 'a' + 26;
  }
  if (c >= '0' && c <= '9') {
    return c - '0' + 52;
  }
  return c == '+' ? 62 : c == '/' ? 63 : kNone;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') {
    return c - '0';
  }
  if (c >= 'A' && c <= 'F') {
    return c - 'A' + 10;
  }
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : kNone;
}

/// `=?charset?B?text?=`
struct EncodedWord {
  std::string charset;
  std::string bytes;
  std::size_t size = 0;
};

std::optional<EncodedWord> encoded_word_at(std::string_view value, std::size_t at) {
  constexpr std::size_t kLongest = 200;
  const std::string_view word = value.substr(at, kLongest);
  if (!word.starts_with("=?")) {
    return std::nullopt;
  }
  const std::size_t charset_end = word.find('?', 2);
  if (charset_end == std::string_view::npos || charset_end + 2 >= word.size() ||
      word[charset_end + 2] != '?') {
    return std::nullopt;
  }
  const std::size_t text = charset_end + 3;
  const std::size_t end = word.find("?=", text);
  const std::string_view words = end == std::string_view::npos ? "" : word.substr(text, end - text);
  if (end == std::string_view::npos || words.contains(' ')) {
    return std::nullopt;
  }
  std::string_view charset = word.substr(2, charset_end - 2);
  charset = charset.substr(0, charset.find('*'));  // a language may follow (RFC 2231)
  const char coding = word[charset_end + 1];
  EncodedWord found{.charset = ascii_lower(charset), .bytes = {}, .size = end + 2};
  if (coding == 'B' || coding == 'b') {
    found.bytes = decode_base64(words);
  } else if (coding == 'Q' || coding == 'q') {
    found.bytes = decode_quoted_printable(words, true);
  } else {
    return std::nullopt;
  }
  return found;
}

/// Collects pieces of one charset, so that a letter may be cut between two encoded words.
class FieldText {
 public:
  void add(std::string_view charset, std::string_view bytes) {
    if (charset != charset_) {
      flush();
      charset_ = charset;
    }
    bytes_ += bytes;
  }
  std::string take() {
    flush();
    return std::move(text_);
  }

 private:
  void flush() {
    const Charset charset = declared_charset(charset_).value_or(find_charset(bytes_));
    text_ += convert_to_utf8(bytes_, charset).text.text();
    bytes_.clear();
  }
  std::string charset_;
  std::string bytes_;
  std::string text_;
};

std::string collapsed(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_space(point.value) || point.value < 0x20 || point.value == 0x7F) {
      out += out.empty() || out.back() == ' ' ? "" : " ";
    } else {
      out += text.substr(at, point.size);
    }
    at += point.size;
  }
  return std::string(trim(out));
}

std::optional<unsigned> number_of(std::string_view word, unsigned most) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  const bool whole = error == std::errc() && end == word.data() + word.size();
  return whole && number <= most ? std::optional(number) : std::nullopt;
}

/// The names that RFC 5322 gives to months: part of its grammar in every language.
std::optional<unsigned> mail_month(std::string_view name) {
  static constexpr std::array<std::string_view, 12> kMonths = {
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
  const auto* const found = std::ranges::find(kMonths, ascii_lower(name));
  return found == kMonths.end() ? std::nullopt
                                : std::optional(static_cast<unsigned>(found - kMonths.begin()) + 1);
}

std::string time_of(std::string_view word) {
  const bool seconds = word.size() == 8 && word[5] == ':';
  if ((word.size() != 5 && !seconds) || word[2] != ':' || !number_of(word.substr(0, 2), 23) ||
      !number_of(word.substr(3, 2), 59) || (seconds && !number_of(word.substr(6, 2), 60))) {
    return {};
  }
  return "T" + std::string(word);
}

}  // namespace

std::string decode_base64(std::string_view text) {
  std::string out;
  out.reserve(text.size() / 4 * 3);
  unsigned bits = 0;
  int held = 0;
  for (const char c : text) {
    const int value = base64_value(c);
    if (value == kNone) {
      continue;
    }
    bits = (bits << 6U | static_cast<unsigned>(value)) & 0xFFFFU;
    held += 6;
    if (held >= 8) {
      held -= 8;
      out += static_cast<char>(static_cast<unsigned char>(bits >> static_cast<unsigned>(held)));
    }
  }
  return out;
}

std::string decode_quoted_printable(std::string_view text, bool underscores) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view rest = text.substr(at);
    if (rest.front() != '=') {
      out += underscores && rest.front() == '_' ? ' ' : rest.front();
    } else if (rest.starts_with("=\n")) {
      ++at;
    } else if (rest.starts_with("=\r\n")) {
      at += 2;
    } else if (rest.size() > 2 && hex_value(rest[1]) != kNone && hex_value(rest[2]) != kNone) {
      out += static_cast<char>(hex_value(rest[1]) * 16 + hex_value(rest[2]));
      at += 2;
    } else {
      out += '=';
    }
  }
  return out;
}

std::string decode_mail_field(std::string_view value) {
  FieldText text;
  bool after_word = false;
  for (std::size_t at = 0; at < value.size();) {
    if (const auto word = encoded_word_at(value, at)) {
      text.add(word->charset, word->bytes);
      at += word->size;
      after_word = true;
      continue;
    }
    const std::size_t next = std::min(value.find("=?", at + 1), value.size());
    const std::string_view plain = value.substr(at, next - at);
    const bool between = after_word && next < value.size() && trim(plain).empty() &&
                         encoded_word_at(value, next).has_value();
    if (!between) {
      text.add("", plain);
    }
    at = next;
    after_word = false;
  }
  return collapsed(text.take());
}

std::string name_of_mailbox(std::string_view field) {
  const std::size_t bracket = field.find('<');
  std::string_view name = trim(field.substr(0, bracket));
  if (name.starts_with('"')) {
    name = name.substr(1, name.find('"', 1) - 1);
  }
  if (!trim(name).empty() || bracket == std::string_view::npos) {
    return std::string(trim(name));
  }
  const std::string_view address = field.substr(bracket + 1);
  return std::string(trim(address.substr(0, address.find('>'))));
}

std::optional<std::string> iso_from_mail_date(std::string_view field) {
  if (const std::size_t comma = field.find(','); comma != std::string_view::npos) {
    field.remove_prefix(comma + 1);
  }
  std::vector<std::string_view> words;
  while (words.size() < 4 && !(field = trim(field)).empty()) {
    words.push_back(field.substr(0, field.find(' ')));
    field.remove_prefix(words.back().size());
  }
  if (words.size() < 3) {
    return std::nullopt;
  }
  const auto day = number_of(words[0], 31);
  const auto month = mail_month(words[1]);
  const auto year = number_of(words[2], 9999);
  const auto date = day && month && year && words[2].size() == 4
                        ? make_day(static_cast<int>(*year), *month, *day)
                        : std::nullopt;
  if (!date) {
    return std::nullopt;
  }
  return to_iso(*date) + (words.size() > 3 ? time_of(words[3]) : "");
}

}  // namespace parallax
