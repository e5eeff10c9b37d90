#include "parallax/read/attribution/kinds.h"

#include <algorithm>

#include "parallax/read/quoted_words.h"

namespace parallax {
namespace {

/// Quotations that begin inside a piece of content.
std::span<const QuoteSpan> quotes_in(const ArticleWords& words, Span piece) {
  const auto begin = [](const QuoteSpan& quote) { return quote.span.begin; };
  const auto first = std::ranges::lower_bound(words.quotes, piece.begin, {}, begin);
  const auto last = std::ranges::lower_bound(first, words.quotes.end(), piece.end, {}, begin);
  return {first, last};
}

/// Whether somebody utters words: "said", and neither "believed" nor "offered" nor "is portrayed".
bool is_speech(const ArticleWords& words, const Attribution& attribution) {
  const bool nobody = attribution.source.empty() && !attribution.cue.empty();
  if (nobody || attribution.stance == Stance::believe || attribution.stance == Stance::intend) {
    return false;
  }
  const auto reports = [&](Span cue) {
    const Range tokens = words.tokens_in(cue);
    const auto known = [](const PhraseAt& phrase) { return phrase.value >= 0; };
    return std::any_of(words.verbs.begin() + tokens.begin, words.verbs.begin() + tokens.end,
                       known) ||
           std::any_of(words.phrases.begin() + tokens.begin, words.phrases.begin() + tokens.end,
                       known);
  };
  return attribution.cue.empty() || std::ranges::any_of(attribution.cue, reports);
}

/// Whether quoted words inside a report are the speaker's.
bool is_quoted_speech(const ArticleWords& words, Span quote, bool speech) {
  const Reading& reading = words.reading;
  const std::size_t first = token_from(reading, quote.begin);
  if (so_called_before(reading, words.lexicon.quoted, first) != first) {
    return false;
  }
  return count_words(reading, quote) > kFewWords ||
         (speech && !is_quoted_name(reading, words.lexicon.quoted, quote) &&
          std::ranges::none_of(mentions_in(words, quote), [&](const EntityMention& mention) {
            return fills_quote(mention.span, quote);
          }));
}

}  // namespace

AttributionKind kind_of(const ArticleWords& words, const Attribution& attribution) {
  const auto is_quote = [&](Span piece) {
    const auto quotes = quotes_in(words, piece);
    return !quotes.empty() && quotes.front().span == piece;
  };
  if (std::ranges::all_of(attribution.content, is_quote)) {
    return AttributionKind::direct;
  }
  const bool speech = is_speech(words, attribution);
  const bool mixed = std::ranges::any_of(attribution.content, [&](Span piece) {
    return std::ranges::any_of(quotes_in(words, piece), [&](const QuoteSpan& quote) {
      return quote.span.end <= piece.end && is_quoted_speech(words, quote.span, speech);
    });
  });
  return mixed ? AttributionKind::mixed : AttributionKind::indirect;
}

}  // namespace parallax
