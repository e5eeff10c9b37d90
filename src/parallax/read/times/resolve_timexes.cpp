// What a draft means once the dates around it are known. A date without a year belongs to the last
// dated event that the text spoke of, if that is near ("On 27 February 1931 ... On 28 February
// ..."), else to the time of publication; without either it stays open.
#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "parallax/read/times/time_draft.h"

namespace parallax {
namespace {

/// How many sentences a date reaches: one with a month or day, and a year alone. A year of late
/// reaches no further than its sentence: in news it is said of a budget, not of what the text
/// tells.
constexpr std::size_t kDateReach = 8;
constexpr std::size_t kYearReach = 3;
constexpr int kLateYears = 2;

/// Monday = 1.
unsigned weekday_of(Day day) { return static_cast<unsigned>(((day.number % 7) + 7 + 3) % 7) + 1; }

std::string formatted(const char* format, int a, unsigned b = 0, unsigned c = 0) {
  char buffer[48];
  const int size = std::snprintf(buffer, sizeof buffer, format, a, b, c);
  return {buffer, static_cast<std::size_t>(std::clamp(size, 0, 47))};
}

std::string week_value(Day day) {
  const Day thursday{day.number + 4 - static_cast<int>(weekday_of(day))};
  const int year = to_date(thursday).year;
  const auto first = make_day(year, 1, 1);
  const int week = first ? (thursday.number - first->number) / 7 + 1 : 1;
  return formatted("%04d-W%02u", year, static_cast<unsigned>(week));
}

const char* season_name(unsigned first_month) {
  constexpr const char* kNames[] = {"WI", "SP", "SU", "FA"};
  return kNames[first_month % 12 / 3];
}

Interval months(int year, unsigned first, unsigned last) {
  const int last_year = last < first ? year + 1 : year;
  return {make_day(year, first, 1), make_day(last_year, last, days_in_month(last_year, last))};
}

/// The days that a date with a year may mean.
Interval days_of(const PartialDate& date) {
  if (date.century != 0) {
    return {make_day((date.century - 1) * 100 + 1, 1, 1), make_day(date.century * 100, 12, 31)};
  }
  if (date.decade != 0) {
    return {make_day(date.decade, 1, 1), make_day(date.decade + 9, 12, 31)};
  }
  if (date.has_day()) {
    const auto day = make_day(date.year, date.month, date.day);
    return {day, day};
  }
  if (date.month != 0) {
    return months(date.year, date.month, date.month);
  }
  if (date.quarter != 0) {
    return months(date.year, date.quarter * 3 - 2, date.quarter * 3);
  }
  if (date.season.first > date.season.second) {
    // a winter belongs to either of two years
    return {make_day(date.year - 1, date.season.first, 1),
            months(date.year, date.season.first, date.season.second).latest};
  }
  return date.season.first != 0 ? months(date.year, date.season.first, date.season.second)
                                : months(date.year, 1, 12);
}

std::string value_of(const PartialDate& date) {
  if (date.century != 0) {
    return formatted("%02d", date.century - 1);
  }
  if (date.decade != 0) {
    return formatted("%d", date.decade / 10);
  }
  std::string value = date.year != 0 ? formatted("%04d", date.year) : "XXXX";
  if (date.month != 0) {
    value += formatted("-%02d", static_cast<int>(date.month));
    value += date.has_day() ? formatted("-%02d", static_cast<int>(date.day)) : "";
  } else if (date.quarter != 0) {
    value += formatted("-Q%d", static_cast<int>(date.quarter));
  } else if (date.season.first != 0) {
    value += std::string("-") + season_name(date.season.first);
  } else if (date.weekday != 0 && date.year == 0) {
    value += formatted("-WXX-%d", static_cast<int>(date.weekday));
  }
  return value;
}

/// The first, middle or last half of an interval: what "early", "mid" and "late" leave of it.
Interval part_of(Interval whole, std::string_view period) {
  if (!whole.earliest || !whole.latest || period.empty() || *whole.earliest == *whole.latest) {
    return whole;
  }
  const int size = whole.latest->number - whole.earliest->number;
  if (period == "START") {
    whole.latest->number -= size / 2;
  } else if (period == "END") {
    whole.earliest->number += size / 2;
  } else {
    whole.earliest->number += size / 4;
    whole.latest->number -= size / 4;
  }
  return whole;
}

class Resolver {
 public:
  explicit Resolver(std::optional<Day> published) : published_(published) {
    if (published) {
      today_ = to_date(*published);
    }
  }

