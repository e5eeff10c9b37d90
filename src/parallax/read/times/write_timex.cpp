#include "parallax/read/times/write_timex.h"

#include "parallax/read/times/timex_values.h"

namespace parallax {
namespace {

/// From one clock to another, which is of the next day if it is earlier.
void write_clocks(const TimexDraft& draft, Timex& timex) {
  std::string last = timex.value;
  auto& latest = timex.interval.latest;
  if (draft.last_clock.minutes() <= draft.clock.minutes() && latest &&
      timex.interval.earliest == latest && is_writable(Day{latest->number + 1})) {
    latest = Day{latest->number + 1};
    last = to_iso(*latest);
  }
  timex.value += clock_value(draft.clock) + "/" + last + clock_value(draft.last_clock);
  timex.granularity = Granularity::minute;
}

}  // namespace

void write_date(const PartialDate& date, TimeBound bound, Timex& timex) {
  timex.value = value_of(date);
  timex.interval = date.has_year() ? days_of(date) : Interval{};
  timex.granularity = granularity_of(date);
  timex.edtf = edtf_of(date, bound);
}

void write_day(Day day, Timex& timex) {
  timex.value = to_iso(day);
  timex.interval = {day, day};
  timex.granularity = Granularity::day;
}

void write_week(Day monday, Timex& timex) {
  timex.value = week_value(monday);
  timex.interval = {monday, Day{monday.number + 6}};
  timex.granularity = Granularity::week;
}

void write_set(const TimexDraft& draft, Timex& timex) {
  const PartialDate& date = draft.date;
  timex.value = draft.value;
  if (date.month != 0 || date.weekday != 0 || date.season.first != 0 || date.quarter != 0) {
    timex.value = value_of(date);
    timex.granularity = granularity_of(date);
  } else if (draft.unit.letter != 0) {
    timex.value = duration_value(draft.count, draft.vague, draft.unit);
    timex.granularity = granularity_of(draft.unit);
  } else if (timex.value.empty()) {
    timex.value = "XXXX-XX-XX";
  }
  if (!draft.part.empty()) {
    timex.value += "T" + std::string(draft.part);
    timex.granularity = Granularity::part_of_day;
  }
}

void narrow(const TimexDraft& draft, Timex& timex) {
  if (draft.period.empty()) {
    return;
  }
  const Interval whole = timex.interval;
  timex.interval = part_of(whole, draft.period);
  if (timex.interval != whole) {
    timex.edtf = edtf_of_part(timex.interval, timex.granularity);
  }
}

void write_time(const TimexDraft& draft, Timex& timex) {
  if (draft.clock.known() && draft.last_clock.known()) {
    write_clocks(draft, timex);
  } else if (draft.clock.known()) {
    timex.value += clock_value(draft.clock);
    timex.granularity = Granularity::minute;
  } else if (draft.part == "WE") {
    timex.granularity = Granularity::weekend;
  } else if (!draft.part.empty()) {
    timex.value += "T" + std::string(draft.part);
    timex.granularity = Granularity::part_of_day;
  }
}

void write_near(const TimexDraft& draft, Timex& timex) {
  const auto& day = timex.interval.earliest;
  const bool week = draft.grain == "W";
  if ((!week && draft.grain != "before" && draft.grain != "after") || !day ||
      timex.interval.latest != day) {
    return;
  }
  const int offset =
      week ? 1 - static_cast<int>(weekday_of(*day)) : (draft.grain == "before" ? -1 : 1);
  const Day target{day->number + offset};
  if (!is_writable(target) || !is_writable(Day{target.number + 6})) {
    return;
  }
  if (week) {
    write_week(target, timex);
  } else {
    write_day(target, timex);
  }
}

}  // namespace parallax
