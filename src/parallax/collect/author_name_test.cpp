#include "parallax/collect/author_name.h"

#include <doctest/doctest.h>

using namespace parallax;

namespace {

const PageRules rules = PageRules::load(DataFiles::built_in());

}  // namespace

TEST_CASE("a name out of data loses its opening; what is no name is none") {
  CHECK(clean_author("By Aren Dovik", rules) == "Aren Dovik");
  CHECK(clean_author("mirasol", rules) == "mirasol");
  for (const char* const none : {"admin", "https://mail.example/aren", "aren@mail.example", "",
                                 "{{author}}", "page.head.author", "4711", "Staff"}) {
    CHECK(clean_author(none, rules).empty());
  }
}

TEST_CASE("a person is no team, no office and no button") {
  CHECK(is_person("Aren Dovik", rules));
  CHECK(is_person("Aren Dovik and Mira Sol", rules));
  for (const char* const none : {"Sarn News Desk", "Senior Writer", "Buy Now", "Recent Posts"}) {
    CHECK_FALSE(is_person(none, rules));
  }
}

TEST_CASE("the name that a line begins with") {
  CHECK(name_at_front("By Aren Dovik | 14 May 2031", rules) == "Aren Dovik");
  CHECK(name_at_front("Mira Sol, MD, PhD, who sails", rules) == "Mira Sol, MD, PhD");
  CHECK(name_at_front("Written by Mira Sol in Letters", rules) == "Mira Sol");
  CHECK(name_at_front("By Aren Dovik, Mira Sol and Teo Marr | 14 May 2031", rules) ==
        "Aren Dovik, Mira Sol and Teo Marr");
  CHECK(name_at_front("By Aren Dovik, Mira Sol, and Teo Marr", rules) ==
        "Aren Dovik, Mira Sol, and Teo Marr");
  CHECK(name_at_front("By Aren Dovik and Mira Sol, The Vell Letter", rules) ==
        "Aren Dovik and Mira Sol");
  CHECK(name_at_front("By Aren Dovik, Staff Writer", rules) == "Aren Dovik");
  CHECK(name_at_front("By Chun In Park at the pier", rules) == "Chun In Park");
  CHECK(name_at_front("Share this page", rules).empty());
}

TEST_CASE("the given name comes first") {
  CHECK(given_name_first("Dovik, Aren T.") == "Aren T. Dovik");
  CHECK(given_name_first("Aren Dovik, PhD") == "Aren Dovik, PhD");
  CHECK(given_name_first("Aren Dovik") == "Aren Dovik");
}
