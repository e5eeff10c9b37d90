#include "parallax/collect/html/html_entities.h"

#include <doctest/doctest.h>

using namespace parallax;

TEST_CASE("references by name and number") {
  CHECK(decode_html_text("Fish &amp; chips &#601;&#x259; &Scaron;karda") ==
        "Fish & chips əə Škarda");
  CHECK(decode_html_text("&laquo;no&raquo; &mdash; &hellip; &rsquo;") == "«no» — … ’");
  CHECK(decode_html_text("&#147;old&#148;") == "“old”");
}

TEST_CASE("what is no reference stays") {
  CHECK(decode_html_text("R&D &bogus; &; & &#; &#x;") == "R&D &bogus; &; & &#; &#x;");
}

TEST_CASE("old names work without a semicolon, new ones do not") {
  CHECK(decode_html_text("a&ampb &eacute &hellip x") == "a&b é &hellip x");
}

TEST_CASE("impossible numbers become U+FFFD") {
  CHECK(decode_html_text("&#0;&#xD800;&#99999999999;") == "\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("white space collapses") {
  CHECK(decode_html_text("  a \n b&nbsp;&nbsp; c ") == "a b c");
}
