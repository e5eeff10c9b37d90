#include "parallax/read/figures/find_figures.h"

#include <doctest/doctest.h>

#include "parallax/read/sample_reading.h"
#include "parallax/read/times/find_timexes.h"

namespace parallax {
namespace {

std::vector<Figure> figures_in(SampleReading& sample) {
  static const TimeLexicon kTimes = TimeLexicon::load(DataFiles::built_in(), "en");
  static const FigureLexicon kLexicon = FigureLexicon::load(DataFiles::built_in(), "en");
  sample.reading.analysis.timexes = find_timexes(sample.reading, kTimes);
  return find_figures(sample.reading, kLexicon);
}

/// "words counted" of every figure, joined by "; ".
std::string found(const std::string& text) {
  SampleReading sample(text);
  std::string out;
  for (const Figure& figure : figures_in(sample)) {
    out += out.empty() ? "" : "; ";
    out += std::string(sample.reading.text(figure.span)) + "=" +
           (figure.counted.empty() ? figure.unit : figure.counted);
  }
  return out;
}

Figure only_figure(const std::string& text) {
  SampleReading sample(text);
  const auto figures = figures_in(sample);
  REQUIRE(figures.size() == 1);
  return figures.front();
}

TEST_CASE("the verb says what became of those counted") {
  CHECK(found("26 Tarnian settlers were killed in Oster.") == "26 Tarnian settlers=dead");
  CHECK(found("The guards killed 14 people and wounded 30.") == "14 people=dead; 30=wounded");
  CHECK(found("20 soldiers killed 14 farmers.") == "20 soldiers=troops; 14 farmers=dead");
  CHECK(found("The death toll rose to 31.") == "31=dead");
  CHECK(found("The deaths of thousands of Tarnians.") == "thousands of Tarnians=dead");
  CHECK(found("14 dead, 30 wounded.") == "14 dead=dead; 30 wounded=wounded");
}

TEST_CASE("a bound leaves one end open") {
  const Figure more = only_figure("More than 100 settlers fled.");
  CHECK(more.low == 100);
  CHECK_FALSE(more.high);
  const Figure up_to = only_figure("Up to 500 settlers fled.");
  CHECK_FALSE(up_to.low);
  CHECK(up_to.high == 500);
  const Figure about = only_figure("Only about 90 settlers fled.");
  CHECK(about.low == 90);
  CHECK(about.high == 90);
  CHECK(about.approximate);
}

TEST_CASE("ranges, money and measures") {
  const Figure range = only_figure("Between 20 and 30 houses fell.");
  CHECK(range.low == 20);
  CHECK(range.high == 30);
  CHECK(only_figure("It cost $2 billion.").low == 2e9);
  CHECK(only_figure("It cost $2 billion.").unit == "USD");
  CHECK(only_figure("A bridge of 822 km.").unit == "kilometre");
  CHECK(only_figure("They mined 784,000 tons of ore.").counted == "ore");
  CHECK(only_figure("The 90-day siege ended.").counted == "siege");
}

TEST_CASE("the scope is the time that the number covers") {
  const Figure after = only_figure("26 settlers were killed overnight.");
  CHECK(after.scope_days == 1);
  const Figure before = only_figure("In just one night 100 settlers were killed.");
  CHECK(before.scope_days == 1);
  SampleReading sample("26 settlers were killed over three days.");
  const auto figures = figures_in(sample);
  REQUIRE(figures.size() == 2);
  CHECK(figures[0].scope_days == 3);
  CHECK(sample.reading.text(*figures[0].scope) == "over three days");
}

TEST_CASE("what only looks like a figure") {
  CHECK(found("The 41st Brigade and the 328th Regiment met Division 12 under Resolution 822.") ==
        "");
  CHECK(found("Article 5 of Law No. 34. Views: 346. Version 2.0.1 of the T-72.") == "");
  CHECK(found("No one came; one of the guests slept. In 1931 it rained.") == "");
  CHECK(found("Call 555-12-34. They won 3-1.") == "");
  CHECK(found("(3) They slept.") == "");
}

TEST_CASE("one is a figure where it is counted") {
  CHECK(found("Only one of the accused was sentenced.") == "Only one of the accused=tried");
}

TEST_CASE("any bytes give a result") {
  for (const std::string text : {"", "$", "1", "1-", "between 1 and", "a hundred and", "5 %",
                                 "over", "in a", "more than", "$5m", "1 000"}) {
    CHECK_NOTHROW(found(text));
  }
}

}  // namespace
}  // namespace parallax
