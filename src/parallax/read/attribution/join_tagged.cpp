#include "parallax/read/attribution/join_tagged.h"

#include <algorithm>

#include "parallax/read/attribution/join_checks.h"

namespace parallax {
namespace {

class TaggedJoiner {
 public:
  TaggedJoiner(const ArticleWords& words, const TaggedWords& tagged, Findings& findings)
      : words_(words), tagged_(tagged), findings_(findings), checks_(words, tagged, findings) {}

  void join(const TaggedAttribution& one) {
    if (const auto rule = checks_.rule_with(one.cue)) {
      if (checks_.may_correct(*rule, one)) {
        correct(*rule, one);
      }
    } else if (checks_.may_add(one)) {
      add(one);
    }
  }

 private:
  void correct(std::size_t rule, const TaggedAttribution& one) {
    Attribution& found = findings_.attributions[rule];
    std::vector<Span> content = spans_of(one.content);
    const bool keeps = checks_.keeps_content(rule, one, content);
    found.cue = spans_of({without_marks(one.cue)});
    if (!one.source.empty() && !found.source.empty() && checks_.is_one_voice(one)) {
      auto source = spans_of(one.source);
      if (source.front().overlaps(found.source.front())) {
        found.source = std::move(source);
      }
    }
    if (!keeps) {
      found.content = std::move(content);
      own_quotes(found.content, static_cast<std::int32_t>(rule));
    }
  }

  void add(const TaggedAttribution& one) {
    const auto number = static_cast<std::int32_t>(findings_.attributions.size());
    Attribution& made = findings_.attributions.emplace_back();
    made.source = spans_of(one.source);
    made.cue = spans_of({without_marks(one.cue)});
    made.content = spans_of(one.content);
    made.stance = checks_.stance_of(one.cue);
    findings_.subjects.push_back(made.source.front());
    findings_.parents.push_back(kNobody);
    findings_.quotes.push_back(false);
    own_quotes(made.content, number);
  }

  /// "said", not "said:"; "claim", not "’s claim".
  Range without_marks(Range cue) const {
    while (cue.end > cue.begin + 1 && words_.classes[cue.begin] == WordClass::genitive) {
      ++cue.begin;
    }
    while (cue.end > cue.begin + 1 && tagged_.words[cue.end - 1].upos == Upos::punct) {
      --cue.end;
    }
    return cue;
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
  JoinChecks checks_;
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
