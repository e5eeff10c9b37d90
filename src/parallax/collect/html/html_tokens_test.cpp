#include "parallax/collect/html/html_tokens.h"

#include <doctest/doctest.h>

#include <random>

using namespace parallax;

namespace {

std::string tokens_of(std::string_view html) {
  static constexpr const char* kKinds = "TROCM";
  HtmlTokenizer tokenizer(html);
  HtmlToken token;
  std::string out;
  while (tokenizer.next(token)) {
    out += kKinds[static_cast<std::size_t>(token.kind)];
    out += '[';
    const bool tag = token.kind == HtmlToken::Kind::open || token.kind == HtmlToken::Kind::close;
    out += tag ? std::string_view(token.name) : html.substr(token.begin, token.end - token.begin);
    for (const HtmlAttribute& each : token.attributes) {
      out += " " + std::string(each.name) + "=" + std::string(each.value);
    }
    out += ']';
  }
  return out;
}

}  // namespace

TEST_CASE("tags, texts and comments") {
  CHECK(tokens_of("<!doctype html><P Class='x y' id=q data-a>Hi <b>you</B></p>") ==
        "M[<!doctype html>]O[p Class=x y id=q data-a=]T[Hi ]O[b]T[you]C[b]C[p]");
  CHECK(tokens_of("a<!-- <p> -->b<!-->c") == "T[a]M[<!-- <p> -->]T[b]M[<!-->]T[c]");
  CHECK(tokens_of("<br/><a href=/x/>y") == "O[br]O[a href=/x/]T[y]");
  CHECK(tokens_of("x <![CDATA[ <p> ]]> y") == "T[x ]M[<![CDATA[ <p> ]]>]T[ y]");
}

TEST_CASE("a sign alone is text") {
  CHECK(tokens_of("1 < 2 & 3 <4> 5") == "T[1 < 2 & 3 <4> 5]");
  CHECK(tokens_of("<") == "T[<]");
}

TEST_CASE("no tags inside scripts, styles and titles") {
  CHECK(tokens_of("<script>if(a<b){'</p>'}</Script >x") ==
        "O[script]R[if(a<b){'</p>'}]C[script]T[x]");
  CHECK(tokens_of("<title>a <b> c</title>") == "O[title]R[a <b> c]C[title]");
  CHECK(tokens_of("<style></style>y") == "O[style]C[style]T[y]");
  CHECK(tokens_of("<script>never closed") == "O[script]R[never closed]");
}

TEST_CASE("an end in the middle of a tag ends the page") {
  for (const char* html : {"<p a=\"x", "<p a", "<p", "</", "</p", "<!-- x", "<!x", "<p a=", "<?"}) {
    CAPTURE(html);
    CHECK_FALSE(tokens_of(html).empty());
  }
}

TEST_CASE("tokens cover any page without gaps") {
  std::mt19937 random(1);
  const std::string_view letters = "<>/!-=\"' &;apscripttle\n";
  for (int turn = 0; turn < 3000; ++turn) {
    std::string html;
    const std::size_t size = random() % 60;
    for (std::size_t i = 0; i < size; ++i) {
      html += letters[random() % letters.size()];
    }
    const std::vector<char> exact(html.begin(), html.end());  // one byte too many shows in ASan
    HtmlTokenizer tokenizer({exact.data(), exact.size()});
    HtmlToken token;
    std::uint32_t at = 0;
    while (tokenizer.next(token)) {
      REQUIRE(token.begin == at);
      REQUIRE(token.end > at);
      at = token.end;
    }
    REQUIRE(at == html.size());
  }
}
