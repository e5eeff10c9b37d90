#include "parallax/collect/html/main_text.h"

#include <doctest/doctest.h>

#include "parallax/collect/html/block_model.h"
#include "parallax/learn/built_in_model.h"

using namespace parallax;

namespace {

const PageRules& page_rules() {
  static const PageRules kRules = PageRules::load(DataFiles::built_in());
  return kRules;
}

std::string kept_texts(std::string_view html, const PageRules& rules) {
  HtmlPage page = parse_html_page(html);
  choose_main_text(BlockTexts(html, page), page, rules);
  std::string kept;
  for (const HtmlBlock& block : page.blocks) {
    kept += block.kept ? text_of(html, page, block) + "|" : "";
  }
  return kept;
}

/// An article between menus, its paragraphs in elements that no name tells apart from theirs.
std::string page_without_names() {
  std::string page = "<body><div>";
  for (const char* item : {"Home", "Ferry", "Weather", "Market", "Contact"}) {
    page += std::string("<div><a href=/x>") + item + "</a></div>";
  }
  page += "</div><div><h1>The ferry stays in port</h1>";
  for (const char* cause : {"the river had risen", "the pier had burnt", "the crew was ill"}) {
    page += std::string("<p>The ferry of Sarnov did not leave on Monday, because ") + cause +
            ", said the mayor, who had come to the pier in the morning to see it.</p>";
  }
  return page + "</div><div><a href=/y>Pike season opens in Orrin</a></div>";
}

}  // namespace

TEST_CASE("the program carries a model of blocks, and refuses another stage's") {
  CHECK(BlockModel::built_in() != nullptr);
  CHECK_FALSE(BlockModel::open(built_in_model("syntax", "en").value()).has_value());
  CHECK_FALSE(BlockModel::open("no model").has_value());
}

TEST_CASE("each block has a row of numbers and a probability") {
  const std::string html = page_without_names();
  HtmlPage page = parse_html_page(html);
  const std::vector<float> rows = block_rows(html, page, page_rules());
  REQUIRE(rows.size() == page.blocks.size() * kBlockFeatures);
  const std::vector<float> said = BlockModel::built_in()->probabilities(page, rows);
  REQUIRE(said.size() == page.blocks.size());
  CHECK(said[0] < 0.5F);  // a menu's first item
  CHECK(said[6] > 0.5F);  // the first paragraph
}

TEST_CASE("paragraphs are kept and menus are not, with the model as by rules") {
  PageRules rules_alone = page_rules();
  rules_alone.block_model = nullptr;
  const PageRules* const alone = &rules_alone;
  for (const PageRules* rules : {&page_rules(), alone}) {
    const std::string kept = kept_texts(page_without_names(), *rules);
    CHECK(kept.contains("because the pier had burnt"));
    CHECK(kept.starts_with("The ferry stays in port|"));
    CHECK_FALSE(kept.contains("Weather"));
  }
}

TEST_CASE("a page without any blocks, or with empty ones, has no article") {
  CHECK(kept_texts("", page_rules()).empty());
  CHECK(kept_texts("<p></p><div> </div>", page_rules()).empty());
}
