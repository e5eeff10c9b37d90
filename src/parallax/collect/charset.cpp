#include "parallax/collect/charset.h"

#include <iconv.h>
#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <optional>

#include "parallax/text/fold.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::size_t kDeclarationBytes = 4096;
constexpr std::size_t kGuessBytes = std::size_t{1} << 20U;

std::optional<Charset> from_mark(std::string_view bytes) {
  struct Mark {
    std::string_view mark;
    const char* name;
  };
  static constexpr std::array<Mark, 5> kMarks = {{{"\xEF\xBB\xBF", "UTF-8"},
                                                  {{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
                                                  {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
                                                  {"\xFF\xFE", "UTF-16LE"},
                                                  {"\xFE\xFF", "UTF-16BE"}}};
  for (const Mark& mark : kMarks) {
    if (bytes.starts_with(mark.mark)) {
      return Charset{.name = mark.name, .mark_bytes = mark.mark.size()};
    }
  }
  return std::nullopt;
}

/// Mostly Latin text in UTF-16 has a zero in nearly every second byte, always on the same side.
std::optional<Charset> from_zero_bytes(std::string_view bytes) {
  const std::size_t size = std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{1};
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < size; ++i) {
    zeros.at(i & 1U) += bytes[i] == '\0' ? 1 : 0;
  }
  const std::size_t enough = std::max<std::size_t>(2, size * 3 / 10);
  if (zeros[1] >= enough && zeros[0] * 20 <= zeros[1]) {
    return Charset{.name = "UTF-16LE"};
  }
  if (zeros[0] >= enough && zeros[1] * 20 <= zeros[0]) {
    return Charset{.name = "UTF-16BE"};
  }
  return std::nullopt;
}

/// What the Encoding Standard reads where a page says something older.
std::string modern_name(std::string_view declared) {
  struct Alias {
    std::string_view old;
    const char* name;
  };
  static constexpr std::array<Alias, 17> kAliases = {{{"utf8", "UTF-8"},
                                                      {"utf-8", "UTF-8"},
                                                      {"ascii", "windows-1252"},
                                                      {"us-ascii", "windows-1252"},
                                                      {"iso-8859-1", "windows-1252"},
                                                      {"iso8859-1", "windows-1252"},
                                                      {"latin1", "windows-1252"},
                                                      {"latin-1", "windows-1252"},
                                                      {"iso-8859-9", "windows-1254"},
                                                      {"iso-8859-11", "windows-874"},
                                                      {"tis-620", "windows-874"},
                                                      {"gb2312", "GB18030"},
                                                      {"gbk", "GB18030"},
                                                      {"shift_jis", "CP932"},
                                                      {"x-sjis", "CP932"},
                                                      {"euc-kr", "UHC"},
                                                      {"ks_c_5601-1987", "UHC"}}};
  const std::string lower = ascii_lower(declared);
  const auto* const found = std::ranges::find(kAliases, lower, &Alias::old);
  return found == kAliases.end() ? lower : found->name;
}

bool is_known_to_iconv(const std::string& name) {
  const iconv_t converter = iconv_open("UTF-8", name.c_str());
  // NOLINTNEXTLINE: the library's own way to say "no".
  if (converter == reinterpret_cast<iconv_t>(-1)) {
    return false;
  }
  iconv_close(converter);
  return true;
}

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':';
}

std::optional<Charset> from_declaration(std::string_view bytes) {
  const std::string head = ascii_lower(bytes.substr(0, kDeclarationBytes));
  const bool xml = head.starts_with("<?xml");
  for (const std::string_view key : {std::string_view("charset"), std::string_view("encoding")}) {
    if (key == "encoding" && !xml) {
      continue;
    }
    for (std::size_t at = head.find(key); at != std::string::npos; at = head.find(key, at + 1)) {
      const std::size_t tag = head.rfind('<', at);
      const bool in_tag = tag != std::string::npos && (head.compare(tag, 5, "<meta") == 0 ||
                                                       head.compare(tag, 5, "<?xml") == 0);
      std::size_t begin = head.find_first_not_of(" \t\r\n", at + key.size());
      if (!in_tag || begin == std::string::npos || head[begin] != '=') {
        continue;
      }
      begin = head.find_first_not_of(" \t\r\n\"'", begin + 1);
      std::size_t end = begin;
      while (end < head.size() && is_name_character(head[end])) {
        ++end;
      }
      if (begin == std::string::npos || end == begin) {
        continue;
      }
      if (auto charset = declared_charset(std::string_view(head).substr(begin, end - begin))) {
        return charset;
      }
    }
  }
  return std::nullopt;
}

/// Real UTF-8 that was damaged still has far more whole sequences than broken bytes.
bool is_mostly_utf8(std::string_view bytes) {
  std::size_t whole = 0;
  std::size_t broken = 0;
  for (std::size_t at = ascii_end(bytes, 0); at < bytes.size(); at = ascii_end(bytes, at)) {
    const CodePoint point = code_point_at(bytes, at);
    whole += point.valid && point.size > 1 ? 1 : 0;
    broken += point.valid ? 0 : 1;
    at += point.size;
  }
  return whole >= broken * 2 && whole > 0;
}

Charset guess(std::string_view bytes) {
  const std::size_t offset = ascii_end(bytes, 0);
  const std::string_view sample = bytes.substr(offset < 512 ? 0 : offset - 512, kGuessBytes);
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                       uchardet_delete);
  uchardet_handle_data(detector.get(), sample.data(), sample.size());
  uchardet_data_end(detector.get());
  std::string name = modern_name(uchardet_get_charset(detector.get()));
  if (name.empty() || name == "UTF-8" || !is_known_to_iconv(name)) {
    name = "windows-1252";
  }
  return {.name = std::move(name), .mark_bytes = 0, .guessed = true};
}

