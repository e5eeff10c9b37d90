#include "parallax/project/suggest.h"

#include <doctest/doctest.h>

namespace parallax {
namespace {

using Names = std::vector<std::string>;

TEST_CASE("a slip of the fingers finds the name that was meant") {
  const Names names = {"sub/harbour-post-1.txt", "sub/harbour-post-2.txt", "vell-gazette.html"};
  CHECK(suggest("vel-gazette", names, 3) == Names{"vell-gazette.html"});
  CHECK(suggest("VELL-GAZETTE.txt", names, 3) == Names{"vell-gazette.html"});
  CHECK(suggest("harbour", names, 3) == Names{"sub/harbour-post-1.txt", "sub/harbour-post-2.txt"});
  CHECK(suggest("harbour", names, 1).size() == 1);
  CHECK(suggest("something else", names, 3).empty());
  CHECK(suggest("", names, 3).empty());
}

TEST_CASE("a list reads as a sentence does") {
  CHECK(one_of(Names{}).empty());
  CHECK(one_of(Names{"a"}) == "\"a\"");
  CHECK(one_of(Names{"a", "b", "c"}) == "\"a\", \"b\" or \"c\"");
}

}  // namespace
}  // namespace parallax
