#include "parallax/core/date.h"

#include <charconv>
#include <chrono>
#include <cstdio>

namespace parallax {
namespace {

std::optional<int> number_at(std::string_view text, std::size_t begin, std::size_t size) {
  if (begin + size > text.size()) {
    return std::nullopt;
  }
  int value = 0;
  const char* first = text.data() + begin;
  const auto [end, error] = std::from_chars(first, first + size, value);
  if (error != std::errc{} || end != first + size || *first == '-') {
    return std::nullopt;
  }
  return value;
}

std::optional<Interval> simple_interval(std::string_view value) {
  const auto year = number_at(value, 0, 4);
  if (!year) {
    return std::nullopt;
  }
  if (value.size() == 4) {
    return Interval{make_day(*year, 1, 1), make_day(*year, 12, 31)};
  }
  const auto month = number_at(value, 5, 2);
  if (!month || value[4] != '-') {
    return std::nullopt;
  }
  const auto m = static_cast<unsigned>(*month);
  if (value.size() == 7) {
    const auto first = make_day(*year, m, 1);
    return first ? std::optional(Interval{first, make_day(*year, m, days_in_month(*year, m))})
                 : std::nullopt;
  }
  const auto day = day_from_iso(value);
  return day ? std::optional(Interval{day, day}) : std::nullopt;
}

}  // namespace

unsigned days_in_month(int year, unsigned month) {
  if (month < 1 || month > 12) {
    return 0;
  }
  namespace c = std::chrono;
  return static_cast<unsigned>(
      c::year_month_day_last(c::year(year), c::month_day_last(c::month(month))).day());
}

std::optional<Day> make_day(int year, unsigned month, unsigned day) {
  if (year < 1 || year > 9999 || day < 1 || day > days_in_month(year, month)) {
    return std::nullopt;
  }
  namespace c = std::chrono;
  const c::sys_days days{c::year_month_day(c::year(year), c::month(month), c::day(day))};
  return Day{static_cast<std::int32_t>(days.time_since_epoch().count())};
}

YearMonthDay to_date(Day day) {
  namespace c = std::chrono;
  const c::year_month_day date{c::sys_days{c::days{day.number}}};
  return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
          static_cast<unsigned>(date.day())};
}

unsigned weekday_of(Day day) { return static_cast<unsigned>(((day.number % 7) + 7 + 3) % 7) + 1; }

std::string to_iso(Day day) {
  const YearMonthDay date = to_date(day);
  char buffer[24];
  std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", date.year, date.month, date.day);
  return buffer;
}

std::optional<Day> day_from_iso(std::string_view iso) {
  const auto year = number_at(iso, 0, 4);
  const auto month = number_at(iso, 5, 2);
  const auto day = number_at(iso, 8, 2);
  if (!year || !month || !day || iso[4] != '-' || iso[7] != '-') {
    return std::nullopt;
  }
  return make_day(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

bool disjoint(const Interval& a, const Interval& b) {
  const auto before = [](const Interval& x, const Interval& y) {
    return x.latest && y.earliest && *x.latest < *y.earliest;
  };
  return before(a, b) || before(b, a);
}

bool within(const Interval& inner, const Interval& outer) {
  const bool from = !outer.earliest || (inner.earliest && *outer.earliest <= *inner.earliest);
  const bool to = !outer.latest || (inner.latest && *inner.latest <= *outer.latest);
  return from && to;
}

std::optional<Interval> interval_from_value(std::string_view value) {
  const auto slash = value.find('/');
  if (slash == std::string_view::npos) {
    return simple_interval(value);
  }
  const auto first = simple_interval(value.substr(0, slash));
  const auto last = simple_interval(value.substr(slash + 1));
  if (!first && !last) {
    return std::nullopt;
  }
  return Interval{first ? first->earliest : std::nullopt, last ? last->latest : std::nullopt};
}

}  // namespace parallax
