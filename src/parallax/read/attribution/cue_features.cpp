#include "parallax/read/attribution/tagging_features.h"

namespace parallax {
namespace {

constexpr TaggedWord kNothing;

std::uint64_t kinds_of(const TaggedWord& word) {
  return word.kinds.noun | std::uint64_t{word.kinds.verb} << 8U;
}

class CueFeatures {
 public:
  CueFeatures(const TaggedWords& all, Range sentence) : all_(all), sentence_(sentence) {}

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
    add_rules(i, word, left, right, put);
    out.end_row();
  }

 private:
  const TaggedWord& at(std::uint32_t i, int step) const {
    const std::int64_t place = std::int64_t{i} + step;
    return place < sentence_.begin || place >= sentence_.end
               ? kNothing
               : all_.words[static_cast<std::size_t>(place)];
  }
  const TaggedWord& word_or_nothing(std::uint32_t i) const {
    return i == kNoWord ? kNothing : all_.words[i];
  }

  template <typename Put>
  void add_words(std::uint32_t i, const TaggedWord& word, const TaggedWord& left,
                 const TaggedWord& right, const Put& put) const {
    const TaggedWord& left2 = at(i, -2);
    const TaggedWord& right2 = at(i, 2);
    put(word.form);
    put(word.lemma, word.upos);
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
    put(word.kind(), left.form);
    put(word.kind(), right.form);
    put(left.kind(), word.upos, right.kind());
    put(word.reports, word.takes);
    put(word.reports, word.xpos, left.xpos);
    put(word.reports, right.form);
    put(left.reports, word.lemma);
    put(right.reports, word.form);
    put(word.capital, word.upos, left.capital, right.capital);
  }

  template <typename Put>
  void add_tree(std::uint32_t i, const TaggedWord& word, const Put& put) const {
    const Dependants& below = all_.below[i];
    const TaggedWord& head = word_or_nothing(word.head);
    const TaggedWord& subject = word_or_nothing(below.subject);
    const TaggedWord& complement = word_or_nothing(below.complement);
    put(word.deprel, word.upos);
    put(word.deprel, head.lemma);
    put(word.deprel, head.kind(), head.reports);
    put(word.deprel, word.lemma);
    put(word.lemma, head.lemma);
    put(below.relations, word.upos);
    put(below.relations, word.lemma);
    put(below.relations, word.kind());
    put(below.relations, word.reports);
    put(complement.relation, complement.xpos, word.kind());
    put(complement.relation, word.lemma);
    put(complement.relation, word_below(complement, below.complement), word.kind());
    put(subject.form, word.kind());
    put(subject.upos, subject.kind(), word.kind(), word.reports);
    put(subject.upos, subject.kind(), complement.relation, word.upos);
    const std::uint64_t reporter = reporter_above(i);
    put(reporter, word.relation);
    put(reporter, word.reports, word.kind());
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
        return feature_of(0, all_.words[last].relation, rough_fact(step));
      }
      last = up;
    }
    return 0;
  }

  template <typename Put>
  void add_quotes(std::uint32_t i, const TaggedWord& word, const Put& put) const {
    const std::uint64_t quote = quote_near(i, word);
    const std::uint32_t into = i - sentence_.begin;
    put(quote, word.kind(), word.upos);
    put(quote, word.reports, word.upos);
    put(quote, word.lemma);
    put(quote, word.deprel);
    put(quote, word.xpos, at(i, -1).xpos);
    put(rough_fact(into), word.upos, word.reports);
    put(rough_fact(sentence_.end - i), word.upos, word.kind());
    put(all_.words[sentence_.begin].form, word.relation, word.kind());
    put(all_.words[sentence_.end - 1].form, word.relation, word.kind());
  }

  /// What the rules say, and what to make of it.
  template <typename Put>
  void add_rules(std::uint32_t i, const TaggedWord& word, const TaggedWord& left,
                 const TaggedWord& right, const Put& put) const {
    const std::uint64_t rule = word.rule_part();
    put(rule);
    put(rule, left.rule_part(), right.rule_part());
    put(rule, word.lemma);
    put(rule, word.reports, word.upos);
    put(rule, word.kind(), word.upos);
    put(rule, word.deprel, word.upos);
    put(rule, right.form);
    put(rule, all_.below[i].relations);
  }

  /// Inside a quotation, and how long it is; or how far the ones before and behind are.
  std::uint64_t quote_near(std::uint32_t i, const TaggedWord& word) const {
    if (word.quote >= 0) {
      const Range quote = all_.quotes[static_cast<std::size_t>(word.quote)];
      return 1 + rough_fact(quote.end - quote.begin);
    }
    constexpr std::uint32_t kFar = 12;
    std::uint32_t before = kFar;
    std::uint32_t behind = kFar;
    const Range paragraph = all_.paragraphs[all_.paragraph_of[word.sentence]];
    for (std::uint32_t step = 1; step < kFar; ++step) {
      if (before == kFar && i >= paragraph.begin + step && all_.words[i - step].quote >= 0) {
        before = step;
      }
      if (behind == kFar && i + step < paragraph.end && all_.words[i + step].quote >= 0) {
        behind = step;
      }
    }
    return 100 + rough_fact(before) * 10 + rough_fact(behind);
  }

  const TaggedWords& all_;
  Range sentence_;
};

}  // namespace

void append_cue_features(const TaggedWords& words, Range sentence, FeatureRows& out) {
  const CueFeatures features(words, sentence);
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    features.add(i, out);
  }
}

}  // namespace parallax
