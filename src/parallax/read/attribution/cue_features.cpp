#include <algorithm>
#include <bit>

#include "parallax/read/attribution/tagging_features.h"

namespace parallax {
namespace {

template <typename Enum>
constexpr std::uint64_t number_of(Enum value) {
  return static_cast<std::uint64_t>(value);
}

/// 0, 1, 2, 3–4, 5–8, 9–16 ...
std::uint32_t rough(std::uint32_t count) {
  constexpr std::uint32_t kMost = 64;
  return static_cast<std::uint32_t>(std::bit_width(std::min(count * 2, kMost)));
}

std::uint64_t kinds_of(const TaggedWord& word) {
  return word.kinds.noun | std::uint64_t{word.kinds.verb} << 8U;
}

/// The class that fits the tag.
std::uint64_t kind_of(const TaggedWord& word) {
  const bool verb = word.upos == Upos::verb || word.upos == Upos::aux;
  return verb ? word.kinds.verb : word.upos == Upos::noun ? word.kinds.noun : 0;
}

class CueFeatures {
 public:
  CueFeatures(const TaggedWords& all, TokenRange sentence) : all_(all), sentence_(sentence) {
    static constexpr TaggedWord kNothing;
    nothing_ = &kNothing;
  }

  void add(std::uint32_t i, FeatureRows& out) const {
    std::uint32_t t = 0;
    const auto put = [&](auto... facts) { out.add(feature_of(t++, facts...)); };
    const TaggedWord& word = at(i, 0);
    const TaggedWord& left = at(i, -1);
    const TaggedWord& right = at(i, 1);
    put(0);
    add_words(i, word, left, right, put);
    add_tree(i, word, put);
    add_quotes(i, word, put);
    out.end_row();
  }

 private:
  const TaggedWord& at(std::uint32_t i, int step) const {
    const std::int64_t place = std::int64_t{i} + step;
    return place < sentence_.begin || place >= sentence_.end
               ? *nothing_
               : all_.words[static_cast<std::size_t>(place)];
  }
  const TaggedWord& word_or_nothing(std::uint32_t i) const {
    return i == kNoWord ? *nothing_ : all_.words[i];
  }

  template <typename Put>
  void add_words(std::uint32_t i, const TaggedWord& word, const TaggedWord& left,
                 const TaggedWord& right, const Put& put) const {
    const TaggedWord& left2 = at(i, -2);
    const TaggedWord& right2 = at(i, 2);
    put(word.form);
    put(word.lemma, number_of(word.upos));
    put(left.form);
    put(right.form);
    put(left2.form);
    put(right2.form);
    put(left.form, word.form);
    put(word.form, right.form);
    put(left.lemma, word.lemma);
    put(word.lemma, right.lemma);
    put(left.form, word.lemma, right.form);
    put(word.ending, word.xpos);
    put(word.xpos, left.xpos);
    put(word.xpos, right.xpos);
    put(left.xpos, word.xpos, right.xpos);
    put(left2.xpos, left.xpos, word.xpos);
    put(word.xpos, right.xpos, right2.xpos);
    put(kinds_of(word), word.xpos);
    put(kind_of(word), left.form);
    put(kind_of(word), right.form);
    put(kind_of(left), number_of(word.upos), kind_of(right));
    put(word.reports, word.takes);
    put(word.reports, word.xpos, left.xpos);
    put(word.reports, right.form);
    put(left.reports, word.lemma);
    put(right.reports, word.form);
    put(word.capital, number_of(word.upos), left.capital, right.capital);
  }

