#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "parallax/present/present.h"

namespace parallax {
namespace {

Listed listed(std::string side, std::optional<std::string> speaker) {
  return {.article = "a1",
          .path = "a.txt",
          .outlet = "Vell Post",
          .side = std::move(side),
          .span = {4, 9},
          .source = {14, 19},
          .words = "burnt",
          .sentence = "The mill burnt\x1B[31m in Orrin.",
          .sentence_begin = 2,
          .speaker = std::move(speaker)};
}

Timeline timeline() {
  const Day day = *make_day(2031, 5, 14);
  Timeline made;
  made.dated = {{.listed = listed("South", "Ila Tarn"),
                 .predicate = "burn",
                 .actor = "guards",
                 .target = "mill",
                 .when = {day, day},
                 .polarity = Polarity::negative},
                {.listed = listed("North", std::nullopt), .predicate = "burn", .when = {day, day}}};
  made.undated = {{.listed = listed("North", std::nullopt),
                   .predicate = "rebuild",
                   .modality = Modality::future}};
  return made;
}

TEST_CASE("a day has a lane for each side, and nobody's escape codes") {
  const std::string shown = timeline_as_table(timeline(), {.columns = 100, .colour = false});
  CHECK(shown.starts_with("2031-05-14\n    North\n"));
  CHECK(shown.find("guards: burn mill (denied) — Vell Post — Ila Tarn") != std::string::npos);
  CHECK(shown.find("no day known\n") != std::string::npos);
  CHECK(shown.find("rebuild (future) — Vell Post — author") != std::string::npos);
  CHECK(shown.find("2 events have a day, 1 none") != std::string::npos);
  CHECK(shown.find('\x1B') == std::string::npos);
  CHECK(timeline_as_table({}, {}).starts_with("No events"));
}

TEST_CASE("a timeline as JSON keeps days, voices and places") {
  const auto json = nlohmann::json::parse(timeline_as_json(timeline()));
  CHECK(json["dated"][0]["earliest"] == "2031-05-14");
  CHECK(json["dated"][0]["polarity"] == "negative");
  CHECK(json["dated"][0]["speaker"] == "Ila Tarn");
  CHECK(json["dated"][1]["speaker"].is_null());
  CHECK(json["undated"][0]["earliest"].is_null());
  CHECK(json["undated"][0]["source_begin"] == 14);
  CHECK(json["undated"][0]["sentence_begin"] == 2);
  CHECK(nlohmann::json::parse(events_as_json(timeline().dated)) == json["dated"]);
}

TEST_CASE("figures stand under what they count") {
  const std::vector<ListedFigure> figures = {
      {.listed = listed("North", std::nullopt), .low = 10, .high = 10, .counted = "dead"},
      {.listed = listed("South", "Ila Tarn"), .low = 100, .counted = "dead"},
      {.listed = listed("South", std::nullopt),
       .low = 2,
       .high = 3,
       .approximate = true,
       .unit = "day"}};
  const std::string shown = figures_as_table(figures, {.columns = 100, .colour = false});
  CHECK(shown.starts_with("dead\n    10 “burnt” — North / Vell Post\n"));
  CHECK(shown.find("at least 100") != std::string::npos);
  CHECK(shown.find("\nday\n    about 2 to 3") != std::string::npos);
  CHECK(shown.ends_with("3 figures\n"));
  const auto json = nlohmann::json::parse(figures_as_json(figures));
  CHECK(json[1]["high"].is_null());
  CHECK(json[1]["low"] == 100);
  CHECK(figures_as_table({}, {}).starts_with("No figures"));
}

}  // namespace
}  // namespace parallax
