#include "parallax/read/times/find_timexes.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>

#include "parallax/core/names_of_values.h"
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

TEST_CASE("a pattern of many empty choices is read in as many steps as it has nodes") {
  std::string pattern;
  for (int i = 0; i < 40; ++i) {
    pattern += "(|)";
  }
  pattern += "YEAR";
  const TimeNames names = {.literal = [](std::string_view) { return 1U; },
                           .role = [](std::string_view) { return std::uint64_t{1}; }};
  TimePatterns patterns = compile_time_patterns({{pattern, "calendar", ""}}, names);
  REQUIRE(patterns.rules.size() == 1);
  int first = 0;
  patterns.for_each_first(patterns.rules[0], [&](const TimeElement&) { ++first; });
  CHECK(first == 1);
  patterns.close([](const TimeElement&) { return std::uint64_t{1}; });
  CHECK(patterns.nodes[patterns.rules[0].start].edges.size() == 1);
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

/// "2031-05-14" as "dddd-dd-dd": an X stands for a digit.
std::string shape_of(std::string_view value) {
  std::string shape(value);
  std::ranges::replace_if(shape, [](char c) { return (c >= '0' && c <= '9') || c == 'X'; }, 'd');
  return shape;
}

bool is_date(std::string_view value) {
  constexpr auto kShapes = std::to_array<std::string_view>(
      {"dd", "ddd", "dddd", "dddd-dd", "dddd-dd-dd", "dddd-Wdd", "dddd-Wdd-WE", "dddd-Wdd-d",
       "dddd-Qd", "dddd-Hd", "dddd-SP", "dddd-SU", "dddd-FA", "dddd-WI"});
  constexpr auto kReferences =
      std::to_array<std::string_view>({"PAST_REF", "PRESENT_REF", "FUTURE_REF"});
  const std::size_t slash = value.find('/');
  if (slash != std::string_view::npos) {
    return is_date(value.substr(0, slash)) && is_date(value.substr(slash + 1));
  }
  return std::ranges::find(kShapes, shape_of(value)) != kShapes.end() ||
         std::ranges::find(kReferences, value) != kReferences.end();
}

bool is_time(std::string_view value) {
  if (const std::size_t slash = value.find('/'); slash != std::string_view::npos) {
    return is_time(value.substr(0, slash)) && is_time(value.substr(slash + 1));
  }
  constexpr auto kShapes =
      std::to_array<std::string_view>({"dd:dd", "dd:ddZ", "MO", "AF", "EV", "NI"});
  const std::size_t clock = value.rfind('T');
  return clock != std::string_view::npos && is_date(value.substr(0, clock)) &&
         std::ranges::find(kShapes, shape_of(value.substr(clock + 1))) != kShapes.end();
}

/// "P2Y6M", "P1DT12H", "PXY".
bool is_duration(std::string_view value) {
  if (!value.starts_with('P') || value.size() < 3) {
    return false;
  }
  bool counted = false;
  for (const char c : value.substr(1)) {
    const bool digit = (c >= '0' && c <= '9') || c == '.' || (c == 'X' && !counted);
    const bool unit = std::string_view("YMWDQECLHSX").find(c) != std::string_view::npos;
    if (!digit && c != 'T' && (!unit || !counted)) {
      return false;
    }
    counted = digit;
  }
  return !counted;
}

/// As TIMEX3 writes a value of its type.
bool well_formed(const Timex& timex) {
  switch (timex.type) {
    case TimexType::date:
      return is_date(timex.value);
    case TimexType::time:
      return is_time(timex.value);
    case TimexType::duration:
      return is_duration(timex.value);
    default:
      return is_duration(timex.value) || is_date(timex.value) || is_time(timex.value);
  }
}

/// Words of time and their like, put together by chance.
std::string made_up_times(unsigned seed) {
  constexpr auto kWords =
      std::to_array<std::string_view>({"the",        "3",          "31",         "1931",
                                       "'31",        "1930s",      "May",        "Feb.",
                                       "March",      "Friday",     "summer",     "last",
                                       "next",       "this",       "same",       "following",
                                       "year",       "month",      "weeks",      "quarter",
                                       "first",      "third",      "99th",       "century",
                                       "ago",        "later",      "earlier",    "of",
                                       "to",         "-",          "from",       "until",
                                       "and",        "between",    "in",         "before",
                                       "p.m.",       "17:30",      "noon",       "99:99",
                                       "UTC",        "night",      "early",      "late",
                                       "mid-",       "several",    "two",        "half",
                                       "a",          "about",      "every",      "daily",
                                       "now",        "recent",     "9999",       "0001",
                                       "31/02/1931", "2031-05-14", "0000-00-00", "million",
                                       "dozen",      ",",          ".",          "Easter",
                                       "Christmas",  "\xFF",       "\xE2\x80",   "\xF0\x9F\x98\x80",
                                       "will",       "ended",      "\n\n"});
  std::mt19937 random(seed);
  std::string out;
  for (std::size_t left = random() % 40; left > 0; --left) {
    out += kWords[random() % kWords.size()];
    out += random() % 4 == 0 ? "" : " ";
  }
  return out;
}

TEST_CASE("any words of time give values that are well formed and intervals that run ahead") {
  const TimeLexicon lexicon = TimeLexicon::load(DataFiles::built_in(), "en");
  constexpr std::array<const char*, 4> kDays = {"2031-05-14", "0001-01-01", "9999-12-31", ""};
  for (unsigned seed = 1; seed <= 3000; ++seed) {
    const std::string day = kDays.at(seed % kDays.size());
    SampleReading sample(made_up_times(seed), day.empty() ? std::nullopt : std::optional(day));
    std::uint32_t end = 0;
    for (const Timex& timex : find_timexes(sample.reading, lexicon)) {
      INFO(seed, " ", sample.reading.text(timex.span), " ", timex.value, " ", timex.edtf);
      REQUIRE(timex.span.begin >= end);
      REQUIRE(timex.span.end > timex.span.begin);
      end = timex.span.end;
      const Interval& days = timex.interval;
      CHECK((!days.earliest || !days.latest || *days.earliest <= *days.latest));
      CHECK(well_formed(timex));
    }
  }
}

TEST_CASE("a pattern that cannot be read is left out") {
  DataFiles data = DataFiles::built_in();
  data.put("lang/en/time_patterns.tsv",
           "MONTH (DAY\tcalendar\nMONTH :nobody\tcalendar\n@none MONTH\tcalendar\nMONTH\tnonsense\n"
           "((((((((((((((((MONTH))))))))))))))))\tcalendar\nMONTH>nowhere\tcalendar\n{x}\tset\n"
           "YEAR_HERE\tcalendar\n?\tset\n|\tset\n");
  const TimeLexicon lexicon = TimeLexicon::load(data, "en");
  SampleReading sample("In May 1931 it fell.");
  const auto timexes = find_timexes(sample.reading, lexicon);
  CHECK(timexes.empty());
  SampleReading other("In 1931 it fell.");
  REQUIRE(find_timexes(other.reading, lexicon).size() == 1);
}

TEST_CASE("what stays open without a day of publication is noted once") {
  const TimeLexicon lexicon = TimeLexicon::load(DataFiles::built_in(), "en");
  SampleReading sample("They met yesterday. They left last week.");
  const auto timexes = find_timexes(sample.reading, lexicon);
  const std::vector<Note> notes = notes_on_open_timexes(sample.article, timexes);
  REQUIRE(notes.size() == 1);
  CHECK(sample.reading.text(notes[0].span) == "yesterday");
  SampleReading dated("They met yesterday.", "2031-05-14");
  CHECK(notes_on_open_timexes(dated.article, find_timexes(dated.reading, lexicon)).empty());
}

TEST_CASE("granularity and EDTF") {
  const TimeLexicon lexicon = TimeLexicon::load(DataFiles::built_in(), "en");
  const auto of = [&](const std::string& text) {
    SampleReading sample(text, "2031-05-14");
    const auto timexes = find_timexes(sample.reading, lexicon);
    REQUIRE(timexes.size() == 1);
    return std::string(to_string(timexes[0].granularity)) + " " + timexes[0].edtf;
  };
  CHECK(of("It fell in the 1980s.") == "decade 198X");
  CHECK(of("It fell in the 19th century.") == "century 18XX");
  CHECK(of("It fell in the summer of 1931.") == "season 1931-22");
  CHECK(of("It fell in the third quarter of 1931.") == "quarter 1931-35");
  CHECK(of("It fell around 3 May 1931.") == "day 1931-05-03~");
  CHECK(of("It fell in early 1931.") == "year 1931-01~/1931-07~");
  CHECK(of("It fell last night.") == "part_of_day ");
  CHECK(of("It lasted three weeks.") == "week ");
  CHECK(of("It fell at 17:30.") == "minute ");
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
