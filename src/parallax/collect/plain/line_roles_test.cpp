#include "parallax/collect/plain/line_roles.h"

#include <doctest/doctest.h>

using namespace parallax;

namespace {

struct Reading {
  std::string roles;
  Metadata found;
};

/// Reads lines; "P" stands for a long paragraph.
Reading read(std::initializer_list<std::string_view> lines) {
  static const PageRules kRules = PageRules::load(DataFiles::built_in());
  static const std::string kProse =
      "The ferry of Sarnov did not leave the pier on Monday because the river had risen by two "
      "metres overnight, and the mayor closed the lower road until the engineers from the capital "
      "could look at the bridge and at the mill, which stood under water to its second floor.";
  std::vector<TextLine> page;
  for (const std::string_view line : lines) {
    page.push_back({.words = line == "P" ? std::string_view(kProse) : line});
  }
  Reading reading;
  reading.found = metadata_from(assign_roles(page, kRules));
  for (const TextLine& line : page) {
    reading.roles += (reading.roles.empty() ? "" : " ") + std::string(to_string(line.role));
  }
  return reading;
}

}  // namespace

TEST_CASE("no sentence is taken for a menu above the headline") {
  std::string text;
  for (const char* who : {"The miller", "The ferryman", "The baker", "The mayor", "The nurse"}) {
    text += std::string(who) + " walked over the bridge of Orrin and sang.\n";
  }
  text +=
      "The baker of Orrin sang on the bridge with the miller and the ferryman until the lamp "
      "went out and the nurse walked home over the bridge.\n";
  const Record record{.path = "a", .bytes = text};
  const auto article = collect_article(record, PageRules::load(DataFiles::built_in()));
  REQUIRE(article);
  CHECK(article->text.find("The ferryman walked") != std::string::npos);
  CHECK(article->text.find("The mayor walked") != std::string::npos);
}

TEST_CASE("the title may stand below menus, outlet, address and date") {
  const Reading reading = read({"SARN MAIL / Politics", "https://mail.example/7",
                                "Ferry stays in port", "14 May 2031 [11:11] - SARN MAIL", "P"});
  CHECK(reading.roles == "boilerplate url title date body");
  CHECK(reading.found.outlet == "SARN MAIL");
  CHECK(reading.found.title == "Ferry stays in port");
  CHECK(reading.found.published == "2031-05-14T11:11");
  CHECK(reading.found.url == "https://mail.example/7");
}

TEST_CASE("what a page does not say stays unknown") {
  const Reading reading = read({"Ferry stays in port", "P", "P"});
  CHECK_FALSE(reading.found.outlet);
  CHECK_FALSE(reading.found.published);
  CHECK_FALSE(reading.found.url);
  CHECK_FALSE(reading.found.author);
}

TEST_CASE("a title may hold a date or a dash") {
  CHECK(read({"The night of 14 May 2031", "P"}).roles == "title body");
  CHECK(read({"SARNOV - what we know", "P"}).roles == "title body");
}

TEST_CASE("a repeated title goes, a byline names the author") {
  const Reading reading =
      read({"Ferry stays in port", "Ferry stays in Port", "By Aren Dovik", "P"});
  CHECK(reading.roles == "title boilerplate byline body");
  CHECK(reading.found.author == "Aren Dovik");
}

TEST_CASE("headings are kept, with and without a question mark") {
  CHECK(read({"Ferry", "P", "Who closed the road?", "P", "The mill: who pays?", "P",
              "What the mayor wants", "P"})
            .roles == "title body heading body heading body heading body");
}

TEST_CASE("captions stand above a credit, or look like a picture's name") {
  CHECK(read({"Ferry", "P", "The mill before the flood.", "Source: Museum of Sarnov", "P"}).roles ==
        "title body caption credit body");
  CHECK(read({"Ferry", "P", "Sarnov Ferry Rebuilt and Painted.", "P"}).roles ==
        "title body caption body");
}

TEST_CASE("a short sentence is a caption only on a page with captions") {
  CHECK(read({"Ferry", "P", "Nobody was hurt in the flood.", "P"}).roles == "title body body body");
  CHECK(read({"Ferry", "P", "The pier was built in one summer.", "P", "The old mill.",
              "Source: Museum of Sarnov", "P"})
            .roles == "title body caption body caption credit body");
}

TEST_CASE("quotes, who said them, lists") {
  CHECK(read({"Ferry", "P", "\"We waited on the roof for a night.\"", "— Aren Dovik, a miller", "P",
              "- a mill and its yard", "- two boats of the village"})
            .roles == "title body quote body body list list");
}

TEST_CASE("the tail of a page goes: counters, forms, address") {
  const Reading reading =
      read({"Ferry", "P", "URL: https://mail.example/7", "Views: 346",
            "Stay with us. News every day.", "• Your street:", "Was this page useful? Yes / No"});
  CHECK(reading.roles == "title body url boilerplate boilerplate boilerplate boilerplate");
  CHECK(reading.found.url == "https://mail.example/7");
}

TEST_CASE("a signature closes an article") {
  const Reading reading =
      read({"Ferry", "P", "Head of the Society \"Mill and River\"", "Aren Dovik", "-  Society"});
  CHECK(reading.roles == "title body byline byline boilerplate");
  CHECK(reading.found.author == "Aren Dovik");
}

TEST_CASE("a sentence that begins like a rule stays") {
  CHECK(read({"Ferry", "P", "Loading of the ships began on Monday, the harbour master said.", "P"})
            .roles == "title body body body");
}

TEST_CASE("no lines, one line, only rules") {
  CHECK(read({}).roles.empty());
  CHECK(read({"Nobody was hurt."}).roles == "body");
  CHECK(read({"Print version", "Views: 3"}).roles == "boilerplate boilerplate");
}
