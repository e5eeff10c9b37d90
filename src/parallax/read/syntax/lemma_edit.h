#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "parallax/core/analysis.h"
#include "parallax/learn/feature.h"

/// What the lemmatiser (lemmas.h) and its trainer (train/lemmas.h) share: how a lemma is made of a
/// form, and under which keys the model remembers it. Bytes that are no UTF-8 stay what they are.
namespace parallax {

enum class LemmaCase : std::uint8_t { lower, keep, title, upper };
constexpr std::uint8_t kLemmaCases = 4;

/// Leave out each `dropped` (0: none) of the form, cut `cut` bytes off its end, write `ending`
/// behind, and put the whole into `letters`. "MILLS" is {1, title} of "Mill"; "4,100" is {dropped
/// ','} of "4100".
struct LemmaEdit {
  std::uint16_t cut = 0;
  LemmaCase letters = LemmaCase::keep;
  char dropped = '\0';
  std::string_view ending;
  bool operator==(const LemmaEdit&) const = default;
};

/// Overwrites `out` with the lemma. False where the edit does not fit the form: too short, cut
/// within a code point, or nothing left.
bool apply(const LemmaEdit& edit, std::string_view form, std::string& out);

/// The edit that makes `lemma` of `form`, the smallest that does. Its ending lies in `lemma` or in
/// `lowered`, which gets the lemma in lower case.
LemmaEdit edit_between(std::string_view form, std::string_view lemma, std::string& lowered);

/// Overwrites `out` with `text` in lower case: ASCII and Latin-1, so that no length changes.
void lower_into(std::string_view text, std::string& out);

/// How a word is written, as a small number: its letters' case, whether digits or dots stand among
/// them, and the length of a word all in capitals, since a short one is likely an abbreviation.
std::uint32_t shape_of(std::string_view form);

/// Digits become '0': what a number ends in says nothing but that.
void blur_digits(std::string& lowered);

/// The facts of a tagged word but for the word.
struct LemmaTags {
  Upos upos = Upos::none;
  std::uint32_t xpos = 0;  ///< a fact of it; 0: whatever it is
};

constexpr std::size_t kLongestLemmaSuffix = 6;  ///< in bytes, for edits
constexpr std::size_t kLongestCaseSuffix = 4;   ///< in bytes, for letters
constexpr std::uint32_t kLemmaRanks = 2;        ///< edits remembered for a suffix

/// The form as written. This key and the next two take facts of forms, which are asked for often.
inline Feature form_key(std::uint32_t form, LemmaTags tags) {
  return feature_of(1, form, tags.upos, tags.xpos);
}
/// The form in lower case, however it was written.
inline Feature lowered_key(std::uint32_t lowered, LemmaTags tags) {
  return feature_of(2, lowered, tags.upos, tags.xpos);
}
/// The form in lower case, whatever its tags.
inline Feature untagged_key(std::uint32_t lowered) { return feature_of(3, lowered); }
/// The edit of words that end so; `rank` 0 is the likeliest.
inline Feature suffix_key(std::string_view suffix, LemmaTags tags, std::uint32_t rank) {
  return feature_of(4, fact_of(suffix), tags.upos, tags.xpos, rank);
}
/// The letters of words of such a shape that end so.
inline Feature letters_key(std::uint32_t shape, std::string_view suffix, LemmaTags tags) {
  return feature_of(5, shape, fact_of(suffix), tags.upos, tags.xpos);
}
/// That there is such a lemma.
inline Feature known_key(std::string_view lowered_lemma, Upos upos) {
  return feature_of(6, fact_of(lowered_lemma), upos);
}

}  // namespace parallax
