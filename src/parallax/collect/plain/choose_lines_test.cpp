#include "parallax/collect/plain/choose_lines.h"

#include <doctest/doctest.h>

#include <deque>
#include <string>

#include "parallax/collect/collect.h"
#include "parallax/collect/plain/plain_text.h"

namespace parallax {
namespace {

const PageRules& page_rules() {
  static const PageRules kRules = PageRules::load(DataFiles::built_in());
  return kRules;
}

constexpr std::string_view kArticle =
    "Ferry to Orrin stays in port as crew walks out\n"
    "14 May 2031\n"
    "The ferry to Orrin did not sail on Monday, because the crew had walked out at noon and nobody "
    "else was allowed to steer it across the river.\n"
    "The mayor of Orrin said that nobody had been asked, and that the bridge would stay open day "
    "and night until the ferry sailed again.\n"
    "A nurse who had waited in port since the morning told us that she would walk to the bridge "
    "with all the others who had to be in Orrin before dark.\n"
    "The crew say that their pay has not risen since the river was dammed, and that the ferry "
    "needs "
    "two more hands in spring, when the water is high.\n";

constexpr std::string_view kMenu =
    "Skip to content\nSarn Mail\nSubscribe\nLog in\nSearch\nNews\nPolitics\nTown\nRiver\nWeather\n"
    "Sport\nRowing\nFootball\nCulture\nBooks\nMusic\nFilm\nLetters\nPuzzles\nHome\nNews\n";
constexpr std::string_view kFooter =
    "Share\nPrint\nMore from Town\nMill to open its yard\nPike season opens\nBridge gets new "
    "lamps\n"
    "Most read\nSnow in May\nBaker wins the oar\nWho owns the dam?\nAbout us\nContact\nImprint\n"
    "Privacy\nTerms of use\nAdvertise\nJobs\nNewsletter\nYour e-mail\nSign up\n";

Article article_of(const std::string& text) {
  Record record;
  record.path = "page.txt";
  record.bytes = text;
  return collect_article(record, page_rules()).value();
}

TEST_CASE("the article is found among the menus of its page") {
  const Article article =
      article_of(std::string(kMenu) + std::string(kArticle) + std::string(kFooter));
  CHECK(article.text.find("nobody else was allowed to steer") != std::string::npos);
  CHECK(article.text.find("when the water is high") != std::string::npos);
  CHECK(article.text.find("Rowing") == std::string::npos);
  CHECK(article.text.find("Pike season") == std::string::npos);
  CHECK(article.metadata.title == "Ferry to Orrin stays in port as crew walks out");
}

TEST_CASE("a text without menus is left to the rules") {
  std::deque<std::string> joined;
  std::vector<TextLine> lines = lines_by_rules(kArticle, page_rules(), joined);
  const std::vector<TextLine> by_rules = lines;
  CHECK_FALSE(has_menus(lines));
  std::vector<Evidence> found = {{.value = "as it was"}};
  choose_lines(lines, page_rules(), found);
  REQUIRE(found.size() == 1);
  CHECK(found.front().value == "as it was");
  for (std::size_t i = 0; i < lines.size(); ++i) {
    CHECK(lines[i].role == by_rules[i].role);
  }
}

TEST_CASE("without a model rules alone decide") {
  PageRules rules = page_rules();
  rules.line_model = nullptr;
  const std::string text = std::string(kMenu) + std::string(kFooter);
  std::deque<std::string> joined;
  std::vector<TextLine> lines = lines_by_rules(text, rules, joined);
  CHECK(has_menus(lines));
  const std::vector<TextLine> by_rules = lines;
  std::vector<Evidence> found;
  choose_lines(lines, rules, found);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    CHECK(lines[i].role == by_rules[i].role);
  }
}

}  // namespace
}  // namespace parallax
