#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "parallax/collect/mapped_text.h"
#include "parallax/core/result.h"

namespace parallax {

/// A page as text: valid UTF-8, line feeds only, plain spaces only, no invisible characters.
struct DecodedPage {
  MappedText text;
  std::string charset;
  bool charset_guessed = false;
  std::size_t broken = 0;  ///< how many stretches were no text in this charset and became U+FFFD
};

/// Reads the bytes of a page. Fails only on what is no text: a PDF, an archive, a picture, a
/// program. `declared`: the charset that came with the page, or empty. Linear.
Result<DecodedPage> decode(std::string_view bytes, std::string_view declared = {});

/// CR LF to LF, no-break and other odd spaces to a plain space, zero bytes to U+FFFD; soft hyphens
/// and invisible characters out. The joiners of Persian letters and of emoji stay.
MappedText normalise_spaces(const MappedText& text);

}  // namespace parallax
