// What a draft means once the dates around it are known.
#include <algorithm>
#include <cmath>

#include "parallax/read/times/time_memory.h"
#include "parallax/read/times/timex_values.h"
#include "parallax/read/times/write_timex.h"

namespace parallax {
namespace {

/// "In the first nine months" is of no quarter.
constexpr double kManyMonths = 6;
constexpr unsigned kSaturday = 6;
constexpr double kMostUnits = 10000;

class Resolver {
 public:
  explicit Resolver(const TimeMemory& memory) : memory_(memory) {}

  Timex resolve(const TimexDraft& draft) {
    Timex timex{.span = draft.span,
                .type = draft.type,
                .approximate = draft.bound == TimeBound::approximate || is_counted_back(draft)};
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
        if (draft.unit.is('M') && draft.count >= kManyMonths) {
          memory_.leave_quarter();
        }
        timex.value = duration_value(draft.count, draft.vague, draft.unit);
        timex.granularity = granularity_of(draft.unit);
        return timex;
      case TimeMeaning::set:
        write_set(draft, timex);
        return timex;
      default:
        timex.value = draft.value;
        return timex;
    }
    narrow(draft, timex);
    write_time(draft, timex);
    return timex;
  }

 private:
  /// "Eight days ago": in whole days from the day of writing, which may be the one before the day
  /// of publication.
  static bool is_counted_back(const TimexDraft& draft) {
    return draft.meaning == TimeMeaning::shift && draft.base == TimeBase::published &&
           draft.count > 1;
  }

  void calendar(const TimexDraft& draft, Timex& timex) {
    PartialDate date = draft.date;
    if (draft.grain == "named") {  // "Black Monday": the words do not say which
      timex.value = value_of(date);
      timex.granularity = granularity_of(date);
      return;
    }
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
      share_ends(date, last);
    }
    memory_.complete(date, draft);
    if (draft.grain == "Q") {
      const bool known = draft.unit.is('Q') ? memory_.quarter_reaches(draft.sentence)
                                            : memory_.is_of_quarter(draft.sentence);
      date.quarter = known ? memory_.reported_quarter(draft.sentence).quarter : 0;
    }
    write_date(date, draft.bound, timex);
    if (draft.ranged) {
      memory_.complete(last, draft);
      add_range_end(date, last, timex);
      date = last;
    }
    if (date.has_year() && timex.interval.known() && draft.grain != "Q") {
      memory_.remember(date, draft.sentence);
    }
    write_near(draft, timex);
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

  void holiday(const TimexDraft& draft, Timex& timex) {
    const Holiday& holiday = *draft.holiday;
    PartialDate date = draft.date;
    constexpr int kAnyYear = 2000;
    const bool fixed = holiday.kind == Holiday::Kind::fixed;
    const auto some_year = memory_.published() ? day_of(holiday, memory_.today().year)
                           : fixed             ? day_of(holiday, kAnyYear)
                                               : std::nullopt;
    if (some_year && !date.has_year()) {
      const YearMonthDay there = to_date(*some_year);
      date.month = there.month;
      date.day = there.day;
    }
    memory_.complete(date, draft);
    const auto day = date.year != 0 ? day_of(holiday, date.year) : std::nullopt;
    if (!day) {
      timex.value = value_of(date);
      timex.granularity = Granularity::day;
      return;
    }
    const YearMonthDay there = to_date(*day);
    write_date({.year = there.year, .month = there.month, .day = there.day}, draft.bound, timex);
    memory_.remember(*day, draft.sentence);
  }

  /// "The next day they left", where none was named: not the one after publication.
  static bool follows_unnamed(const TimexDraft& draft) {
    return draft.base == TimeBase::anchor && draft.step > 0 && draft.count > 0 &&
           draft.meaning != TimeMeaning::same && draft.tense == Tense::past;
  }

  void weekday(const TimexDraft& draft, Timex& timex) {
    const bool anchored = draft.base == TimeBase::anchor && memory_.last_day().has_value();
    const std::optional<Day> base = anchored ? memory_.last_day() : memory_.published();
    timex.granularity = Granularity::day;
    if (!base || (!anchored && follows_unnamed(draft))) {
      timex.value = value_of(draft.date);
      return;
    }
    const int today = static_cast<int>(weekday_of(*base));
    int offset = static_cast<int>(draft.date.weekday) - today;
    if (draft.ranged) {
      weekdays(draft, *base, timex);
      return;
    }
    if (draft.grain == "week") {
      offset += draft.step * 7;
    } else if (draft.has_step && draft.step != 0) {
      offset += draft.step < 0 && offset >= 0 ? -7 : (draft.step > 0 && offset <= 0 ? 7 : 0);
    } else if (draft.tense == Tense::future || (draft.has_step && draft.step == 0)) {
      offset += offset < 0 ? 7 : 0;
    } else {
      offset -= offset > 0 ? 7 : 0;
    }
    const Day day{base->number + offset};
    if (!is_writable(day)) {
      timex.value = value_of(draft.date);
      return;
    }
    write_day(day, timex);
    memory_.remember(day, draft.sentence);
    write_near(draft, timex);
  }

