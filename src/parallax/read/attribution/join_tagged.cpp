#include "parallax/read/attribution/join_tagged.h"

#include <algorithm>

#include "parallax/read/attribution/tag_attributions.h"

namespace parallax {
namespace {

constexpr std::int32_t kNoRule = -1;

class TaggedJoiner {
 public:
  TaggedJoiner(const ArticleWords& words, const TaggedWords& tagged, Findings& findings)
      : words_(words), tagged_(tagged), findings_(findings) {
    rule_of_.assign(tagged.words.size(), kNoRule);
    for (std::size_t r = 0; r < findings.attributions.size(); ++r) {
      for (const Span cue : findings.attributions[r].cue) {
        const Range tokens = words.tokens_in(cue);
        std::fill(rule_of_.begin() + tokens.begin, rule_of_.begin() + tokens.end,
                  static_cast<std::int32_t>(r));
      }
    }
  }

  void join(const TaggedAttribution& one) {
    const std::int32_t rule =
        *std::max_element(rule_of_.begin() + one.cue.begin, rule_of_.begin() + one.cue.end);
    if (rule != kNoRule) {
      correct(static_cast<std::size_t>(rule), one);
    } else if (one.source.size() == 1 && !is_authors(one.source.front()) && !turns_around(one) &&
               !holds_itself(one) && tells_words(one) && !is_negated_report(one.cue) &&
               !holds_phrase(one.cue) && !leaves_sentence(one)) {
      add(one);
    }
  }

 private:
  /// Where the cue, the source's extent and the content of an attribution stand that the rules
  /// found. A quotation keeps its content, and so does what stands inside another's.
  void correct(std::size_t rule, const TaggedAttribution& one) {
    if (tagged_.words[one.cue.begin].quote >= 0 || findings_.parents[rule] != kNobody) {
      return;
    }
    Attribution& found = findings_.attributions[rule];
    if (words_.phrases[words_.tokens_in(found.cue.front()).begin].value >= 0) {
      return;
    }
    found.cue = spans_of({without_marks(one.cue)});
    if (!one.source.empty() && !found.source.empty()) {
      auto source = spans_of(one.source);
      if (is_one_voice(one) && source.front().overlaps(found.source.front())) {
        found.source = std::move(source);
      }
    }
    if (!keeps_content(rule, one)) {
      found.content = spans_of(one.content);
      own_quotes(found.content, static_cast<std::int32_t>(rule));
    }
  }

  /// Words of other attributions' cues in a content.
  std::size_t count_cues(const std::vector<Span>& content, std::size_t rule) const {
    std::size_t count = 0;
    for (const Span piece : content) {
      const Range tokens = words_.tokens_in(piece);
      count += static_cast<std::size_t>(std::count_if(
          rule_of_.begin() + tokens.begin, rule_of_.begin() + tokens.end, [&](std::int32_t other) {
            return other != kNoRule && other != static_cast<std::int32_t>(rule);
          }));
    }
    return count;
  }

  /// Behind a colon, or with "that": such a content has a border that cannot be mistaken, and
  /// nothing in front of it.
  bool begins_marked(Span content) const {
    const std::uint32_t first = words_.tokens_in(content).begin;
    return words_.classes[first] == WordClass::that ||
           words_.classes[first] == WordClass::question ||
           (first > 0 && words_.classes[first - 1] == WordClass::colon);
  }

  /// "who", "whose lawyer": the clause around ends inside the sentence, which the tree knows.
  bool is_relative(Span source) const {
    const std::uint32_t first = words_.tokens_in(source).begin;
    return words_.classes[first] == WordClass::relative ||
           (first > 0 && words_.classes[first - 1] == WordClass::relative);
  }

  bool is_headline(Range cue) const {
    const std::uint32_t sentence = tagged_.words[cue.begin].sentence;
    return words_.paragraphs[tagged_.paragraph_of[sentence]].headline;
  }

  /// "said", not "said:".
  Range without_marks(Range cue) const {
    while (cue.end > cue.begin + 1 && tagged_.words[cue.end - 1].upos == Upos::punct) {
      --cue.end;
    }
    return cue;
  }

  /// The rules know better what a quotation is, what was put in between two pieces, how headlines
  /// are built, and that what stands before ", X said" is said whole.
  bool keeps_content(std::size_t rule, const TaggedAttribution& one) const {
    const std::vector<Span>& found = findings_.attributions[rule].content;
    if (findings_.quotes[rule] || found.size() > one.content.size() || is_headline(one.cue) ||
        leaves_sentence(one)) {
      return true;
    }
    const std::vector<Span> tagged = spans_of(one.content);
    if (count_cues(tagged, rule) > count_cues(found, rule)) {
      return true;
    }
    const Span source = findings_.attributions[rule].source.empty()
                            ? Span{}
                            : findings_.attributions[rule].source.front();
    if (!source.empty() && begins_marked(found.front()) && is_relative(source) &&
        tagged.front().begin == found.front().begin && tagged.back().end > found.front().end) {
      return true;
    }
    if (begins_marked(found.front()) && tagged.back().end == found.front().end &&
        tagged.front().begin < found.front().begin) {
      return true;
    }
    const Span cue = spans_of({one.cue}).front();
    const bool both_sides = tagged.size() > 1 && tagged.front().end <= cue.begin;
    if (both_sides && !found.empty() && found.front().begin >= cue.end) {
      return true;  // "they were charged with theft": who is charged is no part of it
    }
    return found.size() == 1 && found.front().end <= spans_of({one.cue}).front().begin &&
           found.front().contains({tagged.front().begin, tagged.back().end});
  }

