#pragma once
#include <string_view>

#include "parallax/text/tokens.h"
#include "parallax/text/utf8.h"

namespace parallax {

inline bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == '`' || c == 0xB4; }
inline bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }
inline bool is_end_mark(char32_t c) { return c == '.' || c == '!' || c == '?'; }
inline bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
/// Stays in the word: combining marks, the zero-width joiner, the soft hyphen.
inline bool is_combining(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || c == 0x200D || c == 0xAD;
}
inline bool is_wordlike(char32_t c) { return is_letter(c) || is_digit(c) || is_combining(c); }

/// The text of one sentence, and what the tokeniser asks of it.
struct TokenizedText {
  std::string_view text;  ///< up to the end of the sentence
  std::size_t begin = 0;  ///< of the sentence
  const TokenRules& rules;

  char32_t peek(std::size_t at) const {
    return at < text.size() ? code_point_at(text, at).value : 0;
  }
  char32_t before(std::size_t at) const {
    return at > begin ? code_point_before(text, at).value : U' ';
  }
  std::string_view view(std::size_t from, std::size_t to) const {
    return text.substr(from, to - from);
  }
  /// Past letters and combining marks.
  std::size_t letters_end(std::size_t at) const;
  /// Past letters, digits, combining marks, and "_" between them.
  std::size_t core_end(std::size_t at) const;
  /// Whether the letters from `from` to `to` are one letter.
  bool is_single(std::size_t from, std::size_t to) const {
    return from + code_point_at(text, from).size == to;
  }
  /// Where a word that reaches from `from` to the full stop at `stop` ends: there, or behind the
  /// full stop of an abbreviation or an initial.
  std::size_t end_past_stop(std::size_t from, std::size_t stop) const;

 private:
  std::size_t dotted_end(std::size_t from, std::size_t stop) const;
  std::size_t initials_end(std::size_t from, std::size_t stop, std::size_t run) const;
  bool is_last(std::size_t at) const;
};

}  // namespace parallax
