#pragma once
// What is written of a time: its TIMEX3 value, its interval of days, its EDTF form.
#include "parallax/core/analysis.h"
#include "parallax/read/times/time_draft.h"

namespace parallax {

/// What four digits can write.
bool is_writable(int year);
bool is_writable(Day day);
/// The week that a day lies in: "2031-W07".
std::string week_value(Day day);
/// "1931-05", "XXXX-05-03", "1931-Q2", "1931-SU", "193", "18".
std::string value_of(const PartialDate& date);
/// The days that a date with a year may mean.
Interval days_of(const PartialDate& date);
Granularity granularity_of(const PartialDate& date);
Granularity granularity_of(const TimeUnit& unit);
/// What is written where nothing is known: "XXXX-XX".
std::string unresolved_value(const TimeUnit& unit);
/// "P3D", "PT90M", "P2Y6M"; "PXY" where `vague`.
std::string duration_value(double count, bool vague, const TimeUnit& unit);
/// "T17:30", "T17:30Z".
std::string clock_value(const ClockTime& clock);
/// The EDTF form of a date, where it says more than its value: "198X", "1931-22", "1931~"; else
/// empty.
std::string edtf_of(const PartialDate& date, TimeBound bound);
/// The first, middle or last half of an interval, what "early", "mid" and "late" leave of it; both
/// ends approximate in EDTF.
Interval part_of(Interval whole, std::string_view period);
std::string edtf_of_part(const Interval& part, Granularity whole);
/// The day of a holiday in a year.
std::optional<Day> day_of(const Holiday& holiday, int year);

}  // namespace parallax
