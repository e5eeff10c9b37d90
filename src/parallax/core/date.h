#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parallax {

/// A day of the proleptic Gregorian calendar, counted from 1970-01-01.
struct Day {
  std::int32_t number = 0;
  auto operator<=>(const Day&) const = default;
};

/// The day of a date, if there is one (2023-02-30 is none). Years 1..9999.
std::optional<Day> make_day(int year, unsigned month, unsigned day);
/// Days in a month; 0 if `month` is not 1..12.
unsigned days_in_month(int year, unsigned month);
/// `YYYY-MM-DD`.
std::string to_iso(Day day);
/// Reads `YYYY-MM-DD` at the start of `iso` (what follows, a time for instance, is ignored).
std::optional<Day> day_from_iso(std::string_view iso);

struct YearMonthDay {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
};
YearMonthDay to_date(Day day);
/// Monday = 1.
unsigned weekday_of(Day day);

/// When something was: no earlier than `earliest`, no later than `latest`, both days included. An
/// absent end is open.
struct Interval {
  std::optional<Day> earliest;
  std::optional<Day> latest;

  bool known() const { return earliest.has_value() || latest.has_value(); }
  auto operator<=>(const Interval&) const = default;
};

/// True when no day can lie in both. An open end meets everything on its side.
bool disjoint(const Interval& a, const Interval& b);
/// True when every day of `inner` lies in `outer`. An open end of `inner` is inside only an open
/// end of `outer`.
bool within(const Interval& inner, const Interval& outer);
/// Reads an EDTF-like value, `1988`, `1988-02`, `1988-02-27` or `A/B` of these, into the days it
/// spans.
std::optional<Interval> interval_from_value(std::string_view value);

}  // namespace parallax
