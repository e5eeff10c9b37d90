#include "parallax/collect/html/html_page.h"

#include <doctest/doctest.h>

#include <chrono>

using namespace parallax;

namespace {

std::string blocks_of(std::string_view html) {
  const HtmlPage page = parse_html_page(html);
  std::string out;
  for (const HtmlBlock& block : page.blocks) {
    out += text_of(html, page, block) + "|";
  }
  return out;
}

double seconds(const std::string& html) {
  const auto start = std::chrono::steady_clock::now();
  const HtmlPage page = parse_html_page(html);
  CHECK(page.nodes.size() < 1000000);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) {
    out += part;
  }
  return out;
}

}  // namespace

TEST_CASE("blocks are the lines of a page") {
  CHECK(blocks_of("<div>a<p>b <i>c</i> d<p>e</div>f") == "a|b c d|e|f|");
  CHECK(blocks_of("<ul><li>one<li>two</ul>") == "one|two|");
  CHECK(blocks_of("one<br><br>two<br>Three, still<br>three") == "one|two|Three, still three|");
}

TEST_CASE("scripts, styles and what is hidden hold no text") {
  CHECK(blocks_of("a<script>b</script><p hidden>c</p><p style='display: none'>d</p>e") == "a|e|");
  CHECK(blocks_of("<noscript><p>n</p></noscript><svg><text>s</text></svg>x") == "x|");
}

TEST_CASE("end tags without a start close nothing outside") {
  CHECK(blocks_of("<div hidden>a</p></span>b</div>c") == "c|");
  CHECK(blocks_of("</div></div></p>x") == "x|");
}

TEST_CASE("fields of the head are read") {
  const HtmlPage page = parse_html_page(
      "<html lang=en-GB><title>A &amp; B</title><meta property='og:title' content='A&amp;B'>"
      "<link rel=canonical href=https://x.example/a><script "
      "type='application/ld+json'>{}</script>");
  CHECK(page.title == "A & B");
  CHECK(page.language == "en-GB");
  REQUIRE(page.fields.size() == 2);
  CHECK(page.fields[0].value == "A&amp;B");
  CHECK(page.fields[1].name->name == "canonical");
  CHECK(page.json_ld.size() == 1);
}

TEST_CASE("depth, breadth and disorder cost linear time") {
  CHECK(seconds(repeated("<div>", 100000) + "x" + repeated("</div>", 100000)) < 2.0);
  CHECK(seconds(repeated("<b><p>", 100000)) < 2.0);
  CHECK(seconds(repeated("<p>", 50000) + repeated("</x>", 100000)) < 2.0);
  CHECK(seconds(repeated("<table><td>", 50000) + repeated("</p>", 50000)) < 2.0);
  CHECK(seconds(repeated("<a", 200000)) < 2.0);
  CHECK(seconds(repeated("<!--", 200000)) < 2.0);
  CHECK(seconds(repeated("&", 500000)) < 2.0);
}
