#include "parallax/read/times/timex_values.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace parallax {
namespace {

std::string formatted(const char* format, int a, unsigned b = 0) {
  std::array<char, 48> buffer{};
  const int size = std::snprintf(buffer.data(), buffer.size(), format, a, b);
  return {buffer.data(), static_cast<std::size_t>(std::clamp(size, 0, 47))};
}

/// 0 winter, 1 spring, 2 summer, 3 autumn.
unsigned season_index(unsigned first_month) { return first_month % 12 / 3; }

Interval months(int year, unsigned first, unsigned last) {
  const int last_year = last < first ? year + 1 : year;
  return {make_day(year, first, 1), make_day(last_year, last, days_in_month(last_year, last))};
}

/// A whole number, or one with up to two decimals.
std::string number_text(double number) {
  if (std::abs(number - std::round(number)) < 0.001) {
    return std::to_string(std::llround(number));
  }
  std::string text = std::to_string(std::round(number * 100) / 100);
  text.erase(text.find_last_not_of('0') + 1);
  return text;
}

/// The unit that a broken count is carried on in, and how many of them one is.
struct Finer {
  char letter;
  bool clock;
  int count;
};
std::optional<Finer> finer_than(const TimeUnit& unit) {
  if (unit.clock) {
    return unit.letter == 'H'   ? std::optional(Finer{'M', true, 60})
           : unit.letter == 'M' ? std::optional(Finer{'S', true, 60})
                                : std::nullopt;
  }
  switch (unit.letter) {
    case 'Y':
      return Finer{'M', false, 12};
    case 'D':
      return Finer{'H', true, 24};
    default:
      return std::nullopt;
  }
}

/// Years for ten, hundred and a thousand of them.
TimeUnit counted_unit(const TimeUnit& unit) {
  TimeUnit counted = unit;
  const int years = unit.letter == 'E'   ? 10
                    : unit.letter == 'C' ? 100
                    : unit.letter == 'L' ? 1000
                                         : 0;
  if (years != 0 && !unit.clock) {
    counted.letter = 'Y';
    counted.count *= years;
  }
  return counted;
}

/// The Sunday of Easter in the Gregorian calendar, by the method of Meeus, Jones and Butcher.
std::optional<Day> easter(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
  const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
  return make_day(year, static_cast<unsigned>(f / 31), static_cast<unsigned>(f % 31 + 1));
}

}  // namespace

bool is_writable(int year) { return year >= 1 && year <= 9999; }

bool is_writable(Day day) {
  constexpr Day kFirst{-719162};  // 0001-01-01
  constexpr Day kLast{2932896};   // 9999-12-31
  return day >= kFirst && day <= kLast;
}

std::string week_value(Day day) {
  const Day thursday{day.number + 4 - static_cast<int>(weekday_of(day))};
  const int year = to_date(thursday).year;
  const auto first = make_day(year, 1, 1);
  const int week = first ? (thursday.number - first->number) / 7 + 1 : 1;
  return formatted("%04d-W%02u", year, static_cast<unsigned>(week));
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
  } else if (date.half != 0) {
    value += formatted("-H%d", static_cast<int>(date.half));
  } else if (date.season.first != 0) {
    constexpr std::array kNames = {"-WI", "-SP", "-SU", "-FA"};
    value += kNames.at(season_index(date.season.first));
  } else if (date.weekday != 0 && date.year == 0) {
    value += formatted("-WXX-%d", static_cast<int>(date.weekday));
  } else if (date.has_day()) {
    value += formatted("-XX-%02d", static_cast<int>(date.day));
  }
  return value;
}

Interval days_of(const PartialDate& date) {
  if (date.century != 0) {
    return {make_day((date.century - 1) * 100 + 1, 1, 1), make_day(date.century * 100, 12, 31)};
  }
  if (date.decade != 0) {
    return {make_day(date.decade, 1, 1), make_day(date.decade + 9, 12, 31)};
  }
  if (date.month != 0 && date.has_day()) {
    const auto day = make_day(date.year, date.month, date.day);
    return {day, day};
  }
  if (date.month != 0) {
    return months(date.year, date.month, date.month);
  }
  if (date.quarter != 0) {
    return months(date.year, date.quarter * 3 - 2, date.quarter * 3);
  }
  if (date.half != 0) {
    return months(date.year, date.half * 6 - 5, date.half * 6);
  }
  if (date.season.first > date.season.second) {
    // a winter belongs to either of two years
    return {make_day(date.year - 1, date.season.first, 1),
            months(date.year, date.season.first, date.season.second).latest};
  }
  return date.season.first != 0 ? months(date.year, date.season.first, date.season.second)
                                : months(date.year, 1, 12);
}

Granularity granularity_of(const PartialDate& date) {
  if (date.century != 0) {
    return Granularity::century;
  }
  if (date.decade != 0) {
    return Granularity::decade;
  }
  if (date.has_day() || date.weekday != 0) {
    return Granularity::day;
  }
  if (date.month != 0) {
    return Granularity::month;
  }
  if (date.quarter != 0) {
    return Granularity::quarter;
  }
  if (date.half != 0) {
    return Granularity::half_year;
  }
  return date.season.first != 0 ? Granularity::season : Granularity::year;
}

