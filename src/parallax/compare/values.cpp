#include "parallax/compare/values.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace parallax {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kAboutShare =
    0.1;  // "about 300" holds 270 to 330, and no less than rounding to its digits

struct Range {
  double low = 0;
  double high = kInfinity;
};

/// Half a unit of the last digit that is not zero: 6,000 stands for 5,500 to 6,500.
double rounding(double value) {
  double unit = 1;
  while (value > 0 && std::fmod(value, unit * 10) == 0) {
    unit *= 10;
  }
  return unit / 2;
}

Range range_of(const Value& value) {
  Range range{value.low.value_or(0), value.high.value_or(kInfinity)};
  if (value.approximate && value.low && value.high && *value.low == *value.high) {
    const double slack = std::max(rounding(*value.low), *value.low * kAboutShare);
    range = {*value.low - slack, *value.low + slack};
  }
  return range;
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

/// `MM-DD` of a date claim; of a day without a year that is all there is.
std::string month_and_day(const Claim& claim) {
  if (!claim.value.word.empty() || !claim.value.when.earliest) {
    return claim.value.word;
  }
  return to_iso(*claim.value.when.earliest).substr(5);
}

Comparison against(const Claim& a, const Claim& b) {
  return {Relation::conflict,
          std::min(a.answer, b.answer) + " against " + std::max(a.answer, b.answer)};
}

std::string days_text(double days) {
  const auto whole = static_cast<long>(std::lround(days));
  return whole == 1 ? "one day" : std::to_string(whole) + " days";
}

}  // namespace

Comparison compare_figures(const Claim& a, const Claim& b) {
  const Range ra = range_of(a.value);
  const Range rb = range_of(b.value);
  if (ra.high >= rb.low && rb.high >= ra.low) {
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
  if (!a.value.word.empty() || !b.value.word.empty()) {
    const bool same = month_and_day(a) == month_and_day(b);
    return same ? Comparison{} : against(a, b);
  }
  if (disjoint(a.value.when, b.value.when)) {
    return against(a, b);
  }
  return {a.value.when == b.value.when ? Relation::same : Relation::compatible, ""};
}

}  // namespace parallax
