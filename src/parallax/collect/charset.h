#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "parallax/collect/mapped_text.h"

namespace parallax {

/// How the bytes of a page are to be read.
struct Charset {
  std::string name;            ///< for iconv; `UTF-8` is not converted, only repaired
  std::size_t mark_bytes = 0;  ///< length of the byte order mark
  bool guessed = false;        ///< neither the page nor its bytes say so
};

/// In this order: a byte order mark; zero bytes as UTF-16 has them; valid UTF-8 (a declaration
/// against it is stale: other charsets practically never look like it); `declared`, by a server or
/// a mail; a `charset=` in the first bytes of an HTML page or an XML declaration; UTF-8 with a few
/// broken bytes; a guess by uchardet; windows-1252.
Charset find_charset(std::string_view bytes, std::string_view declared = {});

/// The charset of a name as pages and mails write it; absent if it is empty or not known.
std::optional<Charset> declared_charset(std::string_view name);

struct ConvertedBytes {
  MappedText text;         ///< valid UTF-8
  std::size_t broken = 0;  ///< how many stretches became U+FFFD
};

/// The bytes in UTF-8, each converted character a piece of its own. Linear; nothing is lost without
/// a U+FFFD.
ConvertedBytes convert_to_utf8(std::string_view bytes, const Charset& charset);

/// Bytes that should be UTF-8, broken ones as U+FFFD.
std::string repaired_utf8(std::string_view bytes);

}  // namespace parallax
