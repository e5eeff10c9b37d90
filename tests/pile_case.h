#pragma once
#include <string>
#include <vector>

#include "case_file.h"
#include "parallax/core/article.h"
#include "parallax/core/question.h"
#include "parallax/core/result.h"

namespace parallax::cases {

struct GivenArticle {
  Account account;
  Metadata metadata;
  std::vector<std::string> lines;
};

struct GivenPile {
  std::string names;
  std::vector<GivenArticle> articles;
};

/// The articles of one case. Each opens with a line `@ outlet | side | published`, of which any
/// part may be missing; they are called article-1, article-2 and so on. A line `%names` in the head
/// lets the lines of a names file stand before the first.
Result<GivenPile> pile_of_case(const Case& one);

}  // namespace parallax::cases
