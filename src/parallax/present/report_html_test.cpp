#include <doctest/doctest.h>

#include "parallax/present/sample_pile.h"

namespace parallax {
namespace {

bool has(const std::string& page, std::string_view part) {
  return page.find(part) != std::string::npos;
}

std::size_t count(const std::string& page, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = page.find(part); at != std::string::npos; at = page.find(part, at + 1)) {
    ++found;
  }
  return found;
}

std::string whole_report(const SamplePile& pile, const std::string& name = "The fire") {
  return report_as_html({.presented = pile.presented(),
                         .project = {.name = name, .file = name + ".plx"},
                         .listed = {}});
}

constexpr char kDataBegins[] = "<script type=\"application/json\" id=\"parallax-data\">";

/// What is read without JavaScript.
std::string report(const SamplePile& pile, const std::string& name = "The fire") {
  const std::string page = whole_report(pile, name);
  return page.substr(0, page.find(kDataBegins));
}

}  // namespace

TEST_CASE("report: one page that loads nothing") {
  const std::string whole = whole_report(sample_pile());
  CHECK(whole.starts_with("<!doctype html>\n<html lang=\"en\">"));
  CHECK(whole.ends_with("</html>\n"));
  CHECK(has(whole, "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-"));
  CHECK_FALSE(has(whole, "script-src 'sha256-'"));
  CHECK(count(whole, "<script") == 2);
  CHECK(count(whole, "</script>") == 2);
  const std::string page = report(sample_pile());
  for (const char* outside : {"http:", "https:", "src=", "url(", "@import", "<script", "<link"}) {
    CHECK_FALSE(has(page, outside));
  }
}

TEST_CASE("report: the claim's words are marked in their sentence, with voice and place") {
  const std::string page = report(sample_pile());
  CHECK(has(page,
            "<blockquote dir=\"auto\"><p>In the fire <mark title=\"author\">26 people were "
            "killed</mark>, the "
            "paper wrote.</p></blockquote>"));
  CHECK(has(page, "<b><bdi>Norvel Post</bdi></b>, author"));
  CHECK(has(page, "<b><bdi>Ila Tarn</bdi></b> in <bdi>Radio Ombrel</bdi>"));
  CHECK(has(page,
            "<code><bdi>norvel-post.txt</bdi></code> bytes 50–71 · <span class=\"date\">"
            "<bdi>2031-05-14</bdi>"));
  CHECK(has(page, "<li><bdi>26 and more than 100 cannot both be right</bdi></li>"));
  CHECK(has(page, "<b>Silent:</b> <bdi>The Third</bdi>"));
}

TEST_CASE("report: the matrix shows each side's answer in its voice, or its silence") {
  SamplePile pile = sample_pile();
  pile.accounts.push_back({"id4", "fourth.txt", "Fourth", "East", std::nullopt});
  pile.accounts.push_back({"id5", "fifth.txt", "Fifth", "West", std::nullopt});
  pile.questions[0].silent = {"The Third", "Fifth"};
  const std::string page = report(pile);
  CHECK(has(page,
            "<td data-side=\"North\"><div class=\"cell\"><span class=\"letter p0\">A</span>"
            "<div><bdi>26</bdi><small><bdi>author</bdi></small></div></div></td>"));
  CHECK(has(page, "<bdi>more than 100</bdi><small><bdi>quoting Ila Tarn</bdi></small>"));
  CHECK(has(page, "<td data-side=\"West\"><span class=\"silent\">silent</span></td>"));
  CHECK(has(page, "<td data-side=\"East\"><span class=\"nothing\">–</span></td>"));
}

TEST_CASE("report: a side's cell holds its own answers, not the others' of the same position") {
  SamplePile pile = sample_pile();
  Position& position = pile.questions[0].positions[1];
  PositionClaim other = sample_claim(pile, 0, "26 people were killed", "120");
  position.claims.push_back(other);
  position.answer = "more than 100 / 120";
  const std::string page = report(pile);
  CHECK(has(page, "<div><bdi>more than 100</bdi><small><bdi>quoting Ila Tarn</bdi></small></div>"));
  CHECK(has(page, "<div><bdi>120</bdi><small><bdi>author</bdi></small></div>"));
  CHECK_FALSE(has(page, "<div><bdi>more than 100 / 120</bdi><small>"));
}

TEST_CASE("report: every link of the contents has its target") {
  SamplePile pile = sample_pile();
  pile.questions[0].id = "odd id \"><";
  const std::string page = report(pile);
  std::size_t links = 0;
  for (std::size_t at = page.find("href=\"#"); at != std::string::npos;
       at = page.find("href=\"#", at + 1)) {
    const std::size_t begin = at + 7;
    const std::string name = page.substr(begin, page.find('"', begin) - begin);
    CHECK(has(page, "id=\"" + name + "\""));
    ++links;
  }
  CHECK(links >= 6);
}

TEST_CASE("report: hostile text is shown as text") {
  const std::string hostile = "</bdi></style><script>alert('\"&')</script>\u202E";
  const std::string shown =
      "&lt;/bdi&gt;&lt;/style&gt;&lt;script&gt;alert(&#39;&quot;&amp;&#39;)&lt;/script&gt;\uFFFD";
  SamplePile pile = sample_pile();
  Question& question = pile.questions[0];
  question.title = hostile;
  question.key = {{hostile, hostile}};
  question.why = {hostile};
  question.silent = {hostile};
  question.positions[0].answer = hostile;
  question.positions[0].claims[0].voice = {hostile, hostile, hostile};
  question.positions[0].claims[0].claim.answer = hostile + "!";
  pile.accounts[0] = {"id1", hostile, hostile, hostile, hostile};
  pile.articles[0].metadata.title = hostile;
  pile.articles[0].metadata.language = hostile;
  pile.articles[0].path = hostile;
  const std::string whole = whole_report(pile, hostile);
  CHECK(count(whole, "<script") == 2);
  CHECK(count(whole, "</style>") == 1);
  const std::string page = report(pile, hostile);
  CHECK_FALSE(has(page, "<script"));
  CHECK(count(page, shown) >= 15);
  CHECK(has(page, "<bdi>" + shown + "</bdi>"));
}

TEST_CASE("report: other verdicts are folded away, an inconsistency stands apart") {
  SamplePile pile = sample_pile();
  pile.questions.resize(5, pile.questions[0]);
  pile.questions[1].verdict = Verdict::compatible;
  pile.questions[2].verdict = Verdict::undecidable;
  pile.questions[3].verdict = Verdict::same;
  pile.questions[4].scope = QuestionScope::within_voice;
  const std::string page = report(pile);
  CHECK(count(page, "<details class=\"group\">") == 3);
  CHECK(has(page, "<section id=\"inconsistencies\">"));
  CHECK(count(page, "<th scope=\"row\"><a ") == 1);
}

TEST_CASE("report: many claims of one position are folded") {
  SamplePile pile = sample_pile();
  auto& claims = pile.questions[0].positions[0].claims;
  claims.resize(9, claims[0]);
  const std::string page = report(pile);
  CHECK(has(page, "<summary>3 more claims</summary>"));
  CHECK(count(page, "<details") == count(page, "</details>"));
}

TEST_CASE("report: nothing to show is said, and the articles are still listed") {
  CHECK(has(report(SamplePile{}, ""), "the project has no articles"));
  SamplePile pile = sample_pile();
  pile.questions.clear();
  CHECK(has(report(pile), "3 outlets were read"));
  CHECK(has(report(pile), "<code><bdi>third.txt</bdi></code>"));
}

}  // namespace parallax