/// iconv fed one character at a time, so that each character's bytes are known.
class Converter {
 public:
  explicit Converter(const std::string& charset) : iconv_(iconv_open("UTF-8", charset.c_str())) {}
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  ~Converter() {
    if (is_open()) {
      iconv_close(iconv_);
    }
  }
  bool is_open() const {
    return iconv_ != reinterpret_cast<iconv_t>(-1);  // NOLINT: as above
  }

  enum class Outcome { whole, cut, broken };
  /// Adds the text of `input` to `out`. That may be nothing (an escape sequence, or a letter that
  /// waits for a sign above it), and may begin with what waited before.
  Outcome convert(std::string_view input, std::string& out) {
    char* from = const_cast<char*>(input.data());  // NOLINT: iconv does not write there
    std::size_t from_left = input.size();
    return run(&from, &from_left, out);
  }
  /// Adds what still waits.
  void finish(std::string& out) {
    if (is_open()) {
      run(nullptr, nullptr, out);
    }
  }

 private:
  Outcome run(char** from, std::size_t* from_left, std::string& out) {
    std::array<char, 64> buffer{};
    char* to = buffer.data();
    std::size_t to_left = buffer.size();
    const std::size_t result = iconv(iconv_, from, from_left, &to, &to_left);
    out.append(buffer.data(), buffer.size() - to_left);
    if (result != static_cast<std::size_t>(-1)) {
      return Outcome::whole;
    }
    return errno == EINVAL ? Outcome::cut : Outcome::broken;
  }

  iconv_t iconv_;
};

std::size_t unit_bytes(const std::string& charset) {
  const std::string lower = ascii_lower(charset);
  return lower.starts_with("utf-16") ? 2 : lower.starts_with("utf-32") ? 4 : 1;
}

void append_character(MappedText& text, std::string_view input, std::string_view output) {
  if (input.empty() && output.empty()) {
    return;
  }
  if (input == output) {
    text.append_identical(input);
  } else {
    text.append_converted(output, static_cast<std::uint32_t>(input.size()));
  }
}

ConvertedBytes convert_by_iconv(std::string_view bytes, const Charset& charset) {
  constexpr std::size_t kLongest = 16;
  ConvertedBytes result;
  result.text.append_converted("", static_cast<std::uint32_t>(charset.mark_bytes));
  Converter converter(charset.name);
  const std::size_t unit = unit_bytes(charset.name);
  std::string out;
  std::size_t waiting = 0;  // source bytes that have become nothing yet
  for (std::size_t at = charset.mark_bytes; at < bytes.size();) {
    auto outcome = converter.is_open() ? Converter::Outcome::cut : Converter::Outcome::broken;
    std::size_t size = 0;
    while (outcome == Converter::Outcome::cut && size < kLongest && at + size < bytes.size()) {
      size = std::min(size + unit, bytes.size() - at);
      outcome = converter.convert(bytes.substr(at, size), out);
    }
    const bool whole = outcome == Converter::Outcome::whole;
    waiting += whole ? size : 0;
    at += whole ? size : 0;
    if (!out.empty() || !whole) {
      append_character(result.text, bytes.substr(at - waiting, waiting), out);
      out.clear();
      waiting = 0;
    }
    if (!whole) {
      const std::size_t lost = std::min(unit, bytes.size() - at);
      result.text.append_converted(kReplacement, static_cast<std::uint32_t>(lost));
      ++result.broken;
      at += lost;
    }
  }
  converter.finish(out);
  append_character(result.text, bytes.substr(bytes.size() - waiting), out);
  return result;
}

