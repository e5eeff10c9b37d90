#include "parallax/collect/written_date.h"

#include <doctest/doctest.h>

using namespace parallax;

namespace {

std::string date_in(std::string_view line) {
  static const PageRules kRules = PageRules::load(DataFiles::built_in());
  const auto date = find_written_date(line, kRules);
  return date ? date->iso : "none";
}

}  // namespace

TEST_CASE("dates in the usual shapes") {
  CHECK(date_in("14 May 2031") == "2031-05-14");
  CHECK(date_in("Tuesday, 14th of May, 2031") == "2031-05-14");
  CHECK(date_in("May 14, 2031") == "2031-05-14");
  CHECK(date_in("Sept. 3rd, 2031") == "2031-09-03");
  CHECK(date_in("2031-05-14") == "2031-05-14");
  CHECK(date_in("2031/05/14") == "2031-05-14");
  CHECK(date_in("14.05.2031") == "2031-05-14");
  CHECK(date_in("05.06.2031") == "2031-06-05");
  CHECK(date_in("29-02-2032") == "2032-02-29");
  CHECK(date_in("05/14/2031") == "2031-05-14");
}

TEST_CASE("times follow their date") {
  CHECK(date_in("14 May 2031 [11:11] - OUTLET") == "2031-05-14T11:11");
  CHECK(date_in("14-05-2031 15:03:37 | Society") == "2031-05-14T15:03:37");
  CHECK(date_in("2031-05-14T08:00:30.250+04:00") == "2031-05-14T08:00:30");
  CHECK(date_in("May 14, 2031 at 3:05 p.m.") == "2031-05-14T15:05");
  CHECK(date_in("May 14, 2031, 12:05 am") == "2031-05-14T00:05");
  CHECK(date_in("14 May 2031, 25:00") == "2031-05-14");
}

TEST_CASE("what may be read in two ways, or is no day, is no date") {
  CHECK(date_in("05/06/2031") == "none");
  CHECK(date_in("30 February 2031") == "none");
  CHECK(date_in("2031-13-01") == "none");
  CHECK(date_in("14 May") == "none");
  CHECK(date_in("call 22-33-4455667") == "none");
  CHECK(date_in("") == "none");
  CHECK(date_in("May") == "none");
}