  Timex resolve(const TimexDraft& draft) {
    Timex timex{.span = draft.span, .type = draft.type, .value = draft.value, .interval = {}};
    if (draft.meaning == TimexDraft::Meaning::calendar) {
      calendar(draft, timex);
    } else if (draft.meaning == TimexDraft::Meaning::shift) {
      shift(draft, timex);
    }
    if (draft.meaning != TimexDraft::Meaning::fixed) {
      timex.interval = part_of(timex.interval, draft.period);
      add_time(draft, timex.value);
    }
    return timex;
  }

 private:
  struct Anchor {
    PartialDate date;
    std::size_t sentence = 0;
  };

  static void add_time(const TimexDraft& draft, std::string& value) {
    if (!draft.clock.empty()) {
      value += draft.clock;
    } else if (!draft.part.empty()) {
      value += draft.part.front() == '-' || draft.part.front() == 'T' ? "" : "T";
      value += draft.part;
    }
  }

  void calendar(const TimexDraft& draft, Timex& timex) {
    PartialDate date = draft.date;
    if (date.weekday != 0 && date.month == 0) {
      weekday(draft, timex);
      return;
    }
    complete(date, draft);
    timex.value = value_of(date);
    if (date.has_year()) {
      timex.interval = days_of(date);
    }
    if (draft.last) {
      PartialDate last = *draft.last;
      complete(last, draft);
      timex.value += "/" + value_of(last);
      timex.interval.latest = last.has_year() ? days_of(last).latest : std::nullopt;
      if (timex.interval.latest < timex.interval.earliest) {
        timex.interval = {};
      }
      date = last;
    }
    if (date.has_year() && timex.interval.known()) {
      remember(date, draft.sentence);
    }
  }

  void remember(const PartialDate& date, std::size_t sentence) {
    if (date.year == 0) {
      return;
    }
    const bool detail = anchor_ && date.month == 0 && anchor_->date.year == date.year;
    anchor_ = Anchor{.date = detail ? anchor_->date : date, .sentence = sentence};
  }

  /// Puts the year in.
  void complete(PartialDate& date, const TimexDraft& draft) const {
    if (date.year_base != TimeBase::none) {
      const bool anchored = date.year_base == TimeBase::anchor && anchor_;
      const bool known = anchored || published_;
      date.year = known ? (anchored ? anchor_->date.year : today_.year) + date.year_step : 0;
      date.year_base = TimeBase::none;
    } else if (!date.has_year()) {
      date.year = draft.has_step ? stepped_year(date, draft.step) : guessed_year(date, draft);
    }
  }

  static unsigned first_month(const PartialDate& date) {
    if (date.month != 0) {
      return date.month;
    }
    return date.quarter != 0 ? date.quarter * 3 - 2 : date.season.first;
  }

  /// "last June" is the latest June before this month, "next June" the first after it, "this June"
  /// that of this year.
  int stepped_year(const PartialDate& date, int step) const {
    if (!published_) {
      return 0;
    }
    const unsigned month = first_month(date);
    if (step < 0) {
      return month < today_.month ? today_.year : today_.year - 1;
    }
    return step > 0 && month <= today_.month ? today_.year + 1 : today_.year;
  }

  bool anchor_reaches(const TimexDraft& draft) const {
    if (!anchor_ || !published_) {
      return anchor_.has_value();
    }
    const std::size_t distance = draft.sentence - std::min(draft.sentence, anchor_->sentence);
    const bool late = anchor_->date.year + kLateYears >= today_.year;
    const bool near = distance <= (anchor_->date.month != 0 ? kDateReach : (late ? 0 : kYearReach));
    return near && anchor_->date.year <= today_.year;
  }

  /// What is told runs on: a month before the one last told of is none of that year, if there is
  /// another to choose.
  bool runs_back(unsigned month) const {
    return published_ && anchor_->date.month != 0 && month + 1 < anchor_->date.month;
  }

