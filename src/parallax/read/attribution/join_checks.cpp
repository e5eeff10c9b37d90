#include "parallax/read/attribution/join_checks.h"

#include <algorithm>

namespace parallax {
namespace {

constexpr std::int32_t kNoRule = -1;

bool is_clause(Relation relation) {
  return relation == Relation::ccomp || relation == Relation::xcomp ||
         relation == Relation::csubj || relation == Relation::parataxis;
}

/// Where the model lost its way, a cue stands in its own content.
bool holds_itself(const TaggedAttribution& one) {
  return std::ranges::any_of(one.content, [&](Range piece) {
    return piece.begin < one.cue.end && one.cue.begin < piece.end;
  });
}

}  // namespace

JoinChecks::JoinChecks(const ArticleWords& words, const TaggedWords& tagged,
                       const Findings& findings)
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

std::optional<std::size_t> JoinChecks::rule_with(Range cue) const {
  const std::int32_t rule =
      *std::max_element(rule_of_.begin() + cue.begin, rule_of_.begin() + cue.end);
  return rule == kNoRule ? std::nullopt : std::optional(static_cast<std::size_t>(rule));
}

bool JoinChecks::may_add(const TaggedAttribution& one) const {
  return one.source.size() == 1 && !is_authors(one.source.front()) &&
         !is_thing(one.source.front()) && !holds_itself(one) && !is_nested(one) &&
         tells_words(one) && !is_negated_report(one.cue) && !names_source(one.cue) &&
         !leaves_sentence(one);
}

bool JoinChecks::may_correct(std::size_t rule, const TaggedAttribution& one) const {
  const Span cue = findings_.attributions[rule].cue.front();
  return tagged_.words[one.cue.begin].quote < 0 && findings_.parents[rule] == kNobody &&
         words_.phrases[words_.tokens_in(cue).begin].value < 0;
}

bool JoinChecks::keeps_content(std::size_t rule, const TaggedAttribution& one,
                               const std::vector<Span>& tagged) const {
  const std::vector<Span>& found = findings_.attributions[rule].content;
  if (findings_.quotes[rule] || found.size() > tagged.size() || is_headline(one.cue) ||
      leaves_sentence(one) || count_cues(tagged, rule) > count_cues(found, rule)) {
    return true;
  }
  if (found.empty()) {
    return false;
  }
  const Span all{tagged.front().begin, tagged.back().end};
  const std::uint32_t cue = words_.reading.analysis.tokens[one.cue.begin].span.begin;
  const bool marked = begins_marked(found.front());
  const bool longer_in_front = all.begin < found.front().begin && all.end == found.front().end;
  const bool longer_behind = all.begin == found.front().begin && all.end > found.front().end;
  const bool whole_in_front = found.front().end <= cue && found.front().contains(all);
  const bool both_sides =  // "they were charged with theft": who is charged is no part of it
      tagged.size() > 1 && tagged.front().end <= cue && found.front().begin > cue;
  return (marked && (longer_in_front || (longer_behind && is_relative(rule)))) || both_sides ||
         (found.size() == 1 && whole_in_front);
}

bool JoinChecks::begins_marked(Span content) const {
  const std::uint32_t first = words_.tokens_in(content).begin;
  return words_.classes[first] == WordClass::that || words_.classes[first] == WordClass::question ||
         (first > 0 && words_.classes[first - 1] == WordClass::colon);
}

bool JoinChecks::is_relative(std::size_t rule) const {
  const std::vector<Span>& source = findings_.attributions[rule].source;
  if (source.empty()) {
    return false;
  }
  const std::uint32_t first = words_.tokens_in(source.front()).begin;
  return words_.classes[first] == WordClass::relative ||
         (first > 0 && words_.classes[first - 1] == WordClass::relative);
}

Stance JoinChecks::stance_of(Range cue) const {
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

std::size_t JoinChecks::count_cues(const std::vector<Span>& content, std::size_t rule) const {
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

bool JoinChecks::is_headline(Range cue) const {
  const std::uint32_t sentence = tagged_.words[cue.begin].sentence;
  return words_.paragraphs[tagged_.paragraph_of[sentence]].headline;
}

bool JoinChecks::is_one_voice(const TaggedAttribution& one) const {
  const std::int32_t quote = tagged_.words[one.cue.begin].quote;
  for (std::uint32_t i = one.source.front().begin; i < one.source.front().end; ++i) {
    if (tagged_.words[i].quote != quote || rule_of_[i] != kNoRule) {
      return false;
    }
  }
  return one.source.size() == 1;
}

bool JoinChecks::is_authors(Range source) const {
  return source.size() == 1 && tagged_.words[source.begin].quote < 0 &&
         words_.lexicon.first_person.contains(words_.reading.words[source.begin]);
}

bool JoinChecks::is_thing(Range source) const {
  const std::uint16_t* roles = words_.lexicon.word_roles.find(words_.reading.words[source.begin]);
  return source.size() == 1 && roles != nullptr && (*roles & kRoleThing) != 0;
}

bool JoinChecks::is_negated_report(Range cue) const {
  const bool negated =
      std::any_of(words_.classes.begin() + cue.begin, words_.classes.begin() + cue.end,
                  [](WordClass word) { return word == WordClass::negation; });
  return negated && stance_of(cue) == Stance::say;
}

bool JoinChecks::tells_words(const TaggedAttribution& one) const {
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

bool JoinChecks::names_source(Range cue) const {
  return std::any_of(
      words_.phrases.begin() + cue.begin, words_.phrases.begin() + cue.end,
      [&](const PhraseAt& phrase) {
        return phrase.value >= 0 &&
               words_.lexicon.cues[static_cast<std::size_t>(phrase.value)].position ==
                   AttributionLexicon::CuePosition::source_after;
      });
}

bool JoinChecks::leaves_sentence(const TaggedAttribution& one) const {
  const std::uint32_t sentence = tagged_.words[one.cue.begin].sentence;
  return std::ranges::any_of(one.content, [&](Range piece) {
    return std::any_of(
        tagged_.words.begin() + piece.begin, tagged_.words.begin() + piece.end,
        [&](const TaggedWord& word) { return word.sentence != sentence && word.quote < 0; });
  });
}

bool JoinChecks::is_nested(const TaggedAttribution& one) const {
  return tagged_.words[one.cue.begin].rule == RuleRole::content;
}

}  // namespace parallax
