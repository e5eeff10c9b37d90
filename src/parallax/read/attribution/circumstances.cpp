// Where and when something was said: what may stand between a cue and its content, or close a
// report.
#include <algorithm>

#include "parallax/read/attribution/clauses.h"

namespace parallax {
namespace {

using Position = AttributionLexicon::CuePosition;

constexpr std::uint32_t kLongestCircumstance = 16;  // items

}  // namespace

std::optional<std::uint32_t> medium_at(const Frame& frame, Range sentence, std::uint32_t item) {
  std::uint32_t end = 0;
  const auto* phrase = frame.phrase(item, sentence, &end);
  return phrase != nullptr && phrase->position == Position::medium ? std::optional(end)
                                                                   : std::nullopt;
}

bool is_phrase_word(WordClass word) {
  return is_nominal(word) || opens_noun_phrase(word) || word == WordClass::preposition ||
         word == WordClass::genitive || word == WordClass::time || word == WordClass::adverb ||
         word == WordClass::conjunction || word == WordClass::object_pronoun ||
         word == WordClass::to;
}

std::uint32_t past_circumstance(const Frame& frame, Range sentence, std::uint32_t item) {
  while (item < sentence.end) {
    const WordClass word = frame.at(item);
    if (const auto end = medium_at(frame, sentence, item)) {
      item = *end;
    } else if (word == WordClass::time || (word == WordClass::adverb && item + 1 < sentence.end)) {
      ++item;
    } else if (word == WordClass::preposition && frame.at(item + 1, sentence) == WordClass::time) {
      item += 2;
    } else {
      break;
    }
  }
  return item;
}

std::uint32_t past_long_circumstance(const Frame& frame, Range sentence, std::uint32_t item) {
  const std::uint32_t near = past_circumstance(frame, sentence, item);
  const std::uint32_t last = std::min(sentence.end, near + kLongestCircumstance);
  if (frame.at(near, sentence) != WordClass::preposition) {
    return near;
  }
  for (std::uint32_t i = near; i < last; ++i) {
    if (frame.at(i) == WordClass::comma) {
      return i;
    }
    if (!is_phrase_word(frame.at(i)) || frame.at(i) == WordClass::to) {
      break;
    }
  }
  return near;
}

bool is_closed_at(const Frame& frame, Range sentence, std::uint32_t item) {
  item = past_circumstance(frame, sentence, item);
  const WordClass word = frame.at(item, sentence);
  return item >= sentence.end || word == WordClass::comma || word == WordClass::stop ||
         word == WordClass::mark || word == WordClass::preposition ||
         word == WordClass::semicolon || word == WordClass::dash || word == WordClass::quote ||
         word == WordClass::subordinator || word == WordClass::question ||
         word == WordClass::contrast || word == WordClass::relative || word == WordClass::colon ||
         word == WordClass::conjunction || word == WordClass::close_bracket ||
         word == WordClass::to;
}

}  // namespace parallax
