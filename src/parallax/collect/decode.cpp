#include "parallax/collect/decode.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "parallax/collect/charset.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

/// What a file is that is no text, by its first bytes; empty if unknown.
std::string_view binary_kind(std::string_view bytes) {
  struct Magic {
    std::string_view begin;
    std::string_view kind;
  };
  static constexpr std::array<Magic, 12> kMagic = {
      {{"%PDF-", "a PDF file"},
       {"PK\x03\x04", "a ZIP archive or an office document"},
       {"\x1F\x8B", "a gzip archive"},
       {"\x89PNG", "a PNG picture"},
       {"\xFF\xD8\xFF", "a JPEG picture"},
       {"GIF8", "a GIF picture"},
       {"\x7F"
        "ELF",
        "a program"},
       {"MZ\x90", "a program"},
       {"\xD0\xCF\x11\xE0", "an old office document"},
       {"SQLite format 3", "a database"},
       {"\x28\xB5\x2F\xFD", "a zstd archive"},
       {"{\\rtf", "an RTF document"}}};
  for (const Magic& magic : kMagic) {
    if (bytes.starts_with(magic.begin)) {
      return magic.kind;
    }
  }
  return {};
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && byte != 0x1B;
}

/// Where the next byte below 0x20 stands, or the end. Eight bytes at a time.
std::size_t first_below_space(std::string_view bytes, std::size_t at) {
  constexpr std::uint64_t kEach = 0x0101010101010101U;
  std::uint64_t eight = 0;
  while (at + sizeof eight <= bytes.size()) {
    std::memcpy(&eight, bytes.data() + at, sizeof eight);
    if (((eight - kEach * 0x20U) & ~eight & (kEach * 0x80U)) != 0) {
      break;
    }
    at += sizeof eight;
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) >= 0x20) {
    ++at;
  }
  return at;
}

/// Text may have a stray control character; a binary file is full of them.
bool is_binary(std::string_view bytes) {
  std::size_t controls = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    at = first_below_space(bytes, at);
    controls += at < bytes.size() && is_control(bytes[at]) ? 1 : 0;
  }
  return controls > 2 && controls * 50 > bytes.size();
}

Error no_text(std::string_view kind) {
  std::string what(kind.empty() ? "it holds binary data" : "it is ");
  what += kind;
  return {
      .code = ErrorCode::bad_format,
      .message = "this file cannot be read as text: " + what + "; convert it to text or HTML first",
      .where = {}};
}

/// What stands for a code point in a normal page; none: the code point itself.
std::optional<std::string_view> normal_form(char32_t value, char before) {
  switch (value) {
    case 0x00:
      return "\xEF\xBF\xBD";
    case '\r':
    case 0x0B:
    case 0x0C:
    case 0x85:
    case 0x2028:
    case 0x2029:
      return "\n";
    case 0xA0:
    case 0x1680:
    case 0x202F:
    case 0x205F:
    case 0x3000:
      return " ";
    case 0xAD:
    case 0x200B:
    case 0x200E:
    case 0x200F:
    case 0x2060:
    case 0xFEFF:
      return "";
    case 0x200C:
    case 0x200D:  // joins Persian letters and emoji; between Latin letters it is a scraper's
                  // leftover
      return (before & '\x80') == 0 ? std::optional<std::string_view>("") : std::nullopt;
    default:
      return value >= 0x2000 && value <= 0x200A ? std::optional<std::string_view>(" ")
                                                : std::nullopt;
  }
}

/// The bytes that normal_form leaves as they are: ASCII without some controls.
constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> plain{};
  std::fill(plain.begin(), plain.begin() + 0x80, true);
  for (const char c : {'\r', '\0', '\x0B', '\x0C'}) {
    plain.at(static_cast<unsigned char>(c)) = false;
  }
  return plain;
}();
bool is_plain(char c) { return kPlain[static_cast<unsigned char>(c)]; }

class Normaliser {
 public:
  explicit Normaliser(const MappedText& from) : from_(from), text_(from.text()) {}

  MappedText run() {
    for (std::size_t i = 0; i < from_.pieces().size(); ++i) {
      const MappedText::Piece& piece = from_.pieces()[i];
      const std::string_view words = text_.substr(piece.text, from_.text_end(i) - piece.text);
      if (piece.identical) {
        add_identical(words);
      } else {
        add_converted(words, from_.source_end(i) - piece.source);
      }
    }
    flush_return();
    return std::move(out_);
  }

 private:
  void add_identical(std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
      std::size_t end = at;
      while (end < words.size() && is_plain(words[end])) {
        ++end;
      }
      if (end > at) {
        put(words.substr(at, end - at));
        at = end;
        continue;
      }
      const CodePoint point = code_point_at(words, at);
      add_point(point.value, words.substr(at, point.size), point.size, true);
      at += point.size;
    }
  }

  void add_converted(std::string_view words, std::uint32_t source_bytes) {
    if (words.empty()) {
      flush_return();
      out_.append_converted("", source_bytes);
      return;
    }
    const CodePoint first = code_point_at(words, 0);
    const bool single = first.size == words.size();
    add_point(single ? first.value : U'x', words, source_bytes, false);
  }

  void add_point(char32_t value, std::string_view words, std::uint32_t source_bytes,
                 bool identical) {
    if (value == '\n' && after_return_) {
      out_.append_converted("\n", return_bytes_ + source_bytes);
      return_done();
      return;
    }
    flush_return();
    if (value == '\r') {
      after_return_ = true;
      return_bytes_ = source_bytes;
      return;
    }
    const char before = out_.text().empty() ? ' ' : out_.text().back();
    if (const auto form = normal_form(value, before)) {
      out_.append_converted(*form, source_bytes);
    } else if (identical) {
      out_.append_identical(words);
    } else {
      out_.append_converted(words, source_bytes);
    }
  }

  void put(std::string_view words) {
    if (after_return_ && words.front() == '\n') {
      out_.append_converted("\n", return_bytes_ + 1);
      return_done();
      words.remove_prefix(1);
    }
    flush_return();
    out_.append_identical(words);
  }
  void flush_return() {
    if (after_return_) {
      out_.append_converted("\n", return_bytes_);
      return_done();
    }
  }
  void return_done() {
    after_return_ = false;
    return_bytes_ = 0;
  }

  const MappedText& from_;
  std::string_view text_;
  MappedText out_;
  bool after_return_ = false;
  std::uint32_t return_bytes_ = 0;
};

}  // namespace

MappedText normalise_spaces(const MappedText& text) { return Normaliser(text).run(); }

Result<DecodedPage> decode(std::string_view bytes, std::string_view declared) {
  if (const std::string_view kind = binary_kind(bytes); !kind.empty()) {
    return std::unexpected(no_text(kind));
  }
  const Charset charset = find_charset(bytes, declared);
  const bool wide = charset.name.starts_with("UTF-16") || charset.name.starts_with("UTF-32");
  if (!wide && is_binary(bytes)) {
    return std::unexpected(no_text({}));
  }
  ConvertedBytes converted = convert_to_utf8(bytes, charset);
  if (wide && is_binary(converted.text.text())) {
    return std::unexpected(no_text({}));
  }
  return DecodedPage{.text = normalise_spaces(converted.text),
                     .charset = charset.name,
                     .charset_guessed = charset.guessed,
                     .broken = converted.broken};
}

}  // namespace parallax
