#pragma once
#include <string>

#include "parallax/core/question.h"
#include "parallax/text/phrase_table.h"

/// How two values stand to each other: numbers with their units and scopes, days, hours.
namespace parallax {

/// How two answers stand to each other, from the best to the worst.
enum class Relation : std::uint8_t {
  same,         ///< the same value, perhaps in other words
  compatible,   ///< coarser, rounded, a part, an earlier count: both can hold
  undecidable,  ///< no common measure: euros and dollars, a day and a duration
  conflict,     ///< both cannot hold of the same thing
};

struct Comparison {
  Relation relation = Relation::same;
  std::string why;  ///< one line for people; empty when there is nothing to say
};

/// What a unit of data/lang/xx/units.tsv measures, and its size in the base of that kind.
struct UnitSize {
  std::string kind;
  double size = 1;
};
/// By the unit's name: `day`, `EUR`.
using Units = WordMap<UnitSize>;

/// What a number says, in the form in which answers are compared.
Value value_of(const Figure& figure);
/// The same of an expression of time: a duration as a number of units, a date or time of day as
/// days; `word` is its TIMEX3 value where that says more than the days do.
Value value_of(const Timex& timex);

/// Two numbers for one count (same place, people, period). Symmetric. Rounding, bounds and vague
/// words are honoured, and a number in another unit is a rounded one; a wider scope with a smaller
/// upper bound conflicts with a narrower one with a larger lower bound, the other way round is
/// compatible (DESIGN.md §5); an earlier cumulative count may be smaller.
Comparison compare_figures(const Claim& a, const Claim& b, const Units& units);

/// Two dates of one event: conflict when no day lies in both, or no hour of the day that both give.
/// Of days without a year or a month what is said is compared. Symmetric.
Comparison compare_dates(const Claim& a, const Claim& b);

}  // namespace parallax
