#include "parallax/read/quoted_words.h"

#include <algorithm>

#include "parallax/text/tokens.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

/// "Orvel Courier", "House of the Sea".
bool is_capitalised(const Reading& reading, const QuoteLexicon& lexicon, Span quote) {
  std::size_t names = 0;
  for (std::size_t i = token_from(reading, quote.begin);
       i < reading.analysis.tokens.size() && reading.analysis.tokens[i].span.begin < quote.end;
       ++i) {
    if (reading.analysis.tokens[i].kind != TokenKind::word) {
      continue;
    }
    if (is_upper(code_point_at(reading.token(i), 0).value)) {
      ++names;
    } else if (names == 0 || !lexicon.function_words.contains(reading.words[i])) {
      return false;
    }
  }
  return names > 1;
}

}  // namespace

QuoteLexicon QuoteLexicon::load(const DataFiles& data, std::string_view language) {
  QuoteLexicon lexicon;
  const TokenRules tokens = TokenRules::load(data, language);
  const std::string folder = "lang/" + std::string(language) + "/";
  for (const auto& row : tsv_rows(data.file(folder + "so_called.tsv"))) {
    lexicon.so_called.add(cell(row, 0), 0, tokens);
  }
  for (const auto& row : tsv_rows(data.file(folder + "naming_words.tsv"))) {
    lexicon.naming_words[cell(row, 0)] = true;
  }
  for (const auto& row : tsv_rows(data.file(folder + "function_words.tsv"))) {
    lexicon.function_words[cell(row, 0)] = true;
  }
  return lexicon;
}

std::size_t token_from(const Reading& reading, std::uint32_t place) {
  const std::vector<Token>& tokens = reading.analysis.tokens;
  const auto found = std::ranges::lower_bound(tokens, place, {},
                                              [](const Token& token) { return token.span.begin; });
  return static_cast<std::size_t>(found - tokens.begin());
}

std::vector<QuoteSpan> quotes_of(const Reading& reading) {
  std::vector<Span> paragraphs;
  std::uint32_t number = UINT32_MAX;
  for (const Sentence& sentence : reading.analysis.sentences) {
    if (sentence.paragraph == number) {
      paragraphs.back().end = sentence.span.end;
    } else {
      paragraphs.push_back(sentence.span);
      number = sentence.paragraph;
    }
  }
  return find_quote_spans(reading.article.text, paragraphs);
}

bool fills_quote(Span mention, Span quote) {
  constexpr std::uint32_t kMarks = 6;  // bytes of the marks and a stop
  return mention.overlaps(quote) && mention.size() + kMarks >= quote.size();
}

std::size_t count_words(const Reading& reading, Span quote) {
  std::size_t count = 0;
  for (std::size_t i = token_from(reading, quote.begin);
       i < reading.analysis.tokens.size() && reading.analysis.tokens[i].span.begin < quote.end;
       ++i) {
    count += reading.analysis.tokens[i].kind == TokenKind::punctuation ? 0U : 1U;
  }
  return count;
}

std::size_t so_called_before(const Reading& reading, const QuoteLexicon& lexicon,
                             std::size_t quote) {
  const auto words = std::span(reading.words).first(quote);
  for (std::size_t i = quote; i > 0 && i + kFewWords > quote; --i) {
    for (std::size_t first = i - 1; first + 3 >= i; --first) {
      const auto phrase = lexicon.so_called.match(words, first);
      if (phrase && first + phrase->tokens == i) {
        return first;
      }
      if (first == 0) {
        break;
      }
    }
    if (reading.analysis.tokens[i - 1].kind != TokenKind::word ||
        lexicon.function_words.contains(reading.words[i - 1])) {
      break;
    }
  }
  return quote;
}

bool is_quoted_name(const Reading& reading, const QuoteLexicon& lexicon, Span quote) {
  const std::size_t first = token_from(reading, quote.begin);
  return (first > 0 && lexicon.naming_words.contains(reading.words[first - 1])) ||
         is_capitalised(reading, lexicon, quote);
}

}  // namespace parallax
