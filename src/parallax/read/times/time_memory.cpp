#include "parallax/read/times/time_memory.h"

#include <algorithm>

#include "parallax/read/times/timex_values.h"

namespace parallax {
namespace {

/// How many sentences a date reaches: one with a month or day, and a year alone. A year of late
/// reaches no further than its sentence: in news it is said of a budget, not of what the text
/// tells.
constexpr std::size_t kDateReach = 8;
constexpr std::size_t kYearReach = 3;
constexpr int kLateYears = 2;
/// The same where the text tells the news of the day ("on Tuesday"): it looks back for a sentence
/// or two.
constexpr std::size_t kNewsReach = 2;
/// How many sentences a quarter is spoken of.
constexpr std::size_t kQuarterReach = 8;
/// How many days ahead a date is still soon: a quarter, and a day.
constexpr int kSoon = 100;
constexpr int kSoonDay = 62;
/// How many days back a day is still the last one, whatever the tense.
constexpr int kJustOver = 100;

unsigned first_month(const PartialDate& date) {
  if (date.month != 0) {
    return date.month;
  }
  return date.quarter != 0 ? date.quarter * 3 - 2
         : date.half != 0  ? date.half * 6 - 5
                           : date.season.first;
}

}  // namespace

TimeMemory::TimeMemory(std::optional<Day> published, bool news)
    : published_(published), news_(news) {
  if (published) {
    today_ = to_date(*published);
  }
}

void TimeMemory::remember(const PartialDate& date, std::size_t sentence) {
  if (date.year == 0) {
    return;
  }
  if (date.quarter != 0) {
    quarter_ = Anchor{.date = date, .sentence = sentence};
    over_quarter_ = !published_ || days_of(date).latest < published_ ? quarter_ : over_quarter_;
    of_quarter_ = true;
    return;
  }
  const bool detail = last_date_ && date.month == 0 && last_date_->date.year == date.year;
  last_date_ = Anchor{.date = detail ? last_date_->date : date, .sentence = sentence};
  last_day_ = last_date_;
  full_day_ = date.has_day() ? make_day(date.year, date.month, date.day) : full_day_;
}

void TimeMemory::remember(Day day, std::size_t sentence) {
  const YearMonthDay date = to_date(day);
  last_day_ = Anchor{.date = {.year = date.year, .month = date.month, .day = date.day},
                     .sentence = sentence};
}

void TimeMemory::complete(PartialDate& date, const TimexDraft& draft) const {
  if (date.has_day() && date.month == 0) {
    fill_month(date, draft);
  } else {
    fill_year(date, draft);
  }
  const bool no_such_day =
      date.has_day() && date.month != 0 && !make_day(date.year, date.month, date.day);
  date.year = is_writable(date.year) && !no_such_day ? date.year : 0;
}

void TimeMemory::fill_month(PartialDate& date, const TimexDraft& draft) const {
  const bool ahead_of_now = published_ && draft.tense == Tense::future;
  const bool told = date_reaches(draft.sentence) && last_date_->date.month != 0 &&
                    !(ahead_of_now && last_date_->date.year + 1 >= today_.year);
  if (!told && !published_) {
    return;
  }
  const PartialDate now{.year = today_.year, .month = today_.month, .day = today_.day};
  const PartialDate& from = told ? last_date_->date : now;
  const auto day = static_cast<int>(date.day);
  const auto start = static_cast<int>(from.day);
  // "on 27 February ... on the 1st": of the next month, if so much earlier in it
  constexpr int kNextMonth = 15;
  const bool ahead = told ? day + kNextMonth < start : day < start && draft.tense == Tense::future;
  const bool back = !told && day > start && draft.tense != Tense::future;
  const int month =
      from.year * 12 + static_cast<int>(from.month) - 1 + (ahead ? 1 : 0) - (back ? 1 : 0);
  date.year = month / 12;
  date.month = static_cast<unsigned>(month % 12) + 1;
}

void TimeMemory::fill_year(PartialDate& date, const TimexDraft& draft) const {
  if (date.year_base != TimeBase::none) {
    const bool anchored = date.year_base == TimeBase::anchor && last_date_;
    const bool known = anchored || published_;
    date.year = known ? (anchored ? last_date_->date.year : today_.year) + date.year_step : 0;
    date.year_base = TimeBase::none;
  } else if (!date.has_year()) {
    date.year = draft.has_step ? stepped_year(date, draft.step) : guessed_year(date, draft);
  }
}

int TimeMemory::stepped_year(const PartialDate& date, int step) const {
  if (!published_) {
    return 0;
  }
  const unsigned month = first_month(date);
  if (step < 0) {
    return month < today_.month ? today_.year : today_.year - 1;
  }
  return step > 0 && month <= today_.month ? today_.year + 1 : today_.year;
}

bool TimeMemory::date_reaches(std::size_t sentence) const {
  if (!last_date_ || !published_) {
    return last_date_.has_value();
  }
  const std::size_t distance = sentence - std::min(sentence, last_date_->sentence);
  const bool late = last_date_->date.year + kLateYears >= today_.year;
  const std::size_t reach = last_date_->date.month != 0 ? kDateReach : (late ? 0 : kYearReach);
  return distance <= reach && last_date_->date.year <= today_.year;
}

bool TimeMemory::gives_year(const TimexDraft& draft) const {
  if (!date_reaches(draft.sentence)) {
    return false;
  }
  if (!published_) {
    return true;
  }
  const bool told = !news_ || (last_date_->date.month != 0 &&
                               draft.sentence <= last_date_->sentence + kNewsReach);
  return told && draft.tense != Tense::future && last_date_->date.year + 1 < today_.year &&
         !runs_back(first_month(draft.date));
}

bool TimeMemory::quarter_reaches(std::size_t sentence) const {
  return quarter_ && sentence - std::min(sentence, quarter_->sentence) <= kQuarterReach;
}

const PartialDate& TimeMemory::reported_quarter(std::size_t sentence) const {
  const bool over = over_quarter_ && sentence <= over_quarter_->sentence + kQuarterReach;
  return over ? over_quarter_->date : quarter_->date;
}

bool TimeMemory::runs_back(unsigned month) const {
  return published_ && last_date_->date.month != 0 && month + 1 < last_date_->date.month;
}

int TimeMemory::guessed_year(const PartialDate& date, const TimexDraft& draft) const {
  const unsigned month = first_month(date);
  if (gives_year(draft)) {
    return last_date_->date.year;
  }
  if (!published_) {
    return 0;
  }
  const auto now = static_cast<int>(today_.month * 31 + today_.day);
  const auto then = static_cast<int>(month * 31 + (date.has_day() ? date.day : 1));
  constexpr int kYear = 12 * 31;
  const int ahead = then - now;
  const bool soon = ahead + kYear <= kSoon;
  if (draft.tense == Tense::future) {
    const bool over = ahead < (date.has_day() ? -kJustOver : -31) && (date.quarter == 0 || soon);
    return over ? today_.year + 1 : (ahead > 300 ? today_.year - 1 : today_.year);
  }
  // news looks back: what is still to come is last year's, unless it is about to be
  if (date.has_day() && soon && ahead + kYear <= kSoonDay) {
    return today_.year + 1;
  }
  const int still = date.has_day() || draft.tense != Tense::past ? kSoonDay : 0;
  return ahead > still ? today_.year - 1 : today_.year;
}

std::optional<Day> TimeMemory::last_day() const {
  return last_day_ && last_day_->date.has_day()
             ? make_day(last_day_->date.year, last_day_->date.month, last_day_->date.day)
             : std::nullopt;
}

bool TimeMemory::day_reaches(std::size_t sentence) const {
  return last_day_ &&
         (!published_ || sentence - std::min(sentence, last_day_->sentence) <= kDateReach);
}

void share_ends(PartialDate& first, PartialDate& last) {
  if (last.month == 0 && last.has_day()) {
    last.month = first.month;
  } else if (first.month == 0 && first.has_day()) {
    first.month = last.month;
  }
  if (!last.has_year() && first.has_year()) {
    last.year = first.year;
    last.year_base = first.year_base;
    last.year_step = first.year_step;
  } else if (!first.has_year() && last.has_year()) {
    first.year = last.year;
    first.year_base = last.year_base;
    first.year_step = last.year_step;
    first.year -= first.year != 0 && first.month > last.month && last.month != 0 ? 1 : 0;
  }
}

}  // namespace parallax