  /// "From Monday to Wednesday": the last that are over or, ahead, the next.
  void weekdays(const TimexDraft& draft, Day base, Timex& timex) {
    const int today = static_cast<int>(weekday_of(base));
    const int first = static_cast<int>(draft.date.weekday);
    const int days = (static_cast<int>(draft.last.weekday) - first + 6) % 7 + 1;
    int offset = first - today;
    if (draft.tense == Tense::future) {
      offset += offset < 0 ? 7 : 0;
    } else {
      offset -= offset + days > 0 ? 7 : 0;
    }
    const Day begin{base.number + offset};
    const Day end{begin.number + days};
    if (!is_writable(begin) || !is_writable(end)) {
      timex.value = value_of(draft.date);
      return;
    }
    write_day(begin, timex);
    timex.value += "/" + to_iso(end);
    timex.interval.latest = end;
    memory_.remember(end, draft.sentence);
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
    if (draft.vague && draft.base == TimeBase::anchor) {
      timex.type = TimexType::duration;  // "days later": how much later nobody says
      timex.value = duration_value(draft.count, draft.vague, draft.unit);
      return;
    }
    if (draft.vague || std::abs(total) > kMostUnits) {
      timex.value = draft.step < 0 ? "PAST_REF" : "FUTURE_REF";
      return;
    }
    if (draft.grain == "Q" && memory_.is_of_quarter(draft.sentence)) {
      quarters(memory_.reported_quarter(draft.sentence), static_cast<int>(total) * 4, draft, timex);
      return;
    }
    if (draft.unit.is('Q')) {
      shift_quarters(static_cast<int>(total), draft, timex);
      return;
    }
    const bool by_day = draft.unit.is('D') || draft.unit.is('W') || draft.unit.clock;
    const bool anchored =
        draft.base == TimeBase::anchor &&
        (by_day ? memory_.day_reaches(draft.sentence) : memory_.date_reaches(draft.sentence));
    if (!anchored && follows_unnamed(draft)) {
      return;
    }
    const bool here = draft.meaning == TimeMeaning::same && by_day && !memory_.last_day();
    const std::optional<Day> day = here       ? memory_.day_at_hand()
                                   : anchored ? memory_.last_day()
                                              : memory_.published();
    const PartialDate base = anchored && !by_day ? memory_.date()
                                                 : PartialDate{.year = memory_.today().year,
                                                               .month = memory_.today().month,
                                                               .day = memory_.today().day};
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
    if (date.has_year() && (date.year == 0 || is_writable(date.year)) &&
        (date.decade == 0 || is_writable(date.decade))) {
      write_date(date, draft.bound, timex);
      if (anchored && timex.interval.known()) {
        memory_.remember(date, draft.sentence);
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
    if (draft.base == TimeBase::anchor && memory_.quarter_reaches(draft.sentence)) {
      const bool latest = draft.grain == "latest";
      quarters(latest ? memory_.reported_quarter(draft.sentence) : memory_.quarter(), count, draft,
               timex);
    } else if (memory_.published()) {
      PartialDate now{.year = memory_.today().year, .quarter = (memory_.today().month + 2) / 3};
      // of a quarter that nobody named, the figures are those of the last one that is over
      const bool over = draft.base == TimeBase::anchor && count == 0;
      quarters(now, over ? -1 : count, draft, timex);
    }
  }

  void quarters(const PartialDate& from, int count, const TimexDraft& draft, Timex& timex) {
    const int quarter = from.year * 4 + static_cast<int>(from.quarter) - 1 + count;
    if (quarter < 4 || !is_writable(quarter / 4)) {
      return;
    }
    const PartialDate date{.year = quarter / 4, .quarter = static_cast<unsigned>(quarter % 4) + 1};
    write_date(date, draft.bound, timex);
    if (draft.meaning == TimeMeaning::same) {
      memory_.remember(date, draft.sentence);
    }
  }

  void by_days(const TimexDraft& draft, double total, Day day, Timex& timex) {
    int count = static_cast<int>(std::floor(total));
    if (draft.grain == "weekend" && draft.tense != Tense::future && weekday_of(day) < kSaturday) {
      count = -1;  // "over the weekend"
    }
    if (draft.unit.is('W')) {
      const Day monday{day.number + count * 7 - static_cast<int>(weekday_of(day)) + 1};
      const bool weekend = draft.part == "WE";
      if (!is_writable(monday) || !is_writable(Day{monday.number + 6})) {
        return;
      }
      write_week(monday, timex);
      if (weekend) {
        timex.value += "-WE";
        timex.interval.earliest = Day{monday.number + 5};
      }
      return;
    }
    if (!is_writable(Day{day.number + count})) {
      return;
    }
    const Granularity granularity = timex.granularity;
    const Day target{day.number + (draft.unit.is('D') ? count : 0)};
    write_day(target, timex);
    timex.granularity = draft.unit.is('D') ? Granularity::day : granularity;
    memory_.remember(target, draft.sentence);
  }

  TimeMemory memory_;
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
  Resolver resolver(TimeMemory(published, published && today > 0 && today >= old));
  std::vector<Timex> timexes;
  timexes.reserve(drafts.size());
  for (const TimexDraft& draft : drafts) {
    timexes.push_back(resolver.resolve(draft));
  }
  return timexes;
}

}  // namespace parallax
