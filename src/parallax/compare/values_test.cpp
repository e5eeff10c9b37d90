#include "parallax/compare/values.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>

using namespace parallax;

namespace {

Claim figure(double low, std::optional<double> high, std::optional<double> scope_days = {}) {
  Claim claim;
  claim.type = QuestionType::figure;
  claim.value = {.low = low, .high = high, .scope_days = scope_days};
  claim.answer = std::to_string(static_cast<int>(low));
  return claim;
}

const Units& units() {
  static const Units kUnits = {{"day", {"duration", 1}},
                               {"month", {"duration", 30.44}},
                               {"kilometre", {"distance", 1000}},
                               {"mile", {"distance", 1609.344}},
                               {"EUR", {"money", 1}},
                               {"USD", {"money", 1}}};
  return kUnits;
}

Claim measured(double number, const char* unit) {
  Claim claim = figure(number, number);
  claim.value.unit = unit;
  return claim;
}

Claim about(Claim claim) {
  claim.value.approximate = true;
  return claim;
}

Claim until(Claim claim, const char* day) {
  claim.topic.when.latest = day_from_iso(day);
  return claim;
}

Relation relation(const Claim& a, const Claim& b) {
  CHECK(compare_figures(a, b, units()).relation == compare_figures(b, a, units()).relation);
  return compare_figures(a, b, units()).relation;
}

Claim date(const char* value) {
  Claim claim;
  claim.type = QuestionType::date;
  claim.value.when = *interval_from_value(value);
  return claim;
}

Claim at(const char* value) {
  Timex timex{.type = TimexType::time, .value = value};
  timex.interval = interval_from_value(timex.value.substr(0, 10)).value_or(Interval{});
  Claim claim;
  claim.type = QuestionType::date;
  claim.value = value_of(timex);
  return claim;
}

Relation hours(const char* a, const char* b) {
  CHECK(compare_dates(at(a), at(b)).relation == compare_dates(at(b), at(a)).relation);
  return compare_dates(at(a), at(b)).relation;
}

}  // namespace

TEST_CASE("equal numbers are the same, bounds and vague words hold what they hold") {
  CHECK(relation(figure(31, 31), figure(31, 31)) == Relation::same);
  CHECK(relation(figure(30, std::nullopt), figure(31, 31)) == Relation::compatible);
  CHECK(relation(about(figure(24, 99)), figure(70, 70)) == Relation::compatible);
  CHECK(relation(figure(31, 31), figure(14, 14)) == Relation::conflict);
  CHECK(relation(figure(0, 80), figure(600, 600)) == Relation::conflict);
}

TEST_CASE("a rounded number holds what it rounds") {
  CHECK(relation(about(figure(6000, 6000)), figure(6400, 6400)) == Relation::compatible);
  CHECK(relation(about(figure(6000, 6000)), figure(19000, 19000)) == Relation::conflict);
  CHECK(relation(figure(6000, 6000), figure(6400, 6400)) == Relation::conflict);
}

TEST_CASE("numbers in two units are compared as rounded ones, money in two currencies is not") {
  CHECK(relation(measured(90, "day"), measured(3, "month")) == Relation::compatible);
  CHECK(relation(measured(100, "day"), measured(3, "month")) == Relation::compatible);
  CHECK(relation(measured(130, "day"), measured(3, "month")) == Relation::conflict);
  CHECK(relation(measured(3, "month"), measured(4, "month")) == Relation::conflict);
  CHECK(relation(measured(322, "kilometre"), measured(200, "mile")) == Relation::compatible);
  CHECK(relation(measured(1.5, "mile"), measured(3, "kilometre")) == Relation::conflict);
  CHECK(relation(measured(2, "EUR"), measured(2, "USD")) == Relation::undecidable);
  CHECK(relation(measured(2, "EUR"), measured(2, "day")) == Relation::undecidable);
  CHECK(relation(measured(2, "EUR"), figure(2, 2)) == Relation::undecidable);
}

TEST_CASE("a wider scope with a smaller number is a conflict, the other way round is none") {
  CHECK(relation(figure(26, 26, 3), figure(100, std::nullopt, 1)) == Relation::conflict);
  CHECK(relation(figure(126, 126, 3), figure(50, 50, 1)) == Relation::compatible);
}

TEST_CASE("a count up to an earlier day may be smaller, not larger") {
  const Claim early = until(figure(380, 380), "2031-05-18");
  const Claim late = until(figure(412, 412), "2031-05-24");
  CHECK(relation(early, late) == Relation::compatible);
  CHECK(relation(until(figure(500, 500), "2031-05-18"), late) == Relation::conflict);
}

TEST_CASE("dates conflict when no day is in both; a day without a year is compared as a day") {
  CHECK(compare_dates(date("2031-05-03"), date("2031-05-05")).relation == Relation::conflict);
  CHECK(compare_dates(date("2031-05"), date("2031-05-05")).relation == Relation::compatible);
  CHECK(compare_dates(date("2031-05-05"), date("2031-05-05")).relation == Relation::same);
  CHECK(compare_dates(date("2031-05-03"), about(date("2031-05-04"))).relation ==
        Relation::compatible);
  CHECK(compare_dates(date("2031-05-03"), about(date("2031-05-05"))).relation ==
        Relation::conflict);
  Claim partial;
  partial.value.word = "XXXX-05-21";
  CHECK(compare_dates(partial, date("2031-05-23")).relation == Relation::conflict);
  CHECK(compare_dates(date("2031-05-21"), partial).relation == Relation::same);
}

