// Dates with a month, a year or a century in them, and ranges of them.
#include <algorithm>

#include "parallax/read/times/calendar_words.h"

namespace parallax {
namespace {

/// "Saturday, " before a date.
std::size_t weekday_before(const TimeText& text, std::size_t i, PartialDate& date) {
  if (text.word(i).weekday == 0) {
    return i;
  }
  std::size_t at = past_stop(text, i + 1);
  at += text.is_mark(at, ",") ? 1 : 0;
  at += text.is(at, TimeRole::the) ? 1 : 0;
  std::size_t end = 0;
  if (month_at(text, at) == 0 && day_at(text, at, end) == 0) {
    return i;
  }
  date.weekday = text.word(i).weekday;
  return at;
}

/// "2031-05-14", "14-05-2031".
std::size_t match_iso(const TimeText& text, std::size_t i, PartialDate& date) {
  for (std::size_t k = 1; k < 5; ++k) {
    if (!text.glued(i + k) || (k % 2 == 1) != text.is_dash(i + k)) {
      return 0;
    }
  }
  const int first = plain_at(text, i, 4);
  const int second = plain_at(text, i + 2, 2);
  const int third = plain_at(text, i + 4, 4);
  const bool year_first = first >= 1000;
  date.year = year_first ? first : third;
  const bool swapped = !year_first && second > 12;
  date.month = static_cast<unsigned>(std::max(0, swapped ? first : second));
  date.day = static_cast<unsigned>(std::max(0, swapped ? second : (year_first ? third : first)));
  return date.year >= 1000 && make_day(date.year, date.month, date.day) ? i + 5 : 0;
}

/// "14/05/2031", "14.05.2031", "5/14/31": the month is where it can be; day first in doubt, unless
/// slashes stand between.
std::size_t match_numeric(const TimeText& text, std::size_t i, PartialDate& date) {
  const std::string_view whole = text.word_text(i);
  const std::size_t first_mark = whole.find_first_of("/.");
  if (first_mark == std::string_view::npos) {
    return 0;
  }
  const std::size_t second_mark = whole.find(whole[first_mark], first_mark + 1);
  if (second_mark == std::string_view::npos ||
      whole.find_first_not_of("0123456789", second_mark + 1) != std::string_view::npos) {
    return 0;
  }
  int first = to_int(whole.substr(0, first_mark));
  int second = to_int(whole.substr(first_mark + 1, second_mark - first_mark - 1));
  int third = to_int(whole.substr(second_mark + 1));
  if (first > 31) {
    std::swap(first, third);
  } else if ((whole[first_mark] == '/' && first <= 12) || second > 12) {
    std::swap(first, second);
  }
  date.year = third >= 100 ? third : third + (third < 50 ? 2000 : 1900);
  date.month = static_cast<unsigned>(second);
  date.day = static_cast<unsigned>(first);
  return make_day(date.year, date.month, date.day) ? i + 1 : 0;
}

/// "February 26, 1931", "Feb. 26", "November 1931", "November of the same year", "November".
std::size_t match_month_first(const TimeText& text, std::size_t i, PartialDate& date) {
  const std::size_t start = weekday_before(text, i, date);
  date.month = month_at(text, start);
  if (date.month == 0) {
    return 0;
  }
  std::size_t at = past_stop(text, start + 1);
  std::size_t end = 0;
  if (const unsigned day = day_at(text, at, end)) {
    PartialDate with_year = date;
    const std::size_t year_end = year_behind(text, end, with_year);
    const bool named = year_end != end;
    // "in March 20 people met": behind "in" a month has no day
    if (named || start == 0 || !text.is(start - 1, TimeRole::in_month)) {
      date = with_year;
      date.day = day;
      return year_end;
    }
  }
  end = year_behind(text, at, date);
  if (end != at) {
    return end;
  }
  const bool leads =
      start > 0 && (text.is(start - 1, TimeRole::in) || text.is(start - 1, TimeRole::weak_in));
  return text.is(start, TimeRole::no_date) && !leads ? 0 : start + 1;
}

/// "26 February 1931", "the 26th of February", "26 February".
std::size_t match_day_first(const TimeText& text, std::size_t i, PartialDate& date) {
  std::size_t at = weekday_before(text, i, date);
  at += text.is(at, TimeRole::the) ? 1 : 0;
  std::size_t end = 0;
  date.day = day_at(text, at, end);
  if (date.day == 0) {
    return 0;
  }
  end += text.is(end, TimeRole::of) ? 1 : 0;
  date.month = month_at(text, end);
  return date.month == 0 ? 0 : year_behind(text, past_stop(text, end + 1), date);
}

/// "the summer of 1931", "summer 1931", "summer last year".
std::size_t match_season(const TimeText& text, std::size_t i, PartialDate& date) {
  std::size_t at = i + (text.is(i, TimeRole::the) ? 1 : 0);
  if (!text.is(at, TimeRole::season)) {
    return 0;
  }
  date.season = text.word(at).season;
  const std::size_t end = year_behind(text, at + 1, date);
  return end != at + 1 ? end : 0;
}

/// The ordinal at `i`, "20th" or "third"; 0 if there is none.
unsigned ordinal_at(const TimeText& text, std::size_t i, std::size_t& end) {
  const unsigned value = day_at(text, i, end);
  return plain_at(text, i, 2) >= 0 && end == i + 1 ? 0 : value;
}

/// "the 19th century", "third-quarter", "the third quarter of 1931".
std::size_t match_ordinal_period(const TimeText& text, std::size_t i, PartialDate& date) {
  std::size_t at = i + (text.is(i, TimeRole::the) ? 1 : 0);
  if (const int year = year_shaped(text, at)) {
    date.year = year;
    ++at;
  }
  std::size_t end = 0;
  const unsigned ordinal = ordinal_at(text, at, end);
  end += text.is_dash(end) ? 1 : 0;
  const TimeWord& unit = text.word(end);
  if (ordinal == 0 || !unit.is(TimeRole::unit) || unit.clock_unit) {
    return 0;
  }
  if (unit.unit == 'Y' && unit.unit_count == 100 && ordinal <= 21) {
    date.century = static_cast<int>(ordinal);
    return date.year == 0 ? end + 1 : 0;
  }
  if (unit.unit == 'M' && unit.unit_count == 3 && ordinal <= 4) {
    date.quarter = ordinal;
    return date.year != 0 ? end + 1 : year_behind(text, end + 1, date);
  }
  return 0;
}

/// "the 1930s", "the '30s".
std::size_t match_decade(const TimeText& text, std::size_t i, PartialDate& date) {
  std::size_t at = i + (text.is(i, TimeRole::the) ? 1 : 0);
  const bool short_form = at < text.size() && !text.piece(at).plain && text.glued(at + 1);
  at += short_form ? 1 : 0;
  const int value = plain_at(text, at, short_form ? 2 : 4);
  if (value < 10 || value % 10 != 0 || (value < 1000 && !short_form)) {
    return 0;
  }
  std::size_t end = at + 1;
  const bool apostrophe = text.is_mark(end, "'") || text.is_mark(end, "’");
  end += apostrophe && text.glued(end) ? 1 : 0;
  const bool clitic = text.glued(end) && (text.is_mark(end, "'s") || text.is_mark(end, "’s"));
  if (!clitic && (!text.glued(end) || !text.is(end, TimeRole::decade_ending))) {
    return 0;
  }
  date.decade = short_form ? 1900 + value : value;
  return end + 1;
}

/// "fiscal 1931", "1931" in a context that makes it a year, and years in words.
std::size_t match_year(const TimeText& text, std::size_t i, PartialDate& date) {
  if (text.is(i, TimeRole::fiscal) && year_shaped(text, i + 1) != 0) {
    date.year = year_shaped(text, i + 1);
    return i + 2;
  }
  date.year = year_at(text, i);
  if (date.year != 0) {
    return i + 1;
  }
  return spelled_year(text, i, date);
}

std::size_t match_single(const TimeText& text, std::size_t i, PartialDate& date) {
  using Matcher = std::size_t (*)(const TimeText&, std::size_t, PartialDate&);
  constexpr Matcher kMatchers[] = {
      match_iso,    match_numeric, match_month_first,    match_day_first,
      match_season, match_decade,  match_ordinal_period, match_year};
  std::size_t best = 0;
  for (const Matcher matcher : kMatchers) {
    PartialDate candidate;
    const std::size_t end = matcher(text, i, candidate);
    if (end > best) {
      best = end;
      date = candidate;
    }
  }
  return best;
}

/// A dash or a "to" that joins two ends. `open` says that "from" or "between" stands before the
/// first.
std::size_t past_joint(const TimeText& text, std::size_t i, bool from, bool between) {
  if (text.is_dash(i) || (between && text.is(i, TimeRole::in_list))) {
    return i + 1;
  }
  return text.is(i, TimeRole::to) && (from || !text.is(i, TimeRole::in)) ? i + 1 : 0;
}

/// What one end of a range does not say, the other does.
void share(PartialDate& first, PartialDate& last) {
  if (last.month == 0 && last.has_day()) {
    last.month = first.month;
  }
  if (!last.has_year() && first.has_year()) {
    last.year = first.year;
    last.year_base = first.year_base;
    last.year_step = first.year_step;
  } else if (!first.has_year()) {
    first.year = last.year;
    first.year_base = last.year_base;
    first.year_step = last.year_step;
    first.year -= first.year != 0 && first.month > last.month && last.month != 0 ? 1 : 0;
  }
}

/// "27 to 29 February 1931": the first day stands alone.
std::size_t match_days_first_range(const TimeText& text, std::size_t i, TimexDraft& draft) {
  std::size_t end = 0;
  const unsigned first = day_at(text, i, end);
  const std::size_t joint = first == 0 ? 0 : past_joint(text, end, true, true);
  PartialDate last;
  const std::size_t last_end = joint == 0 ? 0 : match_day_first(text, joint, last);
  if (last_end == 0 || first >= last.day) {
    return 0;
  }
  draft.date = last;
  draft.date.day = first;
  draft.last = last;
  return last_end;
}

/// The far end of a range whose first end is in the draft; `end` if there is none.
std::size_t match_range_end(const TimeText& text, std::size_t i, std::size_t end,
                            TimexDraft& draft) {
  PartialDate& first = draft.date;
  const bool between = i > 0 && text.is(i - 1, TimeRole::between);
  const bool from = i > 0 && (text.is(i - 1, TimeRole::from) || between);
  const std::size_t joint = past_joint(text, end, from, between);
  if (joint == 0 || joint >= text.size()) {
    return end;
  }
  PartialDate last;
  std::size_t last_end = match_single(text, joint, last);
  std::size_t day_end = 0;
  const unsigned day = first.has_day() ? day_at(text, joint, day_end) : 0;
  if (last_end == 0 && day > first.day) {
    last.day = day;
    last.month = first.month;
    last_end = year_behind(text, day_end, last);
  }
  if (last_end == 0 && first.year != 0 && !first.has_day()) {
    last.year = second_year(text, joint, first.year);
    last_end = last.year != 0 ? joint + 1 : 0;
  }
  const bool same_grain =
      first.has_day() == last.has_day() && (first.month != 0) == (last.month != 0) &&
      (first.decade != 0) == (last.decade != 0) && (first.century != 0) == (last.century != 0);
  if (last_end == 0 || !same_grain) {
    return end;
  }
  share(first, last);
  draft.last = last;
  return last_end;
}

}  // namespace

std::size_t match_calendar(const TimeText& text, std::size_t i, TimexDraft& draft) {
  if (const std::size_t end = match_days_first_range(text, i, draft)) {
    return end;
  }
  const std::size_t end = match_single(text, i, draft.date);
  if (end == 0) {
    return 0;
  }
  return match_range_end(text, i, end, draft);
}

}  // namespace parallax
