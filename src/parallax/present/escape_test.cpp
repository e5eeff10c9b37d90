#include "parallax/present/escape.h"

#include <doctest/doctest.h>

namespace parallax {
namespace {

std::string html(std::string_view text) {
  std::string out;
  append_html(out, text);
  return out;
}
std::string csv(std::string_view text) {
  std::string out;
  append_csv(out, text);
  return out;
}
std::string quoted(std::string_view text) {
  std::string out;
  append_quoted(out, text);
  return out;
}

}  // namespace

TEST_CASE("html: markup in foreign text is text") {
  CHECK(html("</script><b a='1' c=\"2\">&amp;") ==
        "&lt;/script&gt;&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;amp;");
}

TEST_CASE("html: control characters and broken bytes become U+FFFD, line feeds stay") {
  CHECK(html(std::string_view("a\0b\n\x1B", 5)) == "a\uFFFDb\n\uFFFD");
  CHECK(html("a\u202Egnp.exe\u2067") == "a\uFFFDgnp.exe\u2067");
  CHECK(html("a\xFFz\xE2\x80") == "a\uFFFDz\uFFFD\uFFFD");
}

TEST_CASE("terminal: no escape sequence and no turning of direction gets through") {
  CHECK(terminal_text("\x1B[31mred\x07") == "\uFFFD[31mred\uFFFD");
  CHECK(terminal_text("\u009B31m") == "\uFFFD31m");
  CHECK(terminal_text("a\u202Egnp.exe\u2066") == "a\uFFFDgnp.exe\uFFFD");
  CHECK(terminal_text("one\ntwo\tthree\u2028four") == "one two three four");
  CHECK(terminal_paragraphs("one\ntwo\tthree") == "one\ntwo three");
  CHECK(terminal_text("Ծիլ 猫 🐈") == "Ծիլ 猫 🐈");
}

TEST_CASE("csv: quoted where needed, formulas disarmed") {
  CHECK(csv("plain") == "plain");
  CHECK(csv("a,\"b\"\n") == "\"a,\"\"b\"\"\n\"");
  CHECK(csv("=1+1") == "'=1+1");
  CHECK(csv("+3") == "'+3");
  CHECK(csv("-3") == "'-3");
  CHECK(csv("@x,y") == "\"'@x,y\"");
  CHECK(csv("").empty());
}

TEST_CASE("quoted: what JSON asks for, everything else as it is") {
  CHECK(quoted("say \"no\" \\ now") == R"("say \"no\" \\ now")");
  CHECK(quoted("a\nb\tc\rd\x01") == R"("a\nb\tc\rd\u0001")");
  CHECK(quoted("\x7F\u0080") == R"("\u007f\u0080")");
  CHECK(quoted("Ծիլ 🐈") == "\"Ծիլ 🐈\"");
  CHECK(quoted("\xF0\x9F") == "\"\uFFFD\uFFFD\"");
  CHECK(quoted("") == "\"\"");
}

}  // namespace parallax
