#pragma once
#include <vector>

#include "parallax/read/attribution/quote_spans.h"
#include "parallax/read/reading.h"
#include "parallax/text/data_files.h"
#include "parallax/text/phrase_table.h"

namespace parallax {

/// What stands before quoted words that are nobody's speech, in one language. Immutable.
struct QuoteLexicon {
  PhraseTable so_called;         ///< "so-called", "self-styled": what follows is held at a distance
  WordTable<bool> naming_words;  ///< "the name", "known as": what follows is a name or a word
  WordTable<bool> function_words;  ///< between "so-called" and a quotation none of these stands

  static QuoteLexicon load(const DataFiles& data, std::string_view language);
};

/// Quotations of more words are statements, whatever stands around them.
inline constexpr std::size_t kFewWords = 4;

/// The quotations of an article, ascending. Needs sentences.
std::vector<QuoteSpan> quotes_of(const Reading& reading);

/// Words between the marks, numbers among them.
std::size_t count_words(const Reading& reading, Span quote);

/// The first token of the "so-called" that stands before the token `quote`, perhaps with adjectives
/// between; or `quote` where there is none.
std::size_t so_called_before(const Reading& reading, const QuoteLexicon& lexicon,
                             std::size_t quote);

/// Whether quoted words look like the name of a thing, a title, or a word that is spoken about:
/// “Orvel Courier”, the name “governor”.
bool is_quoted_name(const Reading& reading, const QuoteLexicon& lexicon, Span quote);

/// Whether a mention of an entity is all that is quoted.
bool fills_quote(Span mention, Span quote);

/// The first token that begins at or behind `place`.
std::size_t token_from(const Reading& reading, std::uint32_t place);

}  // namespace parallax
