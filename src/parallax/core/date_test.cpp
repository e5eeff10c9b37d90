#include "parallax/core/date.h"

#include <doctest/doctest.h>

using namespace parallax;

TEST_CASE("days are counted over leap years and written as ISO") {
  CHECK_FALSE(make_day(2023, 2, 29).has_value());
  CHECK(to_iso(*make_day(2024, 2, 29)) == "2024-02-29");
  CHECK(make_day(1970, 1, 2)->number == 1);
  CHECK(day_from_iso("2031-05-14T10:00") == make_day(2031, 5, 14));
  CHECK_FALSE(day_from_iso("2031-5-14").has_value());
}

TEST_CASE("values span days") {
  CHECK(interval_from_value("2024-02")->latest == make_day(2024, 2, 29));
  CHECK(interval_from_value("1988/1990-03")->latest == make_day(1990, 3, 31));
  CHECK_FALSE(interval_from_value("soon").has_value());
  CHECK_FALSE(interval_from_value("").has_value());
}

TEST_CASE("disjoint and within respect open ends") {
  const auto y1990 = *interval_from_value("1990");
  const auto y1992 = *interval_from_value("1992");
  CHECK(disjoint(y1990, y1992));
  CHECK(disjoint(y1992, y1990));
  CHECK_FALSE(disjoint(y1990, Interval{y1990.latest, {}}));
  CHECK_FALSE(disjoint({}, y1990));
  CHECK(within(*interval_from_value("1990-05"), y1990));
  CHECK_FALSE(within(y1990, *interval_from_value("1990-05")));
  CHECK_FALSE(within({}, y1990));
  CHECK(within(y1990, {}));
}
