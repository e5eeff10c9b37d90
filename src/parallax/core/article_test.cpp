#include "parallax/core/article.h"

#include <doctest/doctest.h>

#include "parallax/core/anchor.h"

using namespace parallax;

TEST_CASE("a span is traced through kept, removed and converted blocks") {
  Article article;
  article.text = "Title\nA B\n";
  article.blocks = {{{0, 6}, {0, 6}, Role::title},
                    {{}, {6, 20}, Role::boilerplate},
                    {{6, 7}, {20, 21}, Role::body},
                    {{7, 8}, {21, 27}, Role::body},
                    {{8, 10}, {27, 29}, Role::body}};
  CHECK(source_of(article, {6, 9}) == SourceRange{20, 28});
  CHECK(source_of(article, {8, 9}) == SourceRange{27, 28});
  CHECK(role_at(article, 7) == Role::body);
  CHECK(role_at(article, 2) == Role::title);
}

TEST_CASE("an anchor's context is cut at code points") {
  Article article;
  article.text = std::string(15, 'x') + "ééééééééé" + "word" + "😀😀😀😀😀😀😀😀😀";
  const Anchor anchor = make_anchor(article, "v", {33, 37});
  CHECK(anchor.words == "word");
  CHECK(anchor.before == std::string(14, 'x') + "ééééééééé");
  CHECK(anchor.after == "😀😀😀😀😀😀😀😀");
}

TEST_CASE("role names go both ways") {
  CHECK(role_from_string("caption") == Role::caption);
  CHECK(to_string(Role::boilerplate) == "boilerplate");
  CHECK_FALSE(role_from_string("navigation").has_value());
}
