#include "parallax/read/attribution/sources.h"

#include <algorithm>

#include "parallax/read/attribution/noun_phrases.h"

namespace parallax {

bool has_source_noun(const Frame& frame, Range phrase) {
  for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
    if (frame.at(i) == WordClass::word &&
        frame.words.lexicon.source_nouns.contains(frame.lower(i))) {
      return true;
    }
  }
  return false;
}

bool has_name(const Frame& frame, Range phrase) {
  return std::any_of(frame.items.begin() + phrase.begin, frame.items.begin() + phrase.end,
                     [](const Item& item) { return item.word == WordClass::name; });
}

bool has_title(const Frame& frame, Range phrase) {
  for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
    if (frame.items[i].quote < 0 &&
        frame.words.lexicon.titles.match(frame.words.reading.words, frame.items[i].tokens.begin)) {
      return true;
    }
  }
  return false;
}

bool may_speak(const Frame& frame, Range phrase) {
  const WordClass first = frame.at(phrase.begin, phrase);
  return first == WordClass::subject_pronoun || first == WordClass::relative ||
         has_name(frame, phrase) || has_title(frame, phrase) || has_source_noun(frame, phrase);
}

bool is_first_person(const Frame& frame, Range phrase) {
  return phrase.size() == 1 && frame.words.lexicon.first_person.contains(frame.lower(phrase.begin));
}

Range named_subject(const Frame& frame, Range sentence, Range source) {
  if (source.size() != 1 || frame.at(source.begin) != WordClass::relative) {
    return source;
  }
  std::uint32_t end = source.begin;
  if (end > sentence.begin && frame.at(end - 1) == WordClass::comma) {
    --end;
  }
  Range named = noun_phrase_before(frame, sentence, end).core;
  for (std::uint32_t i = named.begin; i < named.end; ++i) {
    if (frame.at(i) == WordClass::preposition && frame.has_role(i, kRoleAgent)) {
      named.begin = i + 1;  // "was led by Tarn, who said"
    }
  }
  return named.empty() ? source : named;
}

}  // namespace parallax