  template <typename Put>
  void add_tree(std::uint32_t i, const TaggedWord& word, const Put& put) const {
    const Dependants& below = all_.below[i];
    const TaggedWord& head = word_or_nothing(word.head);
    const TaggedWord& subject = word_or_nothing(below.subject);
    const TaggedWord& complement = word_or_nothing(below.complement);
    put(word.deprel, number_of(word.upos));
    put(word.deprel, head.lemma);
    put(word.deprel, kind_of(head), head.reports);
    put(word.deprel, word.lemma);
    put(word.lemma, head.lemma);
    put(below.relations, number_of(word.upos));
    put(below.relations, word.lemma);
    put(below.relations, kind_of(word));
    put(below.relations, word.reports);
    put(number_of(complement.relation), complement.xpos, kind_of(word));
    put(number_of(complement.relation), word.lemma);
    put(number_of(complement.relation), word_below(complement, below.complement), kind_of(word));
    put(subject.form, kind_of(word));
    put(number_of(subject.upos), kind_of(subject), kind_of(word), word.reports);
    put(number_of(subject.upos), kind_of(subject), number_of(complement.relation),
        number_of(word.upos));
    put(reporter_above(i), number_of(word.relation));
    put(reporter_above(i), word.reports, kind_of(word));
  }

  /// How the complement begins: "that", "to".
  std::uint32_t word_below(const TaggedWord& complement, std::uint32_t i) const {
    return complement.relation == Relation::other ? 0 : all_.words[all_.below[i].first].form;
  }

  /// The nearest reporting verb above: gold has no attribution within another.
  std::uint64_t reporter_above(std::uint32_t i) const {
    constexpr std::uint32_t kSteps = 6;
    std::uint32_t step = 0;
    std::uint32_t last = i;
    for (std::uint32_t up = all_.words[i].head; up != kNoWord && step < kSteps;
         up = all_.words[up].head) {
      ++step;
      const TaggedWord& above = all_.words[up];
      if (above.reports != 0 && (above.upos == Upos::verb || above.upos == Upos::noun)) {
        return 1 + number_of(all_.words[last].relation) + std::uint64_t{64} * rough(step);
      }
      last = up;
    }
    return 0;
  }

  template <typename Put>
  void add_quotes(std::uint32_t i, const TaggedWord& word, const Put& put) const {
    const std::uint64_t quote = quote_near(i, word);
    const std::uint32_t into = i - sentence_.begin;
    put(quote, kind_of(word), number_of(word.upos));
    put(quote, word.reports, number_of(word.upos));
    put(quote, word.lemma);
    put(quote, word.deprel);
    put(quote, word.xpos, at(i, -1).xpos);
    put(rough(into), number_of(word.upos), word.reports);
    put(rough(sentence_.end - i), number_of(word.upos), kind_of(word));
    put(all_.words[sentence_.begin].form, number_of(word.relation), kind_of(word));
    put(all_.words[sentence_.end - 1].form, number_of(word.relation), kind_of(word));
  }

  /// Inside a quotation, and how long it is; or how far the ones before and behind are.
  std::uint64_t quote_near(std::uint32_t i, const TaggedWord& word) const {
    if (word.quote >= 0) {
      const TokenRange quote = all_.quotes[static_cast<std::size_t>(word.quote)];
      return 1 + rough(quote.end - quote.begin);
    }
    constexpr std::uint32_t kFar = 12;
    std::uint32_t before = kFar;
    std::uint32_t behind = kFar;
    const TokenRange paragraph = all_.paragraphs[all_.paragraph_of[word.sentence]];
    for (std::uint32_t step = 1; step < kFar; ++step) {
      if (before == kFar && i >= paragraph.begin + step && all_.words[i - step].quote >= 0) {
        before = step;
      }
      if (behind == kFar && i + step < paragraph.end && all_.words[i + step].quote >= 0) {
        behind = step;
      }
    }
    return 100 + rough(before) * 10 + rough(behind);
  }

  const TaggedWords& all_;
  TokenRange sentence_;
  const TaggedWord* nothing_;
};

}  // namespace

void append_cue_features(const TaggedWords& words, TokenRange sentence, FeatureRows& out) {
  const CueFeatures features(words, sentence);
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    features.add(i, out);
  }
}

}  // namespace parallax
