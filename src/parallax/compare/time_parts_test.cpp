#include "parallax/compare/time_parts.h"

#include <doctest/doctest.h>

using namespace parallax;

namespace {

ClockSpan clock(const char* value) { return *time_parts(value).clock; }

bool meet(const char* a, const char* b, int days = 0) {
  CHECK(may_be_one_time(clock(a), clock(b), days) == may_be_one_time(clock(b), clock(a), -days));
  return may_be_one_time(clock(a), clock(b), days);
}

}  // namespace

TEST_CASE("what a value says of day and hour; anything else says nothing") {
  CHECK(time_parts("XXXX-05-21") == TimeParts{.month = 5, .day = 21, .weekday = {}, .clock = {}});
  CHECK(time_parts("XXXX-WXX-7T08:00").weekday == 7);
  CHECK(clock("XXXX-WXX-7T08:00") == ClockSpan{480, 480, false});
  CHECK(clock("2031-05-12T08:30Z") == ClockSpan{510, 510, true});
  CHECK(clock("2031-05-13T24:00") == ClockSpan{1440, 1440, false});
  CHECK_FALSE(time_parts("2031-05-13TXX").clock);
  CHECK_FALSE(time_parts("2031-05-13T99:99").clock);
  for (const char* nothing :
       {"", "PRESENT_REF", "PT90M", "XXXX", "2031-W07", "193", "XXXX-99-77"}) {
    CHECK_FALSE(time_parts(nothing).names_a_day());
    CHECK_FALSE(time_parts(nothing).clock);
  }
}

TEST_CASE("from one hour to another of one day") {
  CHECK(clock("2031-05-14T09:00/2031-05-14T17:30") == ClockSpan{540, 1050, false});
  CHECK(meet("2031-05-14T09:00/2031-05-14T17:30", "T12:07"));
  CHECK_FALSE(meet("2031-05-14T09:00/2031-05-14T17:30", "T20:07"));
  CHECK_FALSE(time_parts("2031-05-14T22:00/2031-05-15T02:00").clock);
  CHECK_FALSE(time_parts("2031-05-14T09:00/2031-05-14TXX").clock);
}

TEST_CASE("a day, a month and a weekday") {
  const Day monday = *make_day(2031, 5, 12);
  CHECK(may_be(time_parts("XXXX-05-12"), monday));
  CHECK(may_be(time_parts("XXXX-05"), monday));
  CHECK(may_be(time_parts("XXXX-WXX-1"), monday));
  CHECK_FALSE(may_be(time_parts("XXXX-WXX-2"), monday));
  CHECK(may_be_one_day(time_parts("XXXX-05"), time_parts("XXXX-05-12")));
  CHECK_FALSE(may_be_one_day(time_parts("XXXX-05-13"), time_parts("XXXX-05-12")));
}

TEST_CASE("a clock time is as exact as it is round") {
  CHECK(meet("T15:30", "T15:33"));
  CHECK_FALSE(meet("T15:31", "T15:33"));
  CHECK_FALSE(meet("T15:30", "T16:00"));
  CHECK(meet("T17:00", "T17:20"));
  CHECK_FALSE(meet("T17:00", "T18:00"));
}

TEST_CASE("a part of the day holds its hours, and a night those behind midnight") {
  CHECK(meet("TMO", "T07:12"));
  CHECK_FALSE(meet("TMO", "T17:12"));
  CHECK(meet("TNI", "T22:12"));
  CHECK(meet("TNI", "T02:12"));
  CHECK(meet("TNI", "T02:12", 1));
  CHECK_FALSE(meet("TNI", "T09:12", 1));
}

TEST_CASE("local time and UTC are not compared") { CHECK(meet("T08:30Z", "T15:12")); }
