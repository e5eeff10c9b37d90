#include "parallax/collect/plain/plain_text.h"

#include <doctest/doctest.h>

#include "parallax/collect/collect.h"
#include "parallax/collect/test_blocks.h"

using namespace parallax;

namespace {

Article article_of(std::string_view text) {
  static const PageRules kRules = PageRules::load(DataFiles::built_in());
  const Record record{.path = "a.txt", .bytes = std::string(text), .id = {}, .given = {}};
  const auto article = collect_article(record, kRules);
  REQUIRE(article);
  CHECK(broken_promise(*article, text) == "");
  return *article;
}

const std::string prose_text =
    "The ferry of Sarnov did not leave the pier on Monday because the river had risen by two "
    "metres overnight.";

}  // namespace

TEST_CASE("blank lines stay, one at most") {
  CHECK(article_of("Title here\n\n\n\n" + prose_text + "\n\n").text ==
        "Title here\n\n" + prose_text);
  CHECK(article_of("Title here\n" + prose_text + "\n" + prose_text).text ==
        "Title here\n" + prose_text + "\n" + prose_text);
}

TEST_CASE("hard-wrapped lines are joined, headings and lists are not") {
  const Article article = article_of(
      "The ferry\n"
      "\n"
      "The ferry of Sarnov did not leave the pier on Monday because the\n"
      "river had risen by two metres overnight. Nobody in the town could\n"
      "remember a flood like it, and the mayor closed the lower road for\n"
      "three days.\n"
      "\n"
      "- bread for two days in the houses on the hill above the old town\n"
      "- water\n"
      "\n"
      "The mill stood under water, and the miller's family waited on the\n"
      "roof until a boat came from the village on the other bank of it.\n");
  CHECK(article.text.contains("because the river had risen"));
  CHECK(article.text.contains("for three days.\n\n- bread"));
  CHECK(article.text.contains("town\n- water\n"));
}

TEST_CASE("short lines that do not fill a width are not joined") {
  const Article article = article_of("The ferry\nIt left.\nIt came back.\nNobody waved at it.\n");
  CHECK(article.text.contains("It left.\nIt came back.\n"));
}

TEST_CASE("a removed line leaves no line feed behind") {
  const Article article = article_of("The ferry\nViews: 12\n" + prose_text + "\nPrint version\n");
  CHECK(article.text == "The ferry\n" + prose_text);
}

TEST_CASE("white space around lines goes") {
  CHECK(article_of("The ferry\n \u00A0 \n  " + prose_text + " \u00A0\n").text ==
        "The ferry\n\n" + prose_text);
}