TEST_CASE("hours of one day conflict, those of days that lie apart only by midnight may not") {
  CHECK(hours("2031-05-03T05:30", "2031-05-03T05:30") == Relation::same);
  CHECK(hours("2031-05-03T05:30", "2031-05-03T07:10") == Relation::conflict);
  CHECK(hours("2031-05-03T05:30", "2031-05-03TMO") == Relation::compatible);
  CHECK(hours("2031-05-03T05:30", "2031-05-03") == Relation::compatible);
  CHECK(hours("2031-05-03TNI", "2031-05-04T02:00") == Relation::compatible);
  CHECK(hours("2031-05-03TNI", "2031-05-04T12:00") == Relation::conflict);
  CHECK(hours("2031-05-03T05:30", "2031-05-05T05:30") == Relation::conflict);
}

TEST_CASE("of dates without a year what both say is compared") {
  CHECK(hours("XXXX-05-03", "XXXX-05-03T05:30") == Relation::compatible);
  CHECK(hours("XXXX-05-03", "XXXX-05-04") == Relation::conflict);
  CHECK(hours("XXXX-WXX-6", "2031-05-03") == Relation::compatible);
  CHECK(hours("XXXX-WXX-5", "2031-05-03") == Relation::conflict);
  CHECK(hours("XXXX-WXX-6T08:00", "XXXX-05-03") == Relation::compatible);
  CHECK(hours("XXXX-XX-XX", "2031-05-03") == Relation::undecidable);
}

TEST_CASE("values of durations") {
  const auto value = [](const char* text) {
    Timex timex{.type = TimexType::duration, .value = text};
    return value_of(timex);
  };
  CHECK(value("P3M").low == 3);
  CHECK(value("P3M").unit == "month");
  CHECK(value("PT90M").unit == "minute");
  CHECK(value("P2Y6M").unit == "year");
  CHECK(value("P2Y6M").approximate);
  CHECK_FALSE(value("PXY").low);
}

namespace {

/// Claims of every kind that figures and dates give: exact, open, approximate, scoped, cumulative,
/// with days, without a year, without anything.
Claim made_up_claim(std::mt19937& random) {
  constexpr std::array<double, 8> kNumbers = {0, 1, 26, 70, 100, 6000, 6400, 1e12};
  constexpr std::array<const char*, 6> kDates = {"2031",       "2031-05",         "2031-05-03",
                                                 "2031-05-05", "2031-04/2031-06", "1931"};
  constexpr std::array<const char*, 8> kWords = {
      "", "", "", "XXXX-05-03", "XXXX-WXX-6", "2031-05-03TNI", "T08:30Z", "2031-05-03T02:10"};
  constexpr std::array<const char*, 6> kUnitNames = {"", "", "", "day", "month", "EUR"};
  const auto number = [&] { return kNumbers.at(random() % kNumbers.size()); };
  const auto maybe = [&] { return random() % 3 == 0; };
  Claim claim;
  const double low = number();
  claim.value.low = maybe() ? std::nullopt : std::optional(low);
  claim.value.high = maybe() ? std::nullopt : std::optional(std::max(low, number()));
  claim.value.approximate = maybe();
  claim.value.scope_days =
      maybe() ? std::optional(0.5 * static_cast<double>(random() % 8 + 1)) : std::nullopt;
  claim.value.when = maybe() ? Interval{} : *interval_from_value(kDates.at(random() % 6));
  claim.value.word = kWords.at(random() % kWords.size());
  claim.value.unit = kUnitNames.at(random() % kUnitNames.size());
  claim.topic.when.latest = maybe() ? day_from_iso("2031-05-18") : std::nullopt;
  claim.topic.when_inferred = maybe();
  claim.answer = std::to_string(random() % 100);
  return claim;
}

}  // namespace

TEST_CASE("any two claims have a verdict, and the same one either way round") {
  std::mt19937 random(7);
  for (int i = 0; i < 20000; ++i) {
    const Claim a = made_up_claim(random);
    const Claim b = made_up_claim(random);
    CHECK(compare_figures(a, b, units()).relation == compare_figures(b, a, units()).relation);
    CHECK(compare_dates(a, b).relation == compare_dates(b, a).relation);
    CHECK(compare_dates(a, b).why == compare_dates(b, a).why);
    const bool is_number = a.value.low || a.value.high;
    CHECK(compare_figures(a, a, units()).relation ==
          (is_number ? Relation::same : Relation::undecidable));
    const bool is_date = a.value.when.known() || !a.value.word.empty();
    CHECK(compare_dates(a, a).relation == (is_date ? Relation::same : Relation::undecidable));
  }
}

TEST_CASE("the pairs that the design names") {
  const Relation coarser = relation(about(figure(24, 99)), figure(70, 70));  // "dozens" and 70
  CHECK(coarser == Relation::compatible);
  const Claim three_days = figure(26, 26, 3);
  const Claim one_night = figure(100, std::nullopt, 0.5);
  CHECK(relation(three_days, one_night) == Relation::conflict);
  CHECK(compare_figures(three_days, one_night, units()).why.find("scope") != std::string::npos);
  CHECK(relation(figure(26, 26, 0.5), figure(100, 100, 3)) == Relation::compatible);
}
