#pragma once
#include <string>

#include "parallax/core/question.h"

namespace parallax {

/// How two answers stand to each other.
enum class Relation : std::uint8_t {
  same,        ///< the same value, perhaps in other words
  compatible,  ///< coarser, rounded, a part, an earlier count: both can hold
  conflict,    ///< both cannot hold of the same thing
};

struct Comparison {
  Relation relation = Relation::same;
  std::string why;  ///< one line for people; empty when there is nothing to say
};

/// Two numbers for one count (same place, people, period). Symmetric. Rounding, bounds and vague
/// words are honoured; a wider scope with a smaller upper bound conflicts with a narrower one with
/// a larger lower bound, the other way round is compatible (DESIGN.md §5); an earlier cumulative
/// count may be smaller.
Comparison compare_figures(const Claim& a, const Claim& b);

/// Two dates of one event: conflict when no day lies in both. Symmetric.
Comparison compare_dates(const Claim& a, const Claim& b);

}  // namespace parallax
