#pragma once
#include "parallax/core/timex.h"
#include "parallax/read/times/time_draft.h"

/// Writes what was worked out of an expression into its Timex: see timex_values.h.
namespace parallax {

/// Value, interval, granularity and EDTF form of a date.
void write_date(const PartialDate& date, TimeBound bound, Timex& timex);
void write_day(Day day, Timex& timex);
/// The week that begins on a Monday.
void write_week(Day monday, Timex& timex);
void write_set(const TimexDraft& draft, Timex& timex);
/// "Early 1931": what the words leave of the interval.
void narrow(const TimexDraft& draft, Timex& timex);
/// Adds the clock, two clocks or the part of the day to a day.
void write_time(const TimexDraft& draft, Timex& timex);
/// "The week of 6 March", "the day before 6 March".
void write_near(const TimexDraft& draft, Timex& timex);

}  // namespace parallax
