#include "parallax/compare/values.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "parallax/compare/time_parts.h"

namespace parallax {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
/// "about 300" holds 270 to 330, and no less than rounding to its digits.
constexpr double kAboutShare = 0.1;
constexpr int kMostDecimals = 3;
constexpr std::int32_t kAboutDays = 1;
constexpr int kAboutMinutes = 30;
/// "around May 1931", "41 years ago": half of what is named may lie on either side.
constexpr std::int32_t kAboutPart = 2;
/// A date without a year is looked for in no more days than these.
constexpr std::int32_t kYear = 366;

struct Range {
  double low = 0;
  double high = kInfinity;

  bool meets(const Range& other) const { return high >= other.low && other.high >= low; }
};

/// Half a unit of the last digit that is not zero: 6,000 stands for 5,500 to 6,500, 1.5 for 1.45 to
/// 1.55.
double rounding(double value) {
  double unit = 1;
  const auto is_whole = [&] {
    const double units = value / unit;
    return std::abs(units - std::round(units)) <= 1e-6 * std::max(1.0, units);
  };
  for (int digits = 0; digits < kMostDecimals && !is_whole(); ++digits) {
    unit /= 10;
  }
  while (value > 0 && std::fmod(value, unit * 10) == 0) {
    unit *= 10;
  }
  return unit / 2;
}

Range widened(const Range& range, double share) {
  const auto slack = [&](double end) {
    return std::isinf(end) ? 0 : std::max(rounding(end), end * share);
  };
  return {range.low - slack(range.low), range.high + slack(range.high)};
}

Range range_of(const Value& value) {
  const Range range{value.low.value_or(0), value.high.value_or(kInfinity)};
  const bool one_number = value.low && value.high && *value.low == *value.high;
  return value.approximate && one_number ? widened(range, kAboutShare) : range;
}

/// In the base unit. What is said in two units was rounded in each.
Range in_base(const Value& value, double size) {
  const Range range = value.approximate ? range_of(value) : widened(range_of(value), 0);
  return {range.low * size, range.high * size};
}

bool is_cumulative(const Claim& claim) {
  return claim.topic.when.latest && !claim.topic.when.earliest;
}

/// A count up to a day may be smaller than one that runs later, or that does not say how far it
/// runs.
bool earlier_and_smaller(const Claim& a, const Claim& b, const Range& ra, const Range& rb) {
  const bool later =
      b.topic.when_inferred || !b.topic.when.latest || *a.topic.when.latest < *b.topic.when.latest;
  return ra.high < rb.low && later;
}

Comparison against(const Claim& a, const Claim& b) {
  return {Relation::conflict,
          std::min(a.answer, b.answer) + " against " + std::max(a.answer, b.answer)};
}

std::string days_text(double days) {
  const auto whole = static_cast<long>(std::lround(days));
  return whole == 1 ? "one day" : std::to_string(whole) + " days";
}

Comparison compare_in_two_units(const Claim& a, const Claim& b, const Units& units) {
  const auto unit_a = units.find(a.value.unit);
  const auto unit_b = units.find(b.value.unit);
  const bool measured = unit_a != units.end() && unit_b != units.end();
  if (!measured || unit_a->second.kind != unit_b->second.kind || unit_a->second.kind == "money") {
    return {Relation::undecidable, ""};
  }
  const bool meet =
      in_base(a.value, unit_a->second.size).meets(in_base(b.value, unit_b->second.size));
  return meet ? Comparison{Relation::compatible, ""} : against(a, b);
}

/// A date as it is compared.
struct Moment {
  Interval when;
  TimeParts parts;
  bool approximate = false;

