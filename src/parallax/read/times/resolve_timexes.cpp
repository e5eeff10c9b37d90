// What a draft means once the dates around it are known. A date without a year belongs to the last
// dated event that the text spoke of, if that is near ("On 27 February 1931 ... On 28 February
// ..."), else to the time of publication; without either it stays open.
#include <algorithm>
#include <cmath>
#include <cstdlib>

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
/// "In the first nine months" is of no quarter.
constexpr double kManyMonths = 6;
constexpr unsigned kSaturday = 6;
constexpr double kMostUnits = 10000;

class Resolver {
 public:
  Resolver(std::optional<Day> published, bool news) : published_(published), news_(news) {
    if (published) {
      today_ = to_date(*published);
    }
  }

  Timex resolve(const TimexDraft& draft) {
    Timex timex{.span = draft.span, .type = draft.type, .value = {}, .interval = {}};
    switch (draft.meaning) {
      case TimeMeaning::calendar:
        calendar(draft, timex);
        break;
      case TimeMeaning::shift:
        shift(draft, timex);
        break;
      case TimeMeaning::same:
        same(draft, timex);
        break;
      case TimeMeaning::duration:
        of_quarter_ = of_quarter_ && !(draft.unit.is('M') && draft.count >= kManyMonths);
        timex.value = duration_value(draft.count, draft.vague, draft.unit);
        timex.granularity = granularity_of(draft.unit);
        return timex;
      case TimeMeaning::set:
        set(draft, timex);
        return timex;
      default:
        timex.value = draft.value;
        return timex;
    }
    narrow(draft, timex);
    add_time(draft, timex);
    return timex;
  }

 private:
  struct Anchor {
    PartialDate date;
    std::size_t sentence = 0;
  };

  static void narrow(const TimexDraft& draft, Timex& timex) {
    if (draft.period.empty()) {
      return;
    }
    const Interval whole = timex.interval;
    timex.interval = part_of(whole, draft.period);
    if (timex.interval != whole) {
      timex.edtf = edtf_of_part(timex.interval, timex.granularity);
    }
  }

  static std::string two_digits(int number) {
    return {static_cast<char>('0' + number / 10 % 10), static_cast<char>('0' + number % 10)};
  }

  static void add_time(const TimexDraft& draft, Timex& timex) {
    if (draft.has_clock()) {
      timex.value += "T" + two_digits(draft.hour) + ":" + two_digits(draft.minute);
      timex.value += draft.zone ? "Z" : "";
      timex.granularity = Granularity::minute;
    } else if (draft.part == "WE") {
      timex.granularity = Granularity::weekend;
    } else if (!draft.part.empty()) {
      timex.value += "T" + std::string(draft.part);
      timex.granularity = Granularity::part_of_day;
    }
  }

  /// What four digits can write.
  static bool is_year(int year) { return year >= 1 && year <= 9999; }
  static bool is_day(Day day) {
    const auto first = make_day(1, 1, 1);
    const auto last = make_day(9999, 12, 31);
    return day >= *first && day <= *last;
  }

  static void set_date(const PartialDate& date, TimeBound bound, Timex& timex) {
    timex.value = value_of(date);
    timex.interval = date.has_year() ? days_of(date) : Interval{};
    timex.granularity = granularity_of(date);
    timex.edtf = edtf_of(date, bound);
  }

