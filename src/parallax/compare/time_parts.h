#pragma once
#include <optional>
#include <string_view>

#include "parallax/core/date.h"

/// What TIMEX3 values say of days without a year and of hours, and whether two of them can be one.
namespace parallax {

/// A time of day: minutes from midnight, both included. A night goes on behind midnight, up to
/// 1800.
struct ClockSpan {
  int first = 0;
  int last = 0;
  bool is_utc = false;

  bool is_exact() const { return first == last; }
  bool operator==(const ClockSpan&) const = default;
};

/// What a TIMEX3 value says of a day and its hours beside the year: "XXXX-05-21",
/// "XXXX-WXX-7T08:00", "2031-05-13TNI". Absent: not said.
struct TimeParts {
  std::optional<unsigned> month;    ///< 1..12
  std::optional<unsigned> day;      ///< 1..31
  std::optional<unsigned> weekday;  ///< Monday = 1
  std::optional<ClockSpan> clock;

  bool names_a_day() const { return month || day || weekday; }
  bool operator==(const TimeParts&) const = default;
};

/// Total: of any text what can be read of it.
TimeParts time_parts(std::string_view value);
/// Whether a day may be meant.
bool may_be(const TimeParts& parts, Day day);
/// Whether some day may be both.
bool may_be_one_day(const TimeParts& a, const TimeParts& b);
/// Whether two times of day can be one; `days`: how many days the second lies behind the first. An
/// exact time stands for those nearer to it than to the next as round one: 3:30 holds 3:33, 5:00
/// does not hold 6:00. A local time and one in UTC always can. Symmetric where `days` is turned.
bool may_be_one_time(const ClockSpan& a, const ClockSpan& b, int days);

}  // namespace parallax
