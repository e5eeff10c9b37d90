#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace parallax {

/// For matching and search: lower case, no diacritics, compatibility forms undone, ə→a, ı→i, ё→е,
/// apostrophes of all kinds left out, runs of other punctuation and white space to one space, none
/// at the ends. Total over any bytes.
std::string fold(std::string_view text);

/// ASCII letters in lower case, everything else as it was: byte offsets stay what they are.
std::string ascii_lower(std::string_view text);

/// True when two folded names may be one name spelt twice (transliteration, machine translation, a
/// slip): close by edit distance for their length, or equal as consonant skeletons with equal first
/// sounds; word borders do not count. Names of fewer than five letters must be equal.
bool spelled_alike(std::string_view folded_a, std::string_view folded_b);

/// The class of a folded name's first letter: letters that transliterations write one for the other
/// are one. Names that are `spelled_alike` have the same. `folded` must not be empty.
char first_sound(std::string_view folded);

/// The letters of a folded name and the consonants of its skeleton, as sets of bits. A name is
/// asked against thousands, and nearly all are turned away by these.
struct LetterSets {
  std::uint32_t letters = 0;
  std::uint32_t bones = 0;
};
LetterSets letter_sets(std::string_view folded);

/// False only for names that are not `spelled_alike`: an edit changes one letter and two are the
/// most; equal skeletons have equal consonants.
inline bool may_be_alike(LetterSets a, LetterSets b) {
  const auto at_most_two = [](std::uint32_t bits) {
    bits &= bits - 1;
    return (bits & (bits - 1)) == 0;
  };
  return a.bones == b.bones ||
         (at_most_two(a.letters & ~b.letters) && at_most_two(b.letters & ~a.letters));
}

}  // namespace parallax
