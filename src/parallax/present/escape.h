#pragma once
#include <string>
#include <string_view>

/// Foreign text made harmless for what carries it. Every function is total over any bytes: a broken
/// byte becomes U+FFFD.
namespace parallax {

/// For HTML text and double-quoted attributes. Control characters and the two that make letters run
/// backwards become U+FFFD; line feeds and tabs stay.
void append_html(std::string& out, std::string_view text);

/// For one line of a terminal: white space becomes a space; control characters (escape sequences
/// begin with one) and the characters that turn the direction of writing become U+FFFD.
std::string terminal_text(std::string_view text);
/// The same, with line feeds kept.
std::string terminal_paragraphs(std::string_view text);

/// A cell of RFC 4180: quoted where it must be. A cell that a spreadsheet would take for a formula
/// gets an apostrophe in front.
void append_csv(std::string& out, std::string_view text);

/// A string of the text forms and of JSON: in quotes, `"`, `\` and control characters escaped, all
/// else as it is.
void append_quoted(std::string& out, std::string_view text);

}  // namespace parallax