Granularity granularity_of(const TimeUnit& unit) {
  if (unit.clock) {
    return unit.letter == 'H'   ? Granularity::hour
           : unit.letter == 'M' ? Granularity::minute
                                : Granularity::second;
  }
  switch (unit.letter) {
    case 'D':
      return Granularity::day;
    case 'W':
      return Granularity::week;
    case 'M':
      return Granularity::month;
    case 'Q':
      return Granularity::quarter;
    case 'Y':
      return Granularity::year;
    case 'E':
      return Granularity::decade;
    case 'C':
      return Granularity::century;
    case 'L':
      return Granularity::millennium;
    default:
      return Granularity::none;
  }
}

std::string unresolved_value(const TimeUnit& unit) {
  if (unit.clock) {
    return "XXXX-XX-XX";
  }
  switch (unit.letter) {
    case 'M':
      return "XXXX-XX";
    case 'Q':
      return "XXXX-QX";
    case 'W':
      return "XXXX-WXX";
    case 'D':
      return "XXXX-XX-XX";
    default:
      return "XXXX";
  }
}

std::string duration_value(double count, bool vague, const TimeUnit& unit) {
  const std::string head = unit.clock ? "PT" : "P";
  if (vague || unit.letter == 'X') {
    return head + "X" + unit.letter;
  }
  const TimeUnit counted = counted_unit(unit);
  const double total = count * counted.count;
  const double whole = std::floor(total + 0.001);
  const auto finer = finer_than(counted);
  const double rest = finer ? (total - whole) * finer->count : 0;
  if (rest < 0.01 || !finer || std::abs(rest - std::round(rest)) > 0.05) {
    return head + number_text(total) + counted.letter;
  }
  std::string value = head + (whole > 0 ? number_text(whole) + counted.letter : "");
  value += finer->clock && !counted.clock ? "T" : "";
  return value + number_text(std::round(rest)) + finer->letter;
}

std::string clock_value(const ClockTime& clock) {
  return formatted("T%02d:%02u", clock.hour, static_cast<unsigned>(clock.minute)) +
         (clock.zone ? "Z" : "");
}

std::string edtf_of(const PartialDate& date, TimeBound bound) {
  std::string form;
  if (date.century != 0) {
    form = formatted("%02dXX", date.century - 1);
  } else if (date.decade != 0) {
    form = formatted("%dX", date.decade / 10);
  } else if (date.year != 0 && date.season.first != 0) {
    // 21 spring, 22 summer, 23 autumn, 24 winter
    constexpr std::array<unsigned, 4> kCodes = {24, 21, 22, 23};
    form = formatted("%04d-%u", date.year, kCodes.at(season_index(date.season.first)));
  } else if (date.year != 0 && date.quarter != 0) {
    form = formatted("%04d-%u", date.year, 32 + date.quarter);
  } else if (date.year != 0 && date.half != 0) {
    form = formatted("%04d-%u", date.year, 39 + date.half);
  } else if (bound == TimeBound::approximate) {
    form = value_of(date);
  }
  return bound == TimeBound::approximate && !form.empty() ? form + "~" : form;
}

Interval part_of(Interval whole, std::string_view period) {
  if (!whole.earliest || !whole.latest || period.empty() || *whole.earliest == *whole.latest) {
    return whole;
  }
  const int size = whole.latest->number - whole.earliest->number;
  if (period == "START") {
    whole.latest->number -= size / 2;
  } else if (period == "END") {
    whole.earliest->number += size / 2;
  } else if (period == "MID") {
    whole.earliest->number += size / 4;
    whole.latest->number -= size / 4;
  }
  return whole;
}

std::string edtf_of_part(const Interval& part, Granularity whole) {
  if (!part.earliest || !part.latest) {
    return "";
  }
  const std::size_t size =
      whole >= Granularity::decade ? 4 : (whole >= Granularity::quarter ? 7 : 10);
  return to_iso(*part.earliest).substr(0, size) + "~/" + to_iso(*part.latest).substr(0, size) + "~";
}

std::optional<Day> day_of(const Holiday& holiday, int year) {
  if (holiday.kind == Holiday::Kind::easter) {
    const auto sunday = easter(year);
    return sunday ? std::optional(Day{sunday->number + holiday.offset}) : std::nullopt;
  }
  if (holiday.kind == Holiday::Kind::fixed) {
    return make_day(year, holiday.month, holiday.day);
  }
  const auto first = make_day(year, holiday.month, 1);
  if (!first) {
    return std::nullopt;
  }
  const int to_first =
      (static_cast<int>(holiday.weekday) - static_cast<int>(weekday_of(*first)) + 7) % 7;
  const int days = static_cast<int>(days_in_month(year, holiday.month));
  const int weeks = holiday.offset > 0 ? holiday.offset - 1 : (days - 1 - to_first) / 7;
  return Day{first->number + to_first + weeks * 7};
}

}  // namespace parallax
