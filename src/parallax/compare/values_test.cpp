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

Claim about(Claim claim) {
  claim.value.approximate = true;
  return claim;
}

Claim until(Claim claim, const char* day) {
  claim.topic.when.latest = day_from_iso(day);
  return claim;
}

Relation relation(const Claim& a, const Claim& b) {
  CHECK(compare_figures(a, b).relation == compare_figures(b, a).relation);
  return compare_figures(a, b).relation;
}

Claim date(const char* value) {
  Claim claim;
  claim.type = QuestionType::date;
  claim.value.when = *interval_from_value(value);
  return claim;
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
  Claim partial;
  partial.value.word = "05-21";
  CHECK(compare_dates(partial, date("2031-05-23")).relation == Relation::conflict);
  CHECK(compare_dates(date("2031-05-21"), partial).relation == Relation::same);
}

namespace {

/// Claims of every kind that figures and dates give: exact, open, approximate, scoped, cumulative,
/// with days, without a year, without anything.
Claim made_up_claim(std::mt19937& random) {
  constexpr std::array<double, 8> kNumbers = {0, 1, 26, 70, 100, 6000, 6400, 1e12};
  constexpr std::array<const char*, 6> kDates = {"2031",       "2031-05",         "2031-05-03",
                                                 "2031-05-05", "2031-04/2031-06", "1931"};
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
  claim.value.word = random() % 8 == 0 ? "05-03" : "";
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
    CHECK(compare_figures(a, b).relation == compare_figures(b, a).relation);
    CHECK(compare_dates(a, b).relation == compare_dates(b, a).relation);
    CHECK(compare_dates(a, b).why == compare_dates(b, a).why);
    CHECK(compare_figures(a, a).relation == Relation::same);
    CHECK(compare_dates(a, a).relation == Relation::same);
  }
}

TEST_CASE("the pairs that the design names") {
  const Relation coarser = relation(about(figure(24, 99)), figure(70, 70));  // "dozens" and 70
  CHECK(coarser == Relation::compatible);
  const Claim three_days = figure(26, 26, 3);
  const Claim one_night = figure(100, std::nullopt, 0.5);
  CHECK(relation(three_days, one_night) == Relation::conflict);
  CHECK(compare_figures(three_days, one_night).why.find("scope") != std::string::npos);
  CHECK(relation(figure(26, 26, 0.5), figure(100, 100, 3)) == Relation::compatible);
}