  static void set(const TimexDraft& draft, Timex& timex) {
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

  void calendar(const TimexDraft& draft, Timex& timex) {
    PartialDate date = draft.date;
    if (draft.holiday != nullptr) {
      holiday(draft, timex);
      return;
    }
    if (date.weekday != 0 && date.month == 0) {
      weekday(draft, timex);
      return;
    }
    PartialDate last = draft.last;
    if (draft.ranged) {
      share(date, last);
    }
    complete(date, draft);
    if (draft.grain == "Q") {
      date.quarter = quarter_reaches(draft.sentence) ? quarter_->date.quarter : 0;
    }
    set_date(date, draft.bound, timex);
    if (draft.ranged) {
      complete(last, draft);
      add_range_end(date, last, timex);
      date = last;
    }
    if (date.has_year() && timex.interval.known() && draft.grain.empty()) {
      remember(date, draft.sentence);
    }
  }

  void add_range_end(const PartialDate& first, const PartialDate& last, Timex& timex) const {
    const std::string edtf = edtf_of(first, TimeBound::none);
    const std::string last_edtf = edtf_of(last, TimeBound::none);
    timex.edtf.clear();
    if (!edtf.empty() || !last_edtf.empty()) {
      timex.edtf = (edtf.empty() ? value_of(first) : edtf) + "/" +
                   (last_edtf.empty() ? value_of(last) : last_edtf);
    }
    timex.value += "/" + value_of(last);
    timex.interval.latest = last.has_year() ? days_of(last).latest : std::nullopt;
    if (timex.interval.latest < timex.interval.earliest) {
      timex.interval = {};
    }
  }

  /// What one end of a range does not say, the other does.
  static void share(PartialDate& first, PartialDate& last) {
    if (last.year > 0 && last.year < 100 && first.year >= 100) {
      last.year += first.year / 100 * 100;
    }
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

  void remember(const PartialDate& date, std::size_t sentence) {
    if (date.year == 0) {
      return;
    }
    if (date.quarter != 0) {
      quarter_ = Anchor{.date = date, .sentence = sentence};
      of_quarter_ = true;
      return;
    }
    const bool detail = anchor_ && date.month == 0 && anchor_->date.year == date.year;
    anchor_ = Anchor{.date = detail ? anchor_->date : date, .sentence = sentence};
    last_day_ = anchor_;
  }

  /// A day that was counted from another: days are counted from it again, months and years are not.
  void remember(Day day, std::size_t sentence) {
    const YearMonthDay date = to_date(day);
    last_day_ = Anchor{.date = {.year = date.year, .month = date.month, .day = date.day},
                       .sentence = sentence};
  }

  /// Puts the year in.
  void complete(PartialDate& date, const TimexDraft& draft) const {
    fill_year(date, draft);
    date.year = is_year(date.year) ? date.year : 0;
  }

  void fill_year(PartialDate& date, const TimexDraft& draft) const {
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
    return date.quarter != 0 ? date.quarter * 3 - 2
           : date.half != 0  ? date.half * 6 - 5
                             : date.season.first;
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

  bool anchor_reaches(std::size_t sentence) const {
    if (!anchor_ || !published_) {
      return anchor_.has_value();
    }
    const std::size_t distance = sentence - std::min(sentence, anchor_->sentence);
    const bool late = anchor_->date.year + kLateYears >= today_.year;
    const std::size_t reach = anchor_->date.month != 0 ? kDateReach : (late ? 0 : kYearReach);
    return distance <= reach && anchor_->date.year <= today_.year;
  }

  /// Whether a date without a year may belong to the anchor's: not far back in the news, and never
  /// ahead.
  bool anchor_gives_year(const TimexDraft& draft) const {
    if (!anchor_reaches(draft.sentence)) {
      return false;
    }
    if (!published_) {
      return true;
    }
    const bool told =
        !news_ || (anchor_->date.month != 0 && draft.sentence <= anchor_->sentence + kNewsReach);
    return told && draft.tense != Tense::future && anchor_->date.year + 1 < today_.year &&
           !runs_back(first_month(draft.date));
  }

  bool quarter_reaches(std::size_t sentence) const {
    return quarter_ && sentence - std::min(sentence, quarter_->sentence) <= kQuarterReach;
  }

  /// What is told runs on: a month before the one last told of is none of that year, if there is
  /// another to choose.
  bool runs_back(unsigned month) const {
    return published_ && anchor_->date.month != 0 && month + 1 < anchor_->date.month;
  }

  /// The anchor's, if that lies well back; else the year in which the date stands nearest to the
  /// day of publication, on the side that the tense says.
  int guessed_year(const PartialDate& date, const TimexDraft& draft) const {
    const unsigned month = first_month(date);
    if (anchor_gives_year(draft)) {
      return anchor_->date.year;
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
    const int still = date.has_day() || draft.tense != Tense::past ? kSoonDay : 31;
    return ahead > still ? today_.year - 1 : today_.year;
  }

  void holiday(const TimexDraft& draft, Timex& timex) {
    const Holiday& holiday = *draft.holiday;
    PartialDate date = draft.date;
    constexpr int kAnyYear = 2000;
    const bool fixed = holiday.kind == Holiday::Kind::fixed;
    const auto some_year = published_ ? day_of(holiday, today_.year)
                           : fixed    ? day_of(holiday, kAnyYear)
                                      : std::nullopt;
    if (some_year && !date.has_year()) {
      const YearMonthDay there = to_date(*some_year);
      date.month = there.month;
      date.day = there.day;
    }
    complete(date, draft);
    const auto day = date.year != 0 ? day_of(holiday, date.year) : std::nullopt;
    if (!day) {
      timex.value = value_of(date);
      timex.granularity = Granularity::day;
      return;
    }
    const YearMonthDay there = to_date(*day);
    set_date({.year = there.year, .month = there.month, .day = there.day}, draft.bound, timex);
    remember(*day, draft.sentence);
  }

  void weekday(const TimexDraft& draft, Timex& timex) {
    const bool anchored = draft.base == TimeBase::anchor && anchor_day().has_value();
    const std::optional<Day> base = anchored ? anchor_day() : published_;
    timex.granularity = Granularity::day;
    if (!base) {
      timex.value = value_of(draft.date);
      return;
    }
    const int today = static_cast<int>(weekday_of(*base));
    int offset = static_cast<int>(draft.date.weekday) - today;
    if (draft.has_step && draft.step != 0) {
      offset += draft.step < 0 && offset >= 0 ? -7 : (draft.step > 0 && offset <= 0 ? 7 : 0);
    } else if (draft.tense == Tense::future || (draft.has_step && draft.step == 0)) {
      offset += offset < 0 ? 7 : 0;
    } else {
      offset -= offset > 0 ? 7 : 0;
    }
    const Day day{base->number + offset};
    if (!is_day(day)) {
      timex.value = value_of(draft.date);
      return;
    }
    set_day(day, timex);
    remember(day, draft.sentence);
  }

  static void set_day(Day day, Timex& timex) {
    timex.value = to_iso(day);
    timex.interval = {day, day};
    timex.granularity = Granularity::day;
  }

  std::optional<Day> anchor_day() const {
    return last_day_ && last_day_->date.has_day()
               ? make_day(last_day_->date.year, last_day_->date.month, last_day_->date.day)
               : std::nullopt;
  }

  bool last_day_reaches(std::size_t sentence) const {
    return last_day_ &&
           (!published_ || sentence - std::min(sentence, last_day_->sentence) <= kDateReach);
  }

  /// The day, week, month, quarter or year that was last spoken of.
  void same(const TimexDraft& draft, Timex& timex) {
    TimexDraft there = draft;
    there.count = 0;
    there.step = 1;
    there.base = TimeBase::anchor;
    shift(there, timex);
  }

  static bool is_years(const TimeUnit& unit) {
    return !unit.clock &&
           (unit.letter == 'Y' || unit.letter == 'E' || unit.letter == 'C' || unit.letter == 'L');
  }

  void shift(const TimexDraft& draft, Timex& timex) {
    timex.value = unresolved_value(draft.unit);
    timex.granularity = granularity_of(draft.unit);
    const double total = draft.count * draft.unit.count * draft.step;
    if (draft.vague || std::abs(total) > kMostUnits) {
      timex.value = draft.step < 0 ? "PAST_REF" : "FUTURE_REF";
      return;
    }
    if (draft.grain == "Q" && of_quarter_ && quarter_reaches(draft.sentence)) {
      quarters(quarter_->date, static_cast<int>(total) * 4, draft, timex);
      return;
    }
    if (draft.unit.is('Q')) {
      shift_quarters(static_cast<int>(total), draft, timex);
      return;
    }
    const bool by_day = draft.unit.is('D') || draft.unit.is('W') || draft.unit.clock;
    const bool anchored =
        draft.base == TimeBase::anchor &&
        (by_day ? last_day_reaches(draft.sentence) : anchor_reaches(draft.sentence));
    const bool here = draft.meaning == TimeMeaning::same && by_day && !anchor_day();
    const std::optional<Day> day = anchored && !here ? anchor_day() : published_;
    const PartialDate base =
        anchored && !by_day
            ? anchor_->date
            : PartialDate{.year = today_.year, .month = today_.month, .day = today_.day};
    PartialDate date;
    if (is_years(draft.unit)) {
      years(draft, total, base, date);
    } else if (draft.unit.is('M') && base.month != 0) {
      const int month =
          base.year * 12 + static_cast<int>(base.month) - 1 + static_cast<int>(std::floor(total));
      date.year = month / 12;
      date.month = static_cast<unsigned>(std::max(0, month) % 12) + 1;
    } else if (day) {
      by_days(draft, total, *day, timex);
      return;
    }
    if (date.has_year() && (date.year == 0 || is_year(date.year)) &&
        (date.decade == 0 || is_year(date.decade))) {
      set_date(date, draft.bound, timex);
      if (anchored && timex.interval.known()) {
        remember(date, draft.sentence);
      }
    }
  }

  /// "the last decade" is counted in decades, "a decade ago" in years.
  static void years(const TimexDraft& draft, double total, const PartialDate& base,
                    PartialDate& date) {
    if (base.year == 0) {
      return;
    }
    const char letter = draft.unit.letter;
    const bool whole = draft.grain == "whole";
    const int count = static_cast<int>(std::floor(total));
    if (letter == 'E' && whole) {
      date.decade = (base.year / 10 + count) * 10;
    } else if (letter == 'C' && whole) {
      date.century = (base.year - 1) / 100 + 1 + count;
    } else if (total != std::floor(total)) {
      const int month = base.year * 12 + static_cast<int>(std::max(base.month, 1U)) - 1 +
                        static_cast<int>(std::round(total * 12));
      date.year = std::max(0, month / 12);
      date.month = base.month != 0 ? static_cast<unsigned>(std::max(0, month) % 12) + 1 : 0;
    } else {
      const int factor = letter == 'E' ? 10 : (letter == 'C' ? 100 : (letter == 'L' ? 1000 : 1));
      date.year = std::max(0, base.year + count * factor);
    }
  }

  void shift_quarters(int count, const TimexDraft& draft, Timex& timex) {
    if (draft.base == TimeBase::anchor && quarter_reaches(draft.sentence)) {
      quarters(quarter_->date, count, draft, timex);
    } else if (published_) {
      PartialDate now{.year = today_.year, .quarter = (today_.month + 2) / 3};
      // of a quarter that nobody named, the figures are those of the last one that is over
      const bool over = draft.base == TimeBase::anchor && count == 0;
      quarters(now, over ? -1 : count, draft, timex);
    }
  }

  void quarters(const PartialDate& from, int count, const TimexDraft& draft, Timex& timex) {
    const int quarter = from.year * 4 + static_cast<int>(from.quarter) - 1 + count;
    if (quarter < 4 || !is_year(quarter / 4)) {
      return;
    }
    const PartialDate date{.year = quarter / 4, .quarter = static_cast<unsigned>(quarter % 4) + 1};
    set_date(date, draft.bound, timex);
  }

  void by_days(const TimexDraft& draft, double total, Day day, Timex& timex) {
    int count = static_cast<int>(std::floor(total));
    if (draft.grain == "weekend" && draft.tense != Tense::future && weekday_of(day) < kSaturday) {
      count = -1;  // "over the weekend"
    }
    if (draft.unit.is('W')) {
      const Day monday{day.number + count * 7 - static_cast<int>(weekday_of(day)) + 1};
      const bool weekend = draft.part == "WE";
      if (!is_day(monday) || !is_day(Day{monday.number + 6})) {
        return;
      }
      timex.value = week_value(monday) + (weekend ? "-WE" : "");
      timex.interval = {Day{monday.number + (weekend ? 5 : 0)}, Day{monday.number + 6}};
      return;
    }
    if (!is_day(Day{day.number + count})) {
      return;
    }
    const Granularity granularity = timex.granularity;
    const Day target{day.number + (draft.unit.is('D') ? count : 0)};
    set_day(target, timex);
    timex.granularity = draft.unit.is('D') ? Granularity::day : granularity;
    remember(target, draft.sentence);
  }

  std::optional<Day> published_;
  bool news_ = false;
  YearMonthDay today_;
  std::optional<Anchor> anchor_;
  std::optional<Anchor> quarter_;
  bool of_quarter_ = false;  ///< no longer period was spoken of since
  std::optional<Anchor> last_day_;
};

/// "in 1931", said two years later or more.
bool is_old(const TimexDraft& draft, int year) {
  return draft.meaning == TimeMeaning::calendar && draft.date.year != 0 &&
         draft.date.year + 1 < year;
}

/// "on Tuesday", "yesterday", "last week".
bool counts_from_today(const TimexDraft& draft) {
  const bool weekday = draft.meaning == TimeMeaning::calendar && draft.date.weekday != 0 &&
                       draft.date.month == 0 && draft.base != TimeBase::anchor;
  return weekday || (draft.meaning == TimeMeaning::shift && draft.base == TimeBase::published &&
                     (draft.unit.is('D') || draft.unit.is('W')));
}

}  // namespace

std::vector<Timex> resolve_timexes(const std::vector<TimexDraft>& drafts,
                                   std::optional<Day> published) {
  const int year = published ? to_date(*published).year : 0;
  const auto today = std::ranges::count_if(drafts, counts_from_today);
  const auto old = std::ranges::count_if(
      drafts, [year](const TimexDraft& draft) { return is_old(draft, year); });
  Resolver resolver(published, published && today > 0 && today >= old);
  std::vector<Timex> timexes;
  timexes.reserve(drafts.size());
  for (const TimexDraft& draft : drafts) {
    timexes.push_back(resolver.resolve(draft));
  }
  return timexes;
}

}  // namespace parallax