  bool is_one_day() const { return when.earliest && when.earliest == when.latest; }
  std::int32_t slack() const {
    const bool bounded = when.earliest && when.latest;
    return !approximate ? 0
           : bounded
               ? std::max(kAboutDays, (when.latest->number - when.earliest->number) / kAboutPart)
               : kAboutDays;
  }
};

Moment moment_of(const Value& value) {
  Moment moment{value.when, time_parts(value.word), value.approximate};
  if (moment.approximate && moment.parts.clock) {
    moment.parts.clock->first -= kAboutMinutes;
    moment.parts.clock->last += kAboutMinutes;
  }
  return moment;
}

Relation compare_clocks(const Moment& a, const Moment& b, int days) {
  const bool both = a.parts.clock && b.parts.clock;
  if (both && !may_be_one_time(*a.parts.clock, *b.parts.clock, days)) {
    return Relation::conflict;
  }
  return a.parts.clock == b.parts.clock ? Relation::same : Relation::compatible;
}

/// Both with their years.
Relation compare_known(const Moment& a, const Moment& b) {
  if (!disjoint(a.when, b.when)) {
    if (a.is_one_day() && b.is_one_day()) {
      return compare_clocks(a, b, 0);
    }
    return a.when == b.when ? Relation::same : Relation::compatible;
  }
  const bool a_first = a.when.latest && b.when.earliest && *a.when.latest < *b.when.earliest;
  const std::int32_t gap = a_first ? b.when.earliest->number - a.when.latest->number
                                   : a.when.earliest->number - b.when.latest->number;
  if (gap <= std::max(a.slack(), b.slack())) {
    return Relation::compatible;
  }
  const bool one_night =
      gap == 1 && a.is_one_day() && b.is_one_day() && a.parts.clock && b.parts.clock;
  const bool meet = one_night && compare_clocks(a, b, a_first ? 1 : -1) != Relation::conflict;
  return meet ? Relation::compatible : Relation::conflict;
}

bool holds_a_day(const Interval& when, const TimeParts& parts, std::int32_t slack) {
  if (!when.earliest || !when.latest || when.latest->number - when.earliest->number >= kYear) {
    return true;
  }
  for (std::int32_t day = when.earliest->number - slack; day <= when.latest->number + slack;
       ++day) {
    if (may_be(parts, Day{day})) {
      return true;
    }
  }
  return false;
}

/// One with its year, one without.
Relation compare_with_partial(const Moment& known, const Moment& partial) {
  if (!partial.parts.names_a_day()) {
    return Relation::undecidable;
  }
  if (!holds_a_day(known.when, partial.parts, std::max(known.slack(), partial.slack()))) {
    return Relation::conflict;
  }
  if (!known.is_one_day() || !may_be(partial.parts, *known.when.earliest)) {
    return Relation::compatible;
  }
  const Relation clocks = compare_clocks(known, partial, 0);
  return partial.parts.month && partial.parts.day ? clocks : std::max(clocks, Relation::compatible);
}

Relation compare_partials(const Moment& a, const Moment& b) {
  if (!may_be_one_day(a.parts, b.parts)) {
    return Relation::conflict;
  }
  const auto says_nothing = [](const TimeParts& parts) {
    return !parts.names_a_day() && !parts.clock;
  };
  if (says_nothing(a.parts) || says_nothing(b.parts)) {
    return Relation::undecidable;
  }
  const Relation clocks = compare_clocks(a, b, 0);
  return a.parts == b.parts ? Relation::same : std::max(clocks, Relation::compatible);
}

/// The units of "P2Y6M" and "PT90M", as units.tsv names them.
std::string_view unit_of_letter(char letter, bool clock) {
  switch (letter) {
    case 'Y':
      return "year";
    case 'M':
      return clock ? "minute" : "month";
    case 'W':
      return "week";
    case 'D':
      return "day";
    case 'H':
      return "hour";
    case 'S':
      return "second";
    default:
      return {};
  }
}

/// Of a duration in several units the first stands for the rest.
void set_duration(std::string_view value, Value& out) {
  const std::size_t first = value.find_first_of("0123456789");
  double count = 0;
  const char* end = value.data() + value.size();
  if (first == std::string_view::npos) {
    return;
  }
  const auto [at, error] = std::from_chars(value.data() + first, end, count);
  if (error != std::errc{} || at == end) {
    return;
  }
  out.unit = unit_of_letter(*at, value.substr(0, first).contains('T'));
  if (!out.unit.empty()) {
    out.low = out.high = count;
    out.approximate = out.approximate || at + 1 != end;
  }
}

}  // namespace

Value value_of(const Figure& figure) {
  return {.low = figure.low,
          .high = figure.high,
          .approximate = figure.approximate,
          .unit = figure.unit,
          .scope_days = figure.scope_days};
}

Value value_of(const Timex& timex) {
  Value value{.approximate = timex.approximate, .when = timex.interval};
  if (timex.type == TimexType::duration) {
    set_duration(timex.value, value);
  } else if (timex.type != TimexType::set) {
    const TimeParts parts = time_parts(timex.value);
    const bool says_more = parts.clock || (!timex.interval.known() && parts.names_a_day());
    value.word = says_more ? timex.value : "";
  }
  return value;
}

Comparison compare_figures(const Claim& a, const Claim& b, const Units& units) {
  const auto says_nothing = [](const Value& value) { return !value.low && !value.high; };
  if (says_nothing(a.value) || says_nothing(b.value)) {
    return {Relation::undecidable, ""};
  }
  if (a.value.unit != b.value.unit) {
    return compare_in_two_units(a, b, units);
  }
  const Range ra = range_of(a.value);
  const Range rb = range_of(b.value);
  if (ra.meets(rb)) {
    const bool equal = a.value.low == b.value.low && a.value.high == b.value.high;
    return {equal ? Relation::same : Relation::compatible, ""};
  }
  const bool excused = (is_cumulative(a) && earlier_and_smaller(a, b, ra, rb)) ||
                       (is_cumulative(b) && earlier_and_smaller(b, a, rb, ra));
  if (excused) {
    return {Relation::compatible, "the smaller number is counted up to an earlier day"};
  }
  const Claim& smaller = ra.high < rb.low ? a : b;
  const Claim& larger = ra.high < rb.low ? b : a;
  const auto small_scope = smaller.value.scope_days;
  const auto large_scope = larger.value.scope_days;
  if (small_scope && large_scope && *small_scope != *large_scope) {
    if (*small_scope < *large_scope) {
      return {Relation::compatible, "the smaller number covers a shorter time"};
    }
    return {Relation::conflict, smaller.answer + " in " + days_text(*small_scope) + " against " +
                                    larger.answer + " in " + days_text(*large_scope) +
                                    ": the wider scope has the smaller number"};
  }
  return {Relation::conflict, smaller.answer + " against " + larger.answer};
}

Comparison compare_dates(const Claim& a, const Claim& b) {
  const Moment of_a = moment_of(a.value);
  const Moment of_b = moment_of(b.value);
  const bool known_a = a.value.when.known();
  const bool known_b = b.value.when.known();
  const Relation relation = known_a && known_b     ? compare_known(of_a, of_b)
                            : !known_a && !known_b ? compare_partials(of_a, of_b)
                            : known_a              ? compare_with_partial(of_a, of_b)
                                                   : compare_with_partial(of_b, of_a);
  return relation == Relation::conflict ? against(a, b) : Comparison{relation, ""};
}

}  // namespace parallax
