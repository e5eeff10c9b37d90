#pragma once
// What patterns of time expressions are made of, and what they fill.
#include <cstdint>
#include <optional>
#include <string_view>

namespace parallax {

/// What the program reads by itself.
enum class TimeAtom : std::uint8_t {
  month,
  weekday,
  season,
  unit,
  day,           ///< 1..31 in digits, or an ordinal: "3", "3rd", "third"
  year,          ///< four digits that may be a year
  context_year,  ///< four digits that their surroundings make a year
  spelled_year,  ///< "nineteen thirty-one"
  short_year,    ///< "'31"
  year_end,      ///< "34" of "1931-34"
  month_digits,  ///< "05" of "1988-05"
  decade,        ///< "1930s", "'30s"
  bare_decade,   ///< "30s"
  ordinal,
  count,      ///< a number, no fraction
  fraction,   ///< "half a", "a quarter"
  article,    ///< "a"
  clock,      ///< "17:30"
  hour,       ///< 1..12
  dot_clock,  ///< "5.30"
  hundreds,   ///< "0830"
  iso_date,
  numeric_date,
  bound,    ///< "about", "more than"
  holiday,  ///< "Christmas"
  dash,
  capital,      ///< a word that begins with a capital
  name,         ///< the same, of a word of which nothing is known
  round,        ///< a number in digits that ends in 0: of people more often than a year
  long_number,  ///< in more digits than a year has
  noun,  ///< a word of which nothing is known that makes it part of a date: it may be counted
  none,
};

/// What an element fills in a draft.
enum class TimeField : std::uint8_t {
  none,
  month,
  day,
  year,
  date,  ///< all three of a numeric date
  weekday,
  season,
  quarter,
  half,
  decade,
  century,
  year_base,
  year_step,
  step,
  count,
  unit,
  part,
  period,
  value,
  clock,
  meridiem,
  zone,
  type,
  base,
  bound,
  holiday,
  grain,
};

/// One element: a word, any of some roles, or an atom.
struct TimeElement {
  std::uint32_t literal = 0;
  std::uint64_t roles = 0;
  TimeAtom atom = TimeAtom::none;
  bool operator==(const TimeElement&) const = default;
};

/// What a draft means: see resolve_timexes.cpp.
enum class TimeMeaning : std::uint8_t {
  calendar,   ///< a date, as far as the words give it
  shift,      ///< so many units from a day
  same,       ///< the unit that the last date lies in
  reference,  ///< PAST_REF and its like
  duration,
  set,
  nothing,  ///< looks like a time, is none
};

/// By the names that the data use: see time_patterns.h. Each is absent where nothing is called so.
std::optional<TimeField> time_field_from(std::string_view name);
std::optional<TimeMeaning> time_meaning_from(std::string_view name);
/// An atom, with the field that it fills by itself.
struct NamedAtom {
  TimeAtom atom = TimeAtom::none;
  TimeField field = TimeField::none;
};
std::optional<NamedAtom> time_atom_from(std::string_view name);
/// The field that words of a role fill by themselves.
TimeField field_of_role(std::string_view role);

}  // namespace parallax
