#pragma once
#include <cstdint>
#include <string>

#include "parallax/core/date.h"
#include "parallax/core/span.h"

namespace parallax {

enum class TimexType : std::uint8_t { date, time, duration, set };

/// How fine an expression of time speaks: "in May" of a month, "three days" of days.
enum class Granularity : std::uint8_t {
  none,  ///< "now", "recently"
  second,
  minute,
  hour,
  part_of_day,
  day,
  weekend,
  week,
  month,
  quarter,
  season,
  half_year,
  year,
  decade,
  century,
  millennium,
};

/// A time expression (TIMEX3 type and value) and the days it may mean. A duration or an unresolved
/// expression has no interval.
struct Timex {
  Span span;
  TimexType type = TimexType::date;
  std::string value = {};
  Interval interval = {};
  Granularity granularity = Granularity::none;
  /// Level 2 of the Extended Date/Time Format, where it says more than `interval`: "198X" of the
  /// 1980s, "1931~" of about 1931, "2031-21" of a spring; else empty.
  std::string edtf = {};
  /// "about 7 p.m."; "eight days ago", "41 years ago": counted in whole units from a day of writing
  /// that may be the one before the day of publication.
  bool approximate = false;
  bool operator==(const Timex&) const = default;
};

}  // namespace parallax