  /// Whether the source is one piece, on the cue's side of all quotation marks, and without another
  /// cue in it.
  bool is_one_voice(const TaggedAttribution& one) const {
    const std::int32_t quote = tagged_.words[one.cue.begin].quote;
    for (std::uint32_t i = one.source.front().begin; i < one.source.front().end; ++i) {
      if (tagged_.words[i].quote != quote || rule_of_[i] != kNoRule) {
        return false;
      }
    }
    return one.source.size() == 1;
  }

  /// A word of speech or thought, or one with a clause or a quotation behind it; "founded a school"
  /// is a deed.
  bool tells_words(const TaggedAttribution& one) const {
    return std::any_of(tagged_.words.begin() + one.cue.begin, tagged_.words.begin() + one.cue.end,
                       [&](const TaggedWord& word) {
                         return word.reports != 0 || words_.lexicon.speech_kinds[word.kinds.verb] ||
                                words_.lexicon.speech_kinds[word.kinds.noun];
                       }) ||
           std::ranges::any_of(one.content, [&](Range piece) {
             return std::any_of(tagged_.words.begin() + piece.begin,
                                tagged_.words.begin() + piece.end, [&](const TaggedWord& word) {
                                  const bool below =
                                      word.head >= one.cue.begin && word.head < one.cue.end;
                                  return word.quote >= 0 || (below && is_clause(word.relation));
                                });
           });
  }

  static bool is_clause(Relation relation) {
    return relation == Relation::ccomp || relation == Relation::xcomp ||
           relation == Relation::csubj || relation == Relation::parataxis;
  }

  /// "goes on according to plan": what names a source, the rules know, and took it for none.
  bool holds_phrase(Range cue) const {
    return std::any_of(
        words_.phrases.begin() + cue.begin, words_.phrases.begin() + cue.end,
        [&](const PhraseAt& phrase) {
          return phrase.value >= 0 &&
                 words_.lexicon.cues[static_cast<std::size_t>(phrase.value)].position ==
                     AttributionLexicon::CuePosition::source_after;
        });
  }

  /// Without quotation marks nothing that somebody says goes on into another sentence.
  bool leaves_sentence(const TaggedAttribution& one) const {
    const std::uint32_t sentence = tagged_.words[one.cue.begin].sentence;
    return std::ranges::any_of(one.content, [&](Range piece) {
      return std::any_of(
          tagged_.words.begin() + piece.begin, tagged_.words.begin() + piece.end,
          [&](const TaggedWord& word) { return word.sentence != sentence && word.quote < 0; });
    });
  }

  /// Where the model lost its way, a cue stands in its own content.
  static bool holds_itself(const TaggedAttribution& one) {
    return std::ranges::any_of(one.content, [&](Range piece) {
      return piece.begin < one.cue.end && one.cue.begin < piece.end;
    });
  }

  /// "The school will accept pupils, the ministry said": what stands in another's content cannot
  /// hold that one's cue.
  bool turns_around(const TaggedAttribution& one) const {
    const TaggedWord& cue = tagged_.words[one.cue.begin];
    return cue.rule == RuleRole::content && std::ranges::any_of(one.content, [&](Range piece) {
             return std::find(rule_of_.begin() + piece.begin, rule_of_.begin() + piece.end,
                              cue.rule_owner) != rule_of_.begin() + piece.end;
           });
  }

  void add(const TaggedAttribution& one) {
    const auto number = static_cast<std::int32_t>(findings_.attributions.size());
    Attribution& made = findings_.attributions.emplace_back();
    made.source = spans_of(one.source);
    made.cue = spans_of({without_marks(one.cue)});
    made.content = spans_of(one.content);
    made.stance = stance_of(one.cue);
    findings_.subjects.push_back(made.source.front());
    findings_.parents.push_back(kNobody);
    findings_.quotes.push_back(false);
    own_quotes(made.content, number);
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
    const std::vector<Token>& tokens = words_.reading.analysis.tokens;
    std::vector<Span> spans;
    spans.reserve(ranges.size());
    for (const Range range : ranges) {
      spans.push_back({tokens[range.begin].span.begin, tokens[range.end - 1].span.end});
    }
    return spans;
  }

  void own_quotes(const std::vector<Span>& content, std::int32_t number) {
    for (const Span piece : content) {
      auto quote = std::ranges::lower_bound(words_.quotes, piece.begin, {},
                                            [](const QuoteSpan& q) { return q.span.begin; });
      for (; quote != words_.quotes.end() && quote->span.begin < piece.end; ++quote) {
        auto& owner =
            findings_.quote_owner[static_cast<std::size_t>(quote - words_.quotes.begin())];
        owner = quote->parent < 0 && owner == kNobody ? number : owner;
      }
    }
  }

  const ArticleWords& words_;
  const TaggedWords& tagged_;
  Findings& findings_;
  std::vector<std::int32_t>
      rule_of_;  ///< of each token: the attribution whose cue it is, or kNoRule
};

}  // namespace

void join_tagged(const ArticleWords& words, const AttributionModel& model, Findings& findings) {
  if (words.reading.analysis.strings.empty()) {
    return;
  }
  const TaggedWords tagged = tagged_words(words, findings);
  TaggedJoiner joiner(words, tagged, findings);
  for (const TaggedAttribution& one : tag_attributions(tagged, model)) {
    joiner.join(one);
  }
}

}  // namespace parallax