/// One table look-up a byte: the common case (windows-125x, KOI8) needs no iconv call a character.
std::optional<std::array<std::string, 256>> single_byte_table(const std::string& charset) {
  std::array<std::string, 256> table;
  Converter converter(charset);
  if (!converter.is_open() || unit_bytes(charset) != 1) {
    return std::nullopt;
  }
  for (std::size_t i = 0; i < table.size(); ++i) {
    const char byte = static_cast<char>(static_cast<unsigned char>(i));
    std::string& out = table.at(i);
    const auto outcome = converter.convert({&byte, 1}, out);
    if (outcome == Converter::Outcome::broken && i >= 0x80) {
      out.clear();
    } else if (outcome != Converter::Outcome::whole || out.empty()) {
      return std::nullopt;
    }
  }
  return table;
}

ConvertedBytes convert_by_table(std::string_view bytes, const std::array<std::string, 256>& table) {
  ConvertedBytes result;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const std::string& out = table.at(static_cast<unsigned char>(bytes[at]));
    if (out.empty()) {
      result.text.append_converted(kReplacement, 1);
      ++result.broken;
    } else {
      append_character(result.text, bytes.substr(at, 1), out);
    }
  }
  return result;
}

ConvertedBytes repair_utf8(std::string_view bytes, std::size_t mark_bytes) {
  ConvertedBytes result;
  if (mark_bytes > 0) {
    result.text.append_converted("", static_cast<std::uint32_t>(mark_bytes));
  }
  std::size_t good = mark_bytes;
  for (std::size_t at = ascii_end(bytes, mark_bytes); at < bytes.size();
       at = ascii_end(bytes, at)) {
    const CodePoint point = code_point_at(bytes, at);
    if (!point.valid) {
      result.text.append_identical(bytes.substr(good, at - good));
      result.text.append_converted(kReplacement, 1);
      ++result.broken;
      good = at + 1;
    }
    at += point.size;
  }
  result.text.append_identical(bytes.substr(good));
  return result;
}

}  // namespace

std::optional<Charset> declared_charset(std::string_view name) {
  std::string modern = modern_name(name);
  const bool wide = modern.starts_with("utf-16") || modern.starts_with("utf-32");
  const bool plain = std::ranges::all_of(
      modern, [](char c) { return is_name_character(c) || (c >= 'A' && c <= 'Z'); });
  if (modern.empty() || wide || !plain || !is_known_to_iconv(modern)) {
    return std::nullopt;
  }
  return Charset{.name = std::move(modern)};
}

std::string repaired_utf8(std::string_view bytes) {
  return convert_to_utf8(bytes, {.name = "UTF-8"}).text.text();
}

Charset find_charset(std::string_view bytes, std::string_view declared) {
  if (auto charset = from_mark(bytes)) {
    return *charset;
  }
  if (auto charset = from_zero_bytes(bytes)) {
    return *charset;
  }
  const bool valid = is_valid_utf8(bytes);
  const bool seven_bit = ascii_end(bytes, 0) == bytes.size();
  if (valid && !seven_bit) {
    return {.name = "UTF-8"};
  }
  if (auto charset = declared_charset(declared)) {
    return *charset;
  }
  if (auto charset = from_declaration(bytes)) {
    return *charset;
  }
  if (valid || is_mostly_utf8(bytes)) {
    return {.name = "UTF-8"};
  }
  return guess(bytes);
}

ConvertedBytes convert_to_utf8(std::string_view bytes, const Charset& charset) {
  if (charset.name == "UTF-8") {
    return repair_utf8(bytes, charset.mark_bytes);
  }
  if (const auto table = single_byte_table(charset.name)) {
    return convert_by_table(bytes, *table);
  }
  return convert_by_iconv(bytes, charset);
}

}  // namespace parallax
