#include "parallax/read/attribution/add_tagged.h"

#include <algorithm>

#include "parallax/read/attribution/tag_attributions.h"

namespace parallax {
namespace {

class TaggedAdder {
 public:
  TaggedAdder(const ArticleWords& words, const TaggedWords& tagged, Findings& findings)
      : words_(words),
        tokens_(words.reading.analysis.tokens),
        tagged_(tagged),
        findings_(findings),
        known_(tokens_.size(), false) {
    for (const Attribution& rule : findings.attributions) {
      for (const Span cue : rule.cue) {
        mark_known(cue);
      }
    }
  }

  void add(const TaggedAttribution& one) {
    const bool known = std::any_of(known_.begin() + one.cue.begin, known_.begin() + one.cue.end,
                                   [](bool is) { return is; });
    if (known || one.source.empty() || !is_speech(one.cue) || is_authors(one.source.front()) ||
        is_negated_report(one.cue)) {
      return;
    }
    const auto number = static_cast<std::int32_t>(findings_.attributions.size());
    Attribution& made = findings_.attributions.emplace_back();
    made.source = spans_of(one.source);
    made.cue = spans_of({one.cue});
    made.content = spans_of(one.content);
    made.stance = stance_of(one.cue);
    findings_.subjects.push_back(made.source.front());
    findings_.parents.push_back(kNobody);
    findings_.quotes.push_back(false);
    for (const Span piece : made.content) {
      own_quotes(piece, number);
    }
  }

 private:
  void mark_known(Span cue) {
    auto token =
        std::ranges::upper_bound(tokens_, cue.begin, {}, [](const Token& t) { return t.span.end; });
    for (; token != tokens_.end() && token->span.begin < cue.end; ++token) {
      known_[static_cast<std::size_t>(token - tokens_.begin())] = true;
    }
  }

  bool is_speech(Range cue) const {
    return std::any_of(tagged_.words.begin() + cue.begin, tagged_.words.begin() + cue.end,
                       [&](const TaggedWord& word) {
                         return word.reports != 0 || words_.lexicon.is_speech(word.kinds);
                       });
  }

  /// "We say nothing new here": the author's own voice, which is no attribution.
  bool is_authors(Range source) const {
    return source.end == source.begin + 1 && tagged_.words[source.begin].quote < 0 &&
           words_.lexicon.first_person.contains(words_.reading.words[source.begin]);
  }

  /// "did not say that" reports nothing; "did not rule out" does.
  bool is_negated_report(Range cue) const {
    const bool negated =
        std::any_of(words_.classes.begin() + cue.begin, words_.classes.begin() + cue.end,
                    [](WordClass word) { return word == WordClass::negation; });
    return negated && stance_of(cue) == Stance::say;
  }

  /// Of the first reporting word in the cue: "refused to say" declines.
  Stance stance_of(Range cue) const {
    for (std::uint32_t i = cue.begin; i < cue.end; ++i) {
      if (const std::int32_t verb = words_.verbs[i].value; verb >= 0) {
        return words_.lexicon.verbs[static_cast<std::size_t>(verb)].stance;
      }
      if (const std::int32_t phrase = words_.phrases[i].value; phrase >= 0) {
        return words_.lexicon.cues[static_cast<std::size_t>(phrase)].stance;
      }
    }
    return Stance::say;
  }

  std::vector<Span> spans_of(const std::vector<Range>& ranges) const {
    std::vector<Span> spans;
    spans.reserve(ranges.size());
    for (const Range range : ranges) {
      spans.push_back({tokens_[range.begin].span.begin, tokens_[range.end - 1].span.end});
    }
    return spans;
  }

  void own_quotes(Span piece, std::int32_t number) {
    auto quote = std::ranges::lower_bound(words_.quotes, piece.begin, {},
                                          [](const QuoteSpan& q) { return q.span.begin; });
    for (; quote != words_.quotes.end() && quote->span.begin < piece.end; ++quote) {
      auto& owner = findings_.quote_owner[static_cast<std::size_t>(quote - words_.quotes.begin())];
      owner = quote->parent < 0 && owner == kNobody ? number : owner;
    }
  }

  const ArticleWords& words_;
  const std::vector<Token>& tokens_;
  const TaggedWords& tagged_;
  Findings& findings_;
  std::vector<bool> known_;  ///< of each token: whether a rule's cue holds it
};

}  // namespace

void add_tagged(const ArticleWords& words, const AttributionModel& model, Findings& findings) {
  if (words.reading.analysis.strings.empty()) {
    return;
  }
  const TaggedWords tagged = tagged_words(words);
  TaggedAdder adder(words, tagged, findings);
  for (const TaggedAttribution& one : tag_attributions(tagged, model)) {
    adder.add(one);
  }
}

}  // namespace parallax
