#include "parallax/compare/time_parts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "parallax/core/span.h"

namespace parallax {
namespace {

constexpr int kHour = 60;
constexpr int kDay = 24 * kHour;
constexpr int kEndOfNight = 6 * kHour;

struct PartOfDay {
  std::string_view code;  ///< of TIMEX3
  int first;              ///< hours
  int last;
};
/// Wide: one speaker's evening is another's afternoon.
constexpr std::array<PartOfDay, 6> kPartsOfDay = {
    {{"MO", 0, 12}, {"MI", 11, 14}, {"AF", 11, 19}, {"EV", 16, 24}, {"NI", 17, 30}, {"DT", 5, 20}}};

std::optional<unsigned> number(std::string_view text) {
  unsigned value = 0;
  const char* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, value);
  return error == std::errc{} && at == end ? std::optional(value) : std::nullopt;
}

std::optional<unsigned> number_up_to(std::string_view text, unsigned most) {
  const auto value = number(text);
  return value && *value >= 1 && *value <= most ? value : std::nullopt;
}

/// "08:00", "08:00Z", "14", "NI".
std::optional<ClockSpan> clock_of(std::string_view text) {
  ClockSpan clock;
  if (text.ends_with('Z')) {
    clock.is_utc = true;
    text.remove_suffix(1);
  }
  const auto part = std::ranges::find(kPartsOfDay, text, &PartOfDay::code);
  if (part != kPartsOfDay.end()) {
    clock.first = part->first * kHour;
    clock.last = part->last * kHour;
    return clock;
  }
  const auto hour = number(text.substr(0, 2));
  const auto minute = text.size() >= 5 ? number(text.substr(3, 2)) : std::optional(0U);
  if (!hour || !minute || *hour > 24 || *minute > 59) {
    return std::nullopt;
  }
  clock.first = clock.last = static_cast<int>(*hour * kHour + *minute);
  return clock;
}

/// "2031-05-14T09:00/2031-05-14T17:00": from the first hour to the last, unless a day lies between.
std::optional<ClockSpan> clocks_of(std::string_view value, std::size_t clock) {
  const std::size_t slash = std::min(value.find('/'), value.size());
  std::optional<ClockSpan> first = clock_of(value.substr(clock + 1, slash - clock - 1));
  const std::size_t last_clock = value.find('T', slash);
  if (!first || last_clock == std::string_view::npos) {
    return first;
  }
  const auto last = clock_of(value.substr(last_clock + 1));
  const bool one_day = value.substr(0, clock) == value.substr(slash + 1, last_clock - slash - 1);
  if (!last || !one_day || last->last < first->first) {
    return std::nullopt;
  }
  first->last = last->last;
  return first;
}

/// Half the way to the next time that is as round: people speak in hours, halves, quarters, tens
/// and fives.
int slack_of(const ClockSpan& clock) {
  if (!clock.is_exact()) {
    return 0;
  }
  for (const int round : {60, 30, 15, 10, 5}) {
    if (clock.first % round == 0) {
      return round / 2;
    }
  }
  return 1;
}

bool overlap(const ClockSpan& a, const ClockSpan& b, int minutes_between) {
  const int slack = std::max(slack_of(a), slack_of(b));
  const int first = b.first + minutes_between;
  const int last = b.last + minutes_between;
  const int apart = std::max({0, first - a.last, a.first - last});
  return apart == 0 || apart < slack;
}

bool is_night(const ClockSpan& clock) { return clock.last > kDay; }

/// "At two on the night of 13 May" may be two in the morning of the 14th.
bool is_small_hour_of(const ClockSpan& clock, const ClockSpan& night) {
  return is_night(night) && !is_night(clock) && clock.last <= kEndOfNight;
}

}  // namespace

TimeParts time_parts(std::string_view value) {
  TimeParts parts;
  const std::size_t clock = value.find('T');
  if (clock != std::string_view::npos && !value.starts_with('P')) {
    parts.clock = clocks_of(value, clock);
  }
  const std::string_view date = value.substr(0, std::min(clock, value.size()));
  if (date.size() < 7 || date[4] != '-') {
    return parts;
  }
  if (date[5] == 'W') {  // "XXXX-WXX-7"
    parts.weekday = date.size() == 10 ? number_up_to(date.substr(9), 7) : std::nullopt;
    return parts;
  }
  parts.month = number_up_to(date.substr(5, 2), 12);
  parts.day = date.size() == 10 ? number_up_to(date.substr(8), 31) : std::nullopt;
  return parts;
}

bool may_be(const TimeParts& parts, Day day) {
  const YearMonthDay date = to_date(day);
  return (!parts.month || *parts.month == date.month) && (!parts.day || *parts.day == date.day) &&
         (!parts.weekday || *parts.weekday == weekday_of(day));
}

bool may_be_one_day(const TimeParts& a, const TimeParts& b) {
  const auto agree = [](const auto& x, const auto& y) { return !x || !y || *x == *y; };
  return agree(a.month, b.month) && agree(a.day, b.day) && agree(a.weekday, b.weekday);
}

bool may_be_one_time(const ClockSpan& a, const ClockSpan& b, int days) {
  if (a.is_utc != b.is_utc) {
    return true;
  }
  const int between = days * kDay;
  return overlap(a, b, between) || (is_small_hour_of(b, a) && overlap(a, b, between + kDay)) ||
         (is_small_hour_of(a, b) && overlap(a, b, between - kDay));
}

}  // namespace parallax
