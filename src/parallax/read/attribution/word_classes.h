#pragma once
#include <cstdint>
#include <string_view>

namespace parallax {

/// What a token is to the rules of attribution: closed classes by the language's list, the rest by
/// its shape.
enum class WordClass : std::uint8_t {
  word,  ///< a noun, adjective or verb: nothing more is known
  name,
  number,
  time,  ///< inside a time expression
  determiner,
  possessive,
  subject_pronoun,
  object_pronoun,
  pronoun,  ///< either: "it", "you"
  relative,
  that,
  to,
  preposition,
  conjunction,
  contrast,
  subordinator,
  question,  ///< "whether", "how"
  be,
  have,
  do_form,
  modal,
  negation,
  adverb,
  genitive,
  comma,
  stop,
  colon,
  semicolon,
  dash,
  open_bracket,
  close_bracket,
  quote,  ///< a whole quotation
  mark,   ///< any other mark
};

/// What a reporting verb may take as its content (the column `construction` of
/// reporting_verbs.tsv), as bits.
enum Takes : std::uint16_t {
  kTakesClause = 1U << 0U,
  kTakesObject = 1U << 1U,
  kTakesQuote = 1U << 2U,
  kTakesFor = 1U << 3U,
  kTakesOf = 1U << 4U,
  kTakesTo = 1U << 5U,
  kTakesOn = 1U << 6U,
  kTakesAbout = 1U << 7U,
  kTakesAs = 1U << 8U,
  kTakesPreposition = kTakesFor | kTakesOf | kTakesTo | kTakesOn | kTakesAbout | kTakesAs,
  kWeak = 1U << 9U,  ///< the form is also a common other word
};

/// What else a function word does, as bits beside those of `Takes` (the column `role` of
/// attribution_words.tsv).
enum WordRole : std::uint16_t {
  kRoleAgent = 1U << 10U,       ///< "by": who did it
  kRoleAside = 1U << 11U,       ///< "which": opens an aside of the author's
  kRoleIndefinite = 1U << 12U,  ///< "a": one of several
  kRoleThing = 1U << 13U,       ///< "this": points at something, and at nobody
};

constexpr bool is_pronoun(WordClass word) {
  return word == WordClass::subject_pronoun || word == WordClass::object_pronoun ||
         word == WordClass::pronoun;
}
constexpr bool is_auxiliary(WordClass word) {
  return word == WordClass::be || word == WordClass::have || word == WordClass::do_form ||
         word == WordClass::modal;
}
constexpr bool is_nominal(WordClass word) {
  return word == WordClass::word || word == WordClass::name || word == WordClass::number;
}
constexpr bool opens_noun_phrase(WordClass word) {
  return word == WordClass::determiner || word == WordClass::possessive;
}

}  // namespace parallax
