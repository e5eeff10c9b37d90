#include <doctest/doctest.h>

#include <string>

#include "parallax/collect/collect.h"

namespace parallax {
namespace {

constexpr std::string_view kPage =
    "<body><nav><p>Read what our readers say of the ferry in Orrin, and of the bridge.</p></nav>"
    "<article><h1>Ferry strike</h1>"
    "<p>The ferry to Orrin did not sail on Monday, because the crew had walked out at noon.</p>"
    "<p>The mayor said that nobody had been asked, and that the bridge would stay open.</p>"
    "</article></body>";

/// Without models: what they keep of so short a page is not asked here.
const PageRules& rules_alone() {
  static const PageRules kRules = [] {
    PageRules rules = PageRules::load(DataFiles::built_in());
    rules.block_model = nullptr;
    rules.line_model = nullptr;
    return rules;
  }();
  return kRules;
}

Record record(std::string_view page, RecordKind kind) {
  Record made;
  made.path = "ferry";
  made.bytes = page;
  made.kind = kind;
  return made;
}

SourceRange range_of(std::string_view page, std::string_view words) {
  const std::size_t begin = page.find(words);
  REQUIRE(begin != std::string_view::npos);
  return {begin, begin + words.size()};
}

bool holds(const Record& record, std::string_view words) {
  return collect_article(record, rules_alone()).value().text.find(words) != std::string::npos;
}

TEST_CASE("what the user says of a stretch goes before what cleaning says") {
  constexpr std::string_view kMenu = "Read what our readers say";
  constexpr std::string_view kBody = "The mayor said";
  Record page = record(kPage, RecordKind::html);
  CHECK_FALSE(holds(page, kMenu));
  CHECK(holds(page, kBody));

  page.roles = {{range_of(kPage,
                          "Read what our readers say of the ferry in Orrin, and of the "
                          "bridge."),
                 Role::body},
                {range_of(kPage, "The mayor said that nobody had been asked, and that the bridge"),
                 Role::boilerplate}};
  CHECK(holds(page, kMenu));
  CHECK_FALSE(holds(page, kBody));
}

TEST_CASE("stretches count in the record, wherever it begins in its file") {
  Record page = record(kPage, RecordKind::html);
  page.source_offset = 5000;
  page.roles = {{range_of(kPage, "Read what our readers say of the ferry"), Role::body}};
  CHECK(holds(page, "Read what"));
}

TEST_CASE("lines of a text are put back whole") {
  constexpr std::string_view kText =
      "Ferry strike\n\nShare this article\n\nThe ferry to Orrin did not sail on Monday, because "
      "the crew had walked out at noon.\n";
  Record text = record(kText, RecordKind::text);
  CHECK_FALSE(holds(text, "Share this"));
  text.roles = {{range_of(kText, "this art"), Role::body}};
  CHECK(holds(text, "Share this article"));
}

TEST_CASE("every piece that was left out is listed with its place") {
  const auto pieces = removed_pieces(record(kPage, RecordKind::html), rules_alone()).value();
  REQUIRE(pieces.size() == 1);
  CHECK(pieces[0].words == "Read what our readers say of the ferry in Orrin, and of the bridge.");
  CHECK(pieces[0].source == range_of(kPage, pieces[0].words));
}

}  // namespace
}  // namespace parallax
