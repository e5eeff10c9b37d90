#include <algorithm>

#include "parallax/read/attribution/clauses.h"

namespace parallax {
namespace {

using Form = AttributionLexicon::VerbForm;

constexpr std::uint32_t kLongestClause = 400;  // items: no sentence of a reader's

const AttributionLexicon::Verb* verb_at(const Frame& frame, Range sentence, std::uint32_t item) {
  const bool word = frame.at(item, sentence) == WordClass::word;
  return word ? frame.verb(item, sentence) : nullptr;
}

bool reports(const Frame& frame, Range sentence, std::uint32_t item) {
  const auto* verb = verb_at(frame, sentence, item);
  return verb != nullptr && (verb->takes & kWeak) == 0 && verb->form != Form::base;
}

// "but repeated that": sure, though the form is also a common other word.
bool reports_that(const Frame& frame, Range sentence, std::uint32_t item) {
  std::uint32_t end = 0;
  if (frame.at(item, sentence) != WordClass::word) {
    return false;
  }
  const auto* verb = frame.verb(item, sentence, &end);
  return verb != nullptr && verb->form != Form::base && frame.at(end, sentence) == WordClass::that;
}

// "… and Tarn said": a subject of up to four words and a report of its own.
bool next_subject_reports(const Frame& frame, Range sentence, std::uint32_t item) {
  const std::uint32_t last = std::min(sentence.end, item + 5);
  for (std::uint32_t i = item; i < last; ++i) {
    const WordClass word = frame.at(i);
    if (i > item && reports(frame, sentence, i)) {
      return frame.verb(i, sentence)->form == Form::past;
    }
    if (!is_nominal(word) && !opens_noun_phrase(word) && word != WordClass::subject_pronoun) {
      break;
    }
  }
  return false;
}

// "…, the ministry of trade said." closes a sentence: what stands before is reported there.
bool closing_report(const Frame& frame, Range sentence, std::uint32_t item) {
  constexpr std::uint32_t kLongestSubject = 10;
  const std::uint32_t last = std::min(sentence.end, item + kLongestSubject);
  for (std::uint32_t i = item; i < last; ++i) {
    const WordClass word = frame.at(i);
    std::uint32_t end = 0;
    if (i > item && word == WordClass::word && frame.verb(i, sentence, &end) != nullptr &&
        reports(frame, sentence, i)) {
      const std::uint32_t behind = past_circumstance(frame, sentence, end);
      return behind >= sentence.end || frame.at(behind) == WordClass::stop;
    }
    if (!is_nominal(word) && !opens_noun_phrase(word) && word != WordClass::subject_pronoun &&
        word != WordClass::preposition && word != WordClass::genitive) {
      return false;
    }
  }
  return false;
}

// ", adding that", "and said", ", but": where a clause ends at a comma, a conjunction or a bracket.
bool ends_clause(const Frame& frame, Range sentence, std::uint32_t begin, std::uint32_t item) {
  const WordClass word = frame.at(item);
  const WordClass next = frame.at(item + 1, sentence);
  if (word == WordClass::comma) {
    if (next == WordClass::contrast) {
      return true;
    }
    const bool relative = next == WordClass::relative && frame.has_role(item + 1, kRoleAside);
    const bool with_preposition =
        next == WordClass::preposition && frame.at(item + 2, sentence) == WordClass::relative;
    if (relative || with_preposition) {
      return true;
    }
    if (closing_report(frame, sentence, item + 1)) {
      return true;
    }
    const auto* verb = verb_at(frame, sentence, item + 1);
    return verb != nullptr && verb->form == Form::ing;
  }
  if (word == WordClass::conjunction || word == WordClass::contrast) {
    std::uint32_t verb_item = item + 1;
    bool auxiliary = false;
    while (frame.at(verb_item, sentence) == WordClass::adverb ||
           frame.at(verb_item, sentence) == WordClass::do_form ||
           frame.at(verb_item, sentence) == WordClass::negation) {
      auxiliary = auxiliary || frame.at(verb_item) != WordClass::adverb;
      ++verb_item;
    }
    const auto* verb = auxiliary ? verb_at(frame, sentence, verb_item) : nullptr;
    return (verb != nullptr && (verb->takes & kWeak) == 0) || reports(frame, sentence, verb_item) ||
           reports_that(frame, sentence, verb_item) ||
           next_subject_reports(frame, sentence, item + 1);
  }
  return item > begin && medium_at(frame, sentence, item).has_value();
}

// ", and in all cases they fled": not what the noun phrase before names.
bool new_clause(const Frame& frame, Range sentence, std::uint32_t item) {
  if (frame.at(item) != WordClass::comma ||
      frame.at(item + 1, sentence) != WordClass::conjunction) {
    return false;
  }
  const WordClass first = frame.at(item + 2, sentence);
  return first == WordClass::subject_pronoun || first == WordClass::preposition ||
         is_auxiliary(first) || first == WordClass::adverb || first == WordClass::time;
}

}  // namespace

std::uint32_t without_stops(const Frame& frame, Range range) {
  while (!range.empty()) {
    const WordClass last = frame.at(range.end - 1);
    if (last != WordClass::stop && last != WordClass::comma && last != WordClass::semicolon &&
        last != WordClass::colon && last != WordClass::dash) {
      break;
    }
    --range.end;
  }
  return range.end;
}

std::uint32_t inner_clause_end(const Frame& frame, Range sentence, std::uint32_t begin,
                               std::uint32_t root) {
  constexpr std::uint32_t kDeepest = 64;
  const std::uint32_t end = clause_end(frame, sentence, begin);
  const std::vector<Token>& tokens = frame.words.reading.analysis.tokens;
  const std::uint32_t top = frame.items[root].tokens.begin;
  const auto first = frame.words.reading.sentence_tokens[frame.words.sentence_of[top]];
  const auto is_below = [&](std::uint32_t token) {
    for (std::uint32_t steps = 0; token != top && steps < kDeepest; ++steps) {
      if (tokens[token].head == 0) {
        return false;
      }
      token = first + tokens[token].head - 1;
    }
    return token == top;
  };
  std::uint32_t last = begin;
  while (last < end && is_below(frame.items[last].tokens.begin)) {
    ++last;
  }
  return last > begin + 1 ? without_stops(frame, {begin, last}) : end;
}

std::uint32_t clause_end(const Frame& frame, Range sentence, std::uint32_t begin, bool phrase) {
  std::uint32_t depth = 0;
  std::uint32_t end = begin;
  const std::uint32_t last = std::min(sentence.end, begin + kLongestClause);
  for (; end < last; ++end) {
    const WordClass word = frame.at(end);
    if (word == WordClass::open_bracket) {
      ++depth;
    } else if (word == WordClass::close_bracket) {
      if (depth == 0) {
        break;
      }
      --depth;
    } else if (depth == 0 && end > begin &&
               (ends_clause(frame, sentence, begin, end) ||
                (phrase && new_clause(frame, sentence, end)) ||
                (frame.headline && (word == WordClass::colon || word == WordClass::semicolon)))) {
      break;
    }
  }
  return without_stops(frame, {begin, end});
}

}  // namespace parallax
