#include "parallax/read/times/find_timexes.h"

#include <doctest/doctest.h>

#include "parallax/read/sample_reading.h"

namespace parallax {
namespace {

/// "words=value" of every timex, joined by "; ".
std::string found(const std::string& text, std::optional<std::string> published = std::nullopt) {
  static const TimeLexicon kLexicon = TimeLexicon::load(DataFiles::built_in(), "en");
  SampleReading sample(text, std::move(published));
  std::string out;
  for (const Timex& timex : find_timexes(sample.reading, kLexicon)) {
    out += out.empty() ? "" : "; ";
    out += std::string(sample.reading.text(timex.span)) + "=" + timex.value;
  }
  return out;
}

Interval interval(const std::string& text, std::optional<std::string> published = std::nullopt) {
  const TimeLexicon lexicon = TimeLexicon::load(DataFiles::built_in(), "en");
  SampleReading sample(text, std::move(published));
  const auto timexes = find_timexes(sample.reading, lexicon);
  return timexes.empty() ? Interval{} : timexes.front().interval;
}

TEST_CASE("dates in their usual shapes") {
  CHECK(found("The bridge fell on 26 February 1931.") == "26 February 1931=1931-02-26");
  CHECK(found("The bridge fell on February 26, 1931.") == "February 26, 1931=1931-02-26");
  CHECK(found("It opened on 2031-05-14 and shut on 29-02-2028.") ==
        "2031-05-14=2031-05-14; 29-02-2028=2028-02-29");
  CHECK(found("It fell in November 1931.") == "November 1931=1931-11");
  CHECK(found("Signed in 1813 and 1828.") == "1813=1813; 1828=1828");
  CHECK(found("A map of the early 19th century.") == "the early 19th century=18");
  CHECK(found("The songs of the 1930s.") == "the 1930s=193");
  CHECK(found("By the summer of 1931 all was over.") == "the summer of 1931=1931-SU");
}

TEST_CASE("ranges are one expression with one interval") {
  CHECK(found("It lasted from February 27 to 29, 1932.") ==
        "February 27 to 29, 1932=1932-02-27/1932-02-29");
  CHECK(found("It lasted from February 27 to February 29, 1932.") ==
        "February 27 to February 29, 1932=1932-02-27/1932-02-29");
  CHECK(found("The raids of 19-20 May 1932.") == "19-20 May 1932=1932-05-19/1932-05-20");
  CHECK(found("In April-August 1932 and from 1933 to 1935.") ==
        "April-August 1932=1932-04/1932-08; 1933 to 1935=1933/1935");
  CHECK(to_iso(*interval("In 1931-34 it rained.").latest) == "1934-12-31");
}

TEST_CASE("a date without a year takes it from the dates before it") {
  CHECK(
      found("It began on February 27, 1931. On February 28 it went on. The next day it stopped.") ==
      "February 27, 1931=1931-02-27; February 28=1931-02-28; The next day=1931-03-01");
  CHECK(found("In April 1931 he came. In November of the same year he left.") ==
        "April 1931=1931-04; November of the same year=1931-11");
  CHECK(found("It began on February 28.") == "February 28=XXXX-02-28");
  CHECK_FALSE(interval("It began on February 28.").known());
}

TEST_CASE("the day of publication resolves what counts from it") {
  CHECK(found("They met yesterday, and last month too.", "2031-05-14") ==
        "yesterday=2031-05-13; last month=2031-04");
  CHECK(found("They met on Tuesday.", "2031-05-14") == "Tuesday=2031-05-13");
  CHECK(found("They left two years ago.", "2031-05-14") == "two years ago=2029");
  CHECK(found("They met yesterday.") == "yesterday=XXXX-XX-XX");
}

TEST_CASE("durations and sets") {
  CHECK(
      found("It lasted three days, a 90-day siege, almost thirty years, a quarter of a century.") ==
      "three days=P3D; 90-day=P90D; almost thirty years=P30Y; a quarter of a century=P25Y");
  CHECK(found("They met almost weekly, and every Monday.") ==
        "weekly=P1W; every Monday=XXXX-WXX-1");
}

TEST_CASE("numbers that are no years") {
  CHECK(found("There were 1000 people in 1200 homes and 2000 marchers.") == "");
  CHECK(found("Of 2000 marchers few came.") == "");
  CHECK(found("See www.today.example for it.") == "");
  CHECK(found("They may march on.") == "");
}

TEST_CASE("any bytes give a result") {
  for (const std::string text : {"", "-", "1931-", "from", "the", "the 19th", "between 1931 and",
                                 "a", "Feb.", "'30", "in May of the"}) {
    CHECK_NOTHROW(found(text));
    CHECK_NOTHROW(found(text, "0001-01-01"));
  }
}

}  // namespace
}  // namespace parallax
