#include "parallax/read/labels/find_labels.h"

#include <algorithm>

namespace parallax {
namespace {

constexpr std::uint32_t kTargetReach = 40;  // bytes behind a label

class LabelFinder {
 public:
  LabelFinder(const Reading& reading, const QuoteLexicon& lexicon)
      : reading_(reading),
        lexicon_(lexicon),
        tokens_(reading.analysis.tokens),
        quotes_(quotes_of(reading)) {
    for (const Entity& entity : reading.analysis.entities) {
      for (const Mention& mention : entity.mentions) {
        mentions_.push_back(mention.span);
      }
    }
    std::ranges::sort(mentions_);
  }

  std::vector<Label> find() {
    find_so_called();
    for (const QuoteSpan& quote : quotes_) {
      if (is_scare_quote(quote)) {
        push(quote.span, LabelKind::scare_quote);
      }
    }
    std::ranges::sort(labels_, {}, [](const Label& label) { return label.span.begin; });
    return std::move(labels_);
  }

 private:
  void find_so_called() {
    for (std::size_t s = 0; s < reading_.analysis.sentences.size(); ++s) {
      end_ = reading_.end_token(s);
      const auto words = std::span(reading_.words).first(end_);
      for (std::size_t i = reading_.first_token(s); i < end_;) {
        const auto phrase = lexicon_.so_called.match(words, i);
        if (!phrase) {
          ++i;
          continue;
        }
        const std::uint32_t begin = tokens_[i].span.begin;
        i += phrase->tokens;
        const std::uint32_t end = end_of_named(i);
        push({begin, end}, LabelKind::so_called);
        i = std::max(i, token_from(reading_, end));
      }
    }
  }

  /// What "so-called" belongs to ends: with the short quotation behind it, or before the next mark
  /// or function word.
  std::uint32_t end_of_named(std::size_t after) const {
    std::size_t last = after;
    while (last < end_ && last <= after + kFewWords) {
      const auto quote = std::ranges::lower_bound(quotes_, tokens_[last].span.begin, {},
                                                  [](const QuoteSpan& q) { return q.span.begin; });
      if (quote != quotes_.end() && quote->span.begin == tokens_[last].span.begin) {
        return count_words(reading_, quote->span) <= kFewWords ? quote->span.end : before(last);
      }
      if (last == after + kFewWords || tokens_[last].kind != TokenKind::word ||
          lexicon_.function_words.contains(reading_.words[last])) {
        break;
      }
      ++last;
    }
    return before(last);
  }

  std::uint32_t before(std::size_t token) const { return tokens_[token - 1].span.end; }

  bool is_scare_quote(const QuoteSpan& quote) const {
    if (!quote.closed || quote.continues >= 0) {
      return false;
    }
    const std::size_t words = count_words(reading_, quote.span);
    const std::size_t first = token_from(reading_, quote.span.begin);
    return words >= 1 && words <= kFewWords && !is_exclamation(quote.span) &&
           !is_reported(quote.span) && so_called_before(reading_, lexicon_, first) == first &&
           !is_quoted_name(reading_, lexicon_, quote.span) && !is_entity(quote.span);
  }

  bool is_entity(Span quote) const {
    const auto first = std::ranges::lower_bound(mentions_, quote.begin, {}, &Span::begin);
    const auto last = std::ranges::lower_bound(first, mentions_.end(), quote.end, {}, &Span::begin);
    return std::any_of(first, last, [&](Span mention) { return fills_quote(mention, quote); });
  }

  /// "Freedom!" is called out, not held at a distance.
  bool is_exclamation(Span quote) const {
    const std::size_t behind = token_from(reading_, quote.end);
    for (std::size_t i = behind; i > 0 && tokens_[i - 1].span.begin >= quote.begin; --i) {
      const std::string_view word = reading_.token(i - 1);
      if (word == "!" || word == "?") {
        return true;
      }
      if (tokens_[i - 1].kind != TokenKind::punctuation) {
        return false;
      }
    }
    return false;
  }

  /// Whether the words are another voice's: the whole of what it says, or quoted in a report of it.
  bool is_reported(Span quote) const {
    const auto voice = voice_at(reading_.analysis, quote);
    const auto is_piece = [&](const Attribution& attribution) {
      return std::ranges::any_of(attribution.content,
                                 [&](Span piece) { return quote.contains(piece); });
    };
    return std::ranges::any_of(reading_.analysis.attributions, is_piece) ||
           (voice && reading_.analysis.attributions[voice->index].kind == AttributionKind::mixed);
  }

  void push(Span span, LabelKind kind) {
    Label label{.span = span,
                .target = {},
                .direction = Direction::unfavourable,
                .kind = kind,
                .voice = {}};
    std::uint32_t nearest = span.end + kTargetReach;
    for (std::uint32_t e = 0; e < reading_.analysis.entities.size(); ++e) {
      for (const Mention& mention : reading_.analysis.entities[e].mentions) {
        if (mention.span.begin >= span.begin && mention.span.begin < nearest) {
          nearest = mention.span.begin;
          label.target = Id<Entity>{e};
        }
      }
    }
    labels_.push_back(label);
  }

  const Reading& reading_;
  const QuoteLexicon& lexicon_;
  std::span<const Token> tokens_;
  std::vector<QuoteSpan> quotes_;
  std::vector<Span> mentions_;  ///< ascending
  std::size_t end_ = 0;
  std::vector<Label> labels_;
};

}  // namespace

std::vector<Label> find_labels(const Reading& reading, const QuoteLexicon& lexicon) {
  return LabelFinder(reading, lexicon).find();
}

}  // namespace parallax
