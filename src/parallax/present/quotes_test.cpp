#include <doctest/doctest.h>

#include "parallax/present/display_width.h"
#include "parallax/present/html.h"
#include "parallax/present/quotes_wording.h"
#include "parallax/present/report_quotes.h"
#include "parallax/present/sample_quotes.h"

namespace parallax {
namespace {

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::string section(const Quotes& quotes) {
  Html page;
  add_quotes(page, quotes);
  return page.take();
}

}  // namespace

TEST_CASE("quotes: the table as a reader sees it at 80 columns") {
  const std::string table = quotes_as_table(sample_quotes(), 50, {});
  CHECK(has(table,
            "               author  attributed  share  spans  quoted  unnamed  anonymous\n"
            "North              80          20    20%      2      15        5          5\n"
            "  Norvel Post      80          20    20%      2      15        5          5\n"
            "Third              10           0     0%      0       0        0          0\n"
            "all                90          20    18%      2      15        5          5\n"));
  CHECK(has(table,
            "Speakers, by words\n"
            "  Ila Tarn — 1 attribution, 15 words: deny 1\n"
            "      also as Tarn\n"
            "      in Norvel Post (North) 1\n"));
  CHECK(has(table,
            "Sources without a name, as written, by words\n"
            "  a source — 1 attribution, 5 words: say 1\n"));
}

TEST_CASE("quotes: no line of the table is wider than the terminal") {
  Quotes quotes = sample_quotes();
  quotes.outlets[0].outlet = "Ծանոթ անուն մի շատ երկար, longer than any terminal is wide, for sure";
  quotes.speakers[0].names.push_back(std::string(300, 'x'));
  for (const unsigned columns : {1U, 32U, 57U, 80U, 200U}) {
    for (const std::string& text : {quotes_as_table(quotes, 50, {columns, true}),
                                    said_as_list(quotes.speakers, {columns, true})}) {
      for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find('\n', begin);
        CHECK(display_width(text.substr(begin, end - begin)) <= std::max(columns, 32U));
        begin = end + 1;
      }
    }
  }
}

TEST_CASE("quotes: what is left out of the table is counted") {
  Quotes quotes = sample_quotes();
  quotes.speakers.push_back(quotes.speakers[0]);
  CHECK(has(quotes_as_table(quotes, 1, {}), "  and 1 more; `--limit N` shows N"));
}

TEST_CASE("quotes: nobody quoted, and nothing read, are said") {
  CHECK(quotes_as_table({}, 50, {}).starts_with("Nothing to show: there is no article here."));
  Quotes quotes = sample_quotes();
  quotes.speakers.clear();
  CHECK(has(quotes_as_table(quotes, 50, {}), "No article gives words to anybody"));
  CHECK(has(section(quotes), "No article gives words to anybody"));
  CHECK(has(section({}), "No article was read."));
}

TEST_CASE("quotes: the list gives each attribution with source, words and place") {
  CHECK(said_as_list(sample_quotes().speakers, {}) ==
        "Ila Tarn — 1 attribution, 15 words: deny 1\n"
        "  also as Tarn\n"
        "  North / Norvel Post — direct, deny, 15 words; source “Tarn”\n"
        "    «The mill stands»\n"
        "    norvel-post.txt, bytes 10–25\n"
        "\n"
        "a source — 1 attribution, 5 words: say 1\n"
        "  North / Norvel Post — indirect, say, 5 words; source “a source” (anonymous);\n"
        "    within the words of Ila Tarn\n"
        "    «it burnt» …\n"
        "    norvel-post.txt, bytes 10–25\n");
}

TEST_CASE("quotes: a share is rounded, and what is there is never nothing") {
  CHECK(percent_of(1, 3) == "33%");
  CHECK(percent_of(2, 3) == "67%");
  CHECK(percent_of(1, 1000) == "<1%");
  CHECK(percent_of(0, 10) == "0%");
  CHECK(percent_of(0, 0) == "–");
}

TEST_CASE("quotes: the report's section reads without a script") {
  const std::string page = section(sample_quotes());
  CHECK(has(page,
            "<tr class=\"of-outlet\"><th scope=\"row\"><bdi>Norvel Post</bdi></th>"
            "<td class=\"n\">100</td><td class=\"n\">80</td><td class=\"n\">20</td>"));
  CHECK(has(page,
            "<rect class=\"b-retold\" width=\"20\" height=\"10\"/>"
            "<rect class=\"b-quoted\" width=\"15\" height=\"10\"/></svg><span>20%</span>"));
  CHECK(has(page, "<details class=\"speaker\"><summary><b><bdi>Ila Tarn</bdi></b>"));
  CHECK(has(page, "<code><bdi>norvel-post.txt</bdi></code> bytes 10–25"));
}

TEST_CASE("quotes: a report carries a bounded part, and says of how much") {
  Quotes quotes = sample_quotes();
  quotes.speakers[0].said.resize(kSaidInReport + 2, quotes.speakers[0].said[0]);
  quotes.speakers.resize(kSpeakersInReport + 3, quotes.speakers[1]);
  const std::string page = section(quotes);
  CHECK(has(page, "2 more attributions are in the project."));
  CHECK(has(page, ">3 more, with fewer words, are in the project."));
}

TEST_CASE("quotes: hostile text is shown as text") {
  const std::string hostile = "</bdi><script>\x1B[2J";
  Quotes quotes = sample_quotes();
  quotes.outlets[0].side = quotes.outlets[0].outlet = hostile;
  quotes.speakers[0].name = hostile;
  quotes.speakers[0].names = {hostile, hostile + "!"};
  Said& said = quotes.speakers[0].said[0];
  said.path = said.outlet = said.side = hostile;
  said.spoken.text = said.spoken.source = hostile;
  said.spoken.within = hostile;
  CHECK_FALSE(has(section(quotes), "<script"));
  CHECK_FALSE(has(quotes_as_table(quotes, 50, {}), "\x1B"));
  CHECK_FALSE(has(said_as_list(quotes.speakers, {}), "\x1B"));
}

}  // namespace parallax
