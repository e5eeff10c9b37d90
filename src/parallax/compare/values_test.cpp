#include "parallax/compare/values.h"

#include <doctest/doctest.h>

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
