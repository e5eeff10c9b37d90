#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parallax/core/quotes.h"
#include "parallax/present/present.h"

/// The words in which screen and page speak of who says what: one wording for both.
namespace parallax {

/// A side with its outlets; none where the side is one outlet that stands for itself.
struct SideVoices {
  std::string_view name;
  VoiceShare share;
  std::vector<const OutletVoices*> outlets;
};
/// Ascending by name. Refers to `quotes`.
std::vector<SideVoices> by_side(const Quotes& quotes);

/// "25%", rounded; "<1%" rather than "0%" for what is there; "–" of nothing.
std::string percent_of(std::size_t part, std::size_t whole);

/// "12 attributions, 143 words: say 11, deny 1".
std::string facts_in_words(const Speaker& speaker);
/// "also as Lohm", or nothing.
std::string other_names_in_words(const Speaker& speaker);
/// "in Harsk Courier (Belmoria) 8, Meridian Wire 4".
std::string outlets_in_words(const Speaker& speaker);
/// "direct, deny, 12 words; source “the mayor”; within the words of Ila Tarn".
std::string how_in_words(const SpokenWords& spoken);

/// How often a speaker says, denies and so on: by Stance, only what occurs.
std::vector<std::pair<Stance, std::size_t>> stances_of(const Speaker& speaker);
/// Where a speaker is quoted, by outlet.
struct QuotedIn {
  std::string_view side;
  std::string_view outlet;
  std::size_t attributions = 0;
  std::size_t words = 0;
};
/// Most words first, then by side and outlet.
std::vector<QuotedIn> quoted_in(const Speaker& speaker);

constexpr std::string_view kCountsExplained =
    "Words, counted. attributed: what the articles give to somebody, each word once, for the "
    "outermost voice; share: of all words; spans: attributions, nested ones too. Of the attributed "
    "words, quoted: between quotation marks, at least in part; unnamed: from sources without a "
    "named person, body or state; anonymous: of these, the plainly anonymous ones. These are "
    "counts, not scores.";
constexpr std::string_view kNobodyQuoted =
    "No article gives words to anybody: all are the authors' own, as far as was found.";
constexpr std::string_view kNoArticles =
    "Nothing to show: there is no article here. `parallax articles PROJECT.plx` lists those of a "
    "project with their sides and outlets, `parallax add` adds some.";

}  // namespace parallax
