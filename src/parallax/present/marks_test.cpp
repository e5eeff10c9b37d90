#include <doctest/doctest.h>

#include "parallax/present/sample_pile.h"

namespace parallax {
namespace {

Analysis attributed(const Article& article) {
  Analysis analysis;
  analysis.attributions = {attribution_of({span_of(article, "Aren")}, {span_of(article, "said")},
                                          {span_of(article, "It fell,")})};
  return analysis;
}

}  // namespace

TEST_CASE("marks: source, cue and content with the number of their attribution") {
  const Article article = sample_article("x", "x", "It fell, Aren said.\n\nHe left.");
  CHECK(article_with_marks(article, attributed(article), "attributions", {}) ==
        "q0⟦It fell,⟧ s0⟦Aren⟧ c0⟦said⟧.\n\nHe left.\n");
}

TEST_CASE("marks: nested marks close inside out, crossing marks where they end") {
  const Article article = sample_article("x", "x", "abcdef");
  Analysis analysis;
  analysis.figures = {figure_at({0, 6}), figure_at({1, 4}), figure_at({2, 4}), figure_at({3, 5})};
  CHECK(article_with_marks(article, analysis, "figures", {}) == "f⟦af⟦bf⟦cf⟦d⟧⟧e⟧f⟧\n");
}

TEST_CASE("marks: lines fit the terminal, colour only when asked for") {
  const Article article = sample_article("x", "x", "It fell, Aren said. And nobody came back.");
  const std::string plain = article_with_marks(article, attributed(article), "attributions", {20});
  CHECK(plain == "q0⟦It fell,⟧\ns0⟦Aren⟧ c0⟦said⟧.\nAnd nobody came\nback.\n");
  const std::string coloured =
      article_with_marks(article, attributed(article), "attributions", {80, true});
  CHECK(coloured.find("\x1B[34ms0⟦Aren⟧\x1B[0m") != std::string::npos);
}

TEST_CASE("marks: bad spans, escape sequences in the text, and nothing at all") {
  const Article article = sample_article("x", "x", "a\x1B[31mb");
  Analysis analysis;
  analysis.figures = {figure_at({3, 3}), figure_at({0, 900}), figure_at({9, 2})};
  CHECK(article_with_marks(article, analysis, "figures", {}) == "a\uFFFD[31mb\n");
  CHECK(article_with_marks({}, {}, "figures", {}).empty());
  CHECK(article_with_marks(article, {}, "nonsense", {}) == "a\uFFFD[31mb\n");
}

}  // namespace parallax
