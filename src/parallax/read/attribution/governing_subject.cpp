// The subject of a participle or a second verb: it stands before the first verb of the main clause.
#include <algorithm>

#include "parallax/read/attribution/noun_phrases.h"

namespace parallax {
namespace {

constexpr std::uint32_t kReach = 120;  // items back to a governing verb

// Whether `item` can be the verb of a subject that ends before it.
bool may_be_predicate(const Frame& frame, Range clause, std::uint32_t item) {
  const WordClass word = frame.at(item);
  if (is_auxiliary(word)) {
    return true;
  }
  if (word != WordClass::word || item == clause.begin) {
    return false;
  }
  if (frame.looks_past(item)) {
    return true;
  }
  const auto* verb = frame.verb(item, clause);
  if (verb == nullptr || verb->form == AttributionLexicon::VerbForm::ing) {
    return false;
  }
  const bool plural = is_nominal(frame.at(item - 1)) && frame.looks_plural(item - 1);
  return verb->form != AttributionLexicon::VerbForm::base || plural;
}

// Where the main clause begins: behind an introduction that ends with a comma, and behind the last
// colon or semicolon.
std::uint32_t main_clause_begin(const Frame& frame, Range sentence, std::uint32_t before) {
  std::uint32_t from = sentence.begin;
  for (std::uint32_t i = sentence.begin; i < before; ++i) {
    if (frame.at(i) == WordClass::semicolon || frame.at(i) == WordClass::colon) {
      from = i + 1;
    }
  }
  while (from < before && (frame.at(from) == WordClass::dash || frame.at(from) == WordClass::mark ||
                           frame.at(from) == WordClass::conjunction)) {
    ++from;
  }
  switch (frame.at(from, sentence)) {
    case WordClass::subordinator:
    case WordClass::preposition:
    case WordClass::question:
    case WordClass::contrast:
    case WordClass::time:
    case WordClass::adverb:
      break;
    default:
      return from;
  }
  for (std::uint32_t i = from; i < before; ++i) {
    if (frame.at(i) == WordClass::comma) {
      return i + 1;
    }
  }
  const WordClass first = frame.at(from, sentence);
  return first == WordClass::preposition ? from : from + 1;
}

}  // namespace

NounPhrase governing_subject(const Frame& frame, Range sentence, std::uint32_t before) {
  if (before > kReach) {
    sentence.begin = std::max(sentence.begin, before - kReach);
  }
  const std::uint32_t from = main_clause_begin(frame, sentence, before);
  const Range clause{from, before};
  for (std::uint32_t i = from; i < before; ++i) {
    if (frame.at(i) == WordClass::subject_pronoun) {
      return {{i, i + 1}, {i, i + 1}};
    }
    if (!may_be_predicate(frame, clause, i)) {
      continue;
    }
    std::uint32_t group = i;
    while (group > from && frame.at(group - 1) == WordClass::adverb) {
      --group;
    }
    const NounPhrase subject = noun_phrase_before(frame, clause, group);
    if (!subject.empty() && frame.at(subject.core.begin) != WordClass::relative) {
      return subject;
    }
  }
  Range name{from, from};
  while (frame.at(name.end, clause) == WordClass::name) {
    ++name.end;
  }
  return {name, name};
}

}  // namespace parallax
