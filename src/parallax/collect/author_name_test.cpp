#include "parallax/collect/author_name.h"

#include <doctest/doctest.h>

using namespace parallax;

namespace {

const PageRules kRules = PageRules::load(DataFiles::built_in());

}  // namespace

TEST_CASE("a name out of data loses its opening; what is no name is none") {
  CHECK(clean_author("By Aren Dovik", kRules) == "Aren Dovik");
  CHECK(clean_author("mirasol", kRules) == "mirasol");
  for (const char* const none : {"admin", "https://mail.example/aren", "aren@mail.example", "",
                                 "{{author}}", "page.head.author", "4711", "Staff"}) {
    CHECK(clean_author(none, kRules).empty());
  }
}

TEST_CASE("a person is no team, no office and no button") {
  CHECK(is_person("Aren Dovik", kRules));
  CHECK(is_person("Aren Dovik and Mira Sol", kRules));
  for (const char* const none : {"Sarn News Desk", "Senior Writer", "Buy Now", "Recent Posts"}) {
    CHECK_FALSE(is_person(none, kRules));
  }
}

TEST_CASE("the name that a line begins with") {
  CHECK(name_at_front("By Aren Dovik | 14 May 2031", kRules) == "Aren Dovik");
  CHECK(name_at_front("Mira Sol, MD, PhD, who sails", kRules) == "Mira Sol, MD, PhD");
  CHECK(name_at_front("Written by Mira Sol in Letters", kRules) == "Mira Sol");
  CHECK(name_at_front("Share this page", kRules).empty());
}

TEST_CASE("the given name comes first") {
  CHECK(given_name_first("Dovik, Aren T.") == "Aren T. Dovik");
  CHECK(given_name_first("Aren Dovik, PhD") == "Aren Dovik, PhD");
  CHECK(given_name_first("Aren Dovik") == "Aren Dovik");
}
