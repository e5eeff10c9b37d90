#include "parallax/compare/listings.h"

#include <doctest/doctest.h>

#include <string>

namespace parallax {
namespace {

ListedEvent event(std::string path, std::uint32_t at, Interval when) {
  ListedEvent made;
  made.listed.path = std::move(path);
  made.listed.span = {at, at + 1};
  made.when = when;
  return made;
}

std::string order_of(std::span<const ListedEvent> events) {
  std::string order;
  for (const ListedEvent& one : events) {
    order += one.listed.path + std::to_string(one.listed.span.begin) + ' ';
  }
  return order;
}

TEST_CASE("events stand by their own days; what has none stands apart") {
  const Day may = *make_day(2031, 5, 14);
  const Day june = *make_day(2031, 6, 1);
  const Timeline timeline =
      as_timeline({event("b", 4, {}), event("b", 3, {june, june}), event("a", 9, {may, june}),
                   event("c", 1, {may, may}), event("a", 2, {may, may}), event("a", 7, {}),
                   event("d", 5, {std::nullopt, may})});
  CHECK(order_of(timeline.dated) == "d5 a2 c1 a9 b3 ");
  CHECK(order_of(timeline.undated) == "a7 b4 ");
}

TEST_CASE("figures of one thing stand together, from the lowest") {
  const auto figure = [](std::string counted, std::optional<double> low, std::uint32_t at) {
    ListedFigure made;
    made.counted = std::move(counted);
    made.low = low;
    made.listed.span = {at, at + 1};
    return made;
  };
  std::vector<ListedFigure> figures = {figure("home", 7, 1), figure("dead", 35, 2),
                                       figure("dead", std::nullopt, 3), figure("dead", 10, 4)};
  sort_figures(figures);
  std::string order;
  for (const ListedFigure& one : figures) {
    order += one.counted + std::to_string(one.listed.span.begin) + ' ';
  }
  CHECK(order == "dead3 dead4 dead2 home1 ");
}

}  // namespace
}  // namespace parallax
