#include "parallax/text/utf8.h"

#include <doctest/doctest.h>

using namespace parallax;

TEST_CASE("code points of one to four bytes are walked, broken bytes one at a time") {
  const std::string_view text = "aé€😀";
  std::size_t at = 0;
  std::u32string seen;
  while (at < text.size()) {
    const CodePoint point = code_point_at(text, at);
    CHECK(point.valid);
    seen.push_back(point.value);
    at += point.size;
  }
  CHECK(seen == U"aé€😀");
  CHECK_FALSE(code_point_at("\xC0\xAF", 0).valid);
  CHECK_FALSE(code_point_at("\xED\xA0\x80", 0).valid);
  CHECK_FALSE(code_point_at("\xF0\x9F\x98", 0).valid);
  CHECK_FALSE(is_valid_utf8("ok\xFF"));
  CHECK(is_valid_utf8("Երևան اهواز"));
}

TEST_CASE("append and walk back agree") {
  std::string out;
  for (const char32_t value : {U'a', U'ə', U'€', U'😀'}) {
    append_utf8(out, value);
    CHECK(code_point_before(out, out.size()).value == value);
  }
}

TEST_CASE("trim takes no-break and zero-width spaces") {
  CHECK(trim("\u00A0 \u200B a b \u3000") == "a b");
  CHECK(trim("\u00A0").empty());
}