  int guessed_year(const PartialDate& date, const TimexDraft& draft) const {
    const unsigned month = first_month(date);
    if (anchor_reaches(draft) && !runs_back(month)) {
      return anchor_->date.year;
    }
    if (!published_) {
      return 0;
    }
    const auto now = static_cast<int>(today_.month * 31 + today_.day);
    const auto then = static_cast<int>(month * 31 + (date.has_day() ? date.day : 1));
    const int ahead = then - now;
    if (draft.looks_ahead) {
      return ahead < -31 ? today_.year + 1 : (ahead > 300 ? today_.year - 1 : today_.year);
    }
    // news looks back: a month that is still to come is last year's, unless it is about to begin
    return ahead > (date.has_day() ? 60 : 31) ? today_.year - 1 : today_.year;
  }

  void weekday(const TimexDraft& draft, Timex& timex) const {
    if (!published_) {
      timex.value = value_of(draft.date);
      return;
    }
    const int today = static_cast<int>(weekday_of(*published_));
    int offset = static_cast<int>(draft.date.weekday) - today;
    if (draft.has_step && draft.step != 0) {
      offset += draft.step < 0 && offset >= 0 ? -7 : (draft.step > 0 && offset <= 0 ? 7 : 0);
    } else if (draft.looks_ahead || (draft.has_step && draft.step == 0)) {
      offset += offset < 0 ? 7 : 0;
    } else {
      offset -= offset > 0 ? 7 : 0;
    }
    const Day day{published_->number + offset};
    timex.value = to_iso(day);
    timex.interval = {day, day};
  }

  void shift(const TimexDraft& draft, Timex& timex) {
    std::optional<Day> day = published_;
    PartialDate base{.year = today_.year, .month = today_.month, .day = today_.day};
    const bool anchored = draft.base == TimeBase::anchor && anchor_reaches(draft);
    if (anchored) {
      base = anchor_->date;
      day = base.has_day() ? make_day(base.year, base.month, base.day) : std::nullopt;
    }
    PartialDate date;
    if (draft.unit == 'Y' || draft.unit == 'E' || draft.unit == 'C') {
      years(draft, base, date);
    } else if (draft.unit == 'M' && base.month != 0) {
      const int month = base.year * 12 + static_cast<int>(base.month) - 1 + draft.count;
      date.year = month / 12;
      date.month = static_cast<unsigned>(month % 12) + 1;
    } else if (day) {
      by_days(draft, *day, anchored, timex);
      return;
    }
    timex.value = date.has_year() ? value_of(date) : unresolved(draft.unit);
    timex.interval = date.has_year() ? days_of(date) : Interval{};
    if (anchored && timex.interval.known()) {
      remember(date, draft.sentence);
    }
  }

  static void years(const TimexDraft& draft, const PartialDate& base, PartialDate& date) {
    if (base.year == 0) {
      return;
    }
    if (draft.unit == 'E') {
      date.decade = (base.year / 10 + draft.count) * 10;
    } else if (draft.unit == 'C') {
      date.century = (base.year - 1) / 100 + 1 + draft.count;
    } else {
      date.year = std::max(0, base.year + draft.count);
    }
  }

  void by_days(const TimexDraft& draft, Day day, bool anchored, Timex& timex) {
    if (draft.unit == 'W') {
      const Day monday{day.number + draft.count * 7 - static_cast<int>(weekday_of(day)) + 1};
      const bool weekend = !draft.part.empty();
      timex.value = week_value(monday);
      timex.interval = {Day{monday.number + (weekend ? 5 : 0)}, Day{monday.number + 6}};
      return;
    }
    const Day target{day.number + (draft.unit == 'D' ? draft.count : 0)};
    timex.value = to_iso(target);
    timex.interval = {target, target};
    if (anchored) {
      const YearMonthDay date = to_date(target);
      remember({.year = date.year, .month = date.month, .day = date.day}, draft.sentence);
    }
  }

  static std::string unresolved(char unit) {
    if (unit == 'Y' || unit == 'E' || unit == 'C') {
      return "XXXX";
    }
    return unit == 'M' ? "XXXX-XX" : (unit == 'W' ? "XXXX-WXX" : "XXXX-XX-XX");
  }

  std::optional<Day> published_;
  YearMonthDay today_;
  std::optional<Anchor> anchor_;
};

}  // namespace

std::vector<Timex> resolve_timexes(const std::vector<TimexDraft>& drafts,
                                   std::optional<Day> published) {
  Resolver resolver(published);
  std::vector<Timex> timexes;
  timexes.reserve(drafts.size());
  for (const TimexDraft& draft : drafts) {
    timexes.push_back(resolver.resolve(draft));
  }
  return timexes;
}

}  // namespace parallax
