#pragma once
#include <string_view>

#include "parallax/text/tokens.h"

/// Things that are one token although they hold marks, by their shape.
namespace parallax {

/// The bytes of a URL, e-mail address, host or file name at the start of `chunk`, without the marks
/// behind it; 0 if there is none. `chunk` ends where `chunk_end` says.
std::size_t address_size(std::string_view chunk, const TokenRules& rules);
/// Up to white space or a mark that stands in no address.
std::size_t chunk_end(std::string_view text, std::size_t at);
/// The bytes at the start of `chunk` that may stand in host names, file names and mail boxes.
std::size_t name_size(std::string_view chunk);

/// A number that starts with a digit: "1,200.5", "5:30", "11/28/2000", "713-853-3989",
/// "2001-05-28". A range, "1969-1970", is none: it ends before its hyphen.
std::size_t number_end(std::string_view text, std::size_t at);

inline bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline bool is_ascii_alnum(char c) { return is_ascii_digit(c) || is_ascii_letter(c); }

}  // namespace parallax
