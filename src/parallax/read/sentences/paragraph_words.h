#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "parallax/core/span.h"
#include "parallax/text/sentences.h"

/// Where sentences end. `paragraph_words` looks at what stands between white space, `end_features`
/// says what speaks for an end behind it, `sentence_ends` asks a trained model. Without a model the
/// rules of text/sentences.h decide.
namespace parallax {

/// The marks that a word ends with, in one word: the last of them that is no closing mark.
enum class EndMark : std::uint8_t { none, stop, ask, dots, colon, semicolon, comma, dash, other };

/// What a word begins with, behind opening marks.
enum class Start : std::uint8_t { lower, upper, digit, address, mark, none };

enum class WordForm : std::uint8_t {
  plain,
  letter,
  initials,
  never_ends,
  may_end,
  address,
  number
};

/// What stands between white space, with its marks, and what is told by it alone.
struct ParagraphWord {
  Span span;
  std::uint32_t core = 0;     ///< a fact of the word without its marks, in lower case
  std::uint32_t marks = 0;    ///< a fact of the marks behind it; 0: none
  std::uint32_t opening = 0;  ///< a fact of the marks before it; 0: none
  EndMark end = EndMark::none;
  Start start = Start::none;
  WordForm form = WordForm::plain;
  bool closes = false;       ///< closing marks stand behind it
  bool capitals = false;     ///< of two letters or more, none is small
  std::uint8_t length = 0;   ///< of the core in bytes, at most 255
  std::int8_t brackets = 0;  ///< opened, less closed
  std::int8_t quotes = 0;    ///< opened, less closed; straight ones by what stands beside them
};

/// The words of a paragraph, ascending. Linear time.
std::vector<ParagraphWord> paragraph_words(std::string_view text, Span paragraph,
                                           const SentenceRules& rules);

}  // namespace parallax
