#include "parallax/collect/plain/line_shape.h"

#include <doctest/doctest.h>

using namespace parallax;

TEST_CASE("sentence ends") {
  CHECK(ends_sentence("It fell."));
  CHECK(ends_sentence("\"Did it fall?\""));
  CHECK(ends_sentence("It fell (again).”"));
  CHECK_FALSE(ends_sentence("The night it fell"));
  CHECK_FALSE(ends_with_full_stop("Did it fall?"));
}

TEST_CASE("bullets and numbers") {
  CHECK(bullet_bytes("- a mill") == 2);
  CHECK(bullet_bytes("• a mill") > 0);
  CHECK(bullet_bytes("-5 degrees") == 0);
  CHECK(bullet_bytes("— she said") == 0);
  CHECK(item_number("12. Mill") == 12);
  CHECK(item_number("2031. Mill") == 0);
}

TEST_CASE("a line that is one quotation") {
  CHECK(is_wholly_quoted("\"We saw the 'bridge' fall that night.\""));
  CHECK(is_wholly_quoted("«We saw the bridge fall that night»"));
  CHECK(is_wholly_quoted("‘It’s our bridge and our river’"));
  CHECK_FALSE(is_wholly_quoted("\"We saw it,\" he said, \"and then it fell.\""));
  CHECK_FALSE(is_wholly_quoted("\"Bridge\""));
  CHECK_FALSE(is_wholly_quoted("\"We saw the bridge fall that night."));
}

TEST_CASE("names, capitals, counters") {
  CHECK(is_name("Aren Dovik"));
  CHECK(is_name("A. B. Dovik (Dovikidis)"));
  CHECK(is_name("Ruta van der Essel"));
  CHECK_FALSE(is_name("The bridge fell"));
  CHECK_FALSE(is_name("Aren Dovik left."));
  CHECK_FALSE(is_name("Dovik"));
  CHECK(is_title_case("Sarnov Ferry Rebuilt and Painted"));
  CHECK_FALSE(is_title_case("Sarnov ferry rebuilt and painted"));
  CHECK(is_all_capitals("SARN MAIL"));
  CHECK_FALSE(is_all_capitals("Sarn MAIL"));
  CHECK(is_counter("Views: 1,346"));
  CHECK(is_counter("Comments (12)"));
  CHECK_FALSE(is_counter("The dead were counted: 12 people"));
}

TEST_CASE("menus are rows of short parts") {
  CHECK(is_menu("Home | Politics | Army"));
  CHECK(is_menu("News - Weather - Letters - Sport"));
  CHECK_FALSE(is_menu("Sarnov - the town of mills - burns"));
  CHECK_FALSE(is_menu("It was cold, he said."));
  CHECK_FALSE(is_menu("a | b, who left the town on the river"));
}

TEST_CASE("lines that are an address") {
  CHECK(url_line("URL: http://mail.example/a")->url == "http://mail.example/a");
  CHECK(url_line("https://mail.example/a")->label.empty());
  CHECK_FALSE(url_line("See https://mail.example/a for more"));
  CHECK_FALSE(url_line("He wrote it at https://mail.example/a"));
}

TEST_CASE("rules are found by line, prefix and part") {
  const PageRules rules = PageRules::load(DataFiles::built_in());
  REQUIRE(find_rule("Print version", rules) != nullptr);
  CHECK(find_rule("Your name:", rules)->role == Role::boilerplate);
  CHECK(find_rule("Original article: https://mail.example", rules)->role == Role::url);
  CHECK(find_rule("The Loadingtown mill", rules) == nullptr);
  CHECK(named_author("By Aren Dovik, in Sarnov", rules) == "Aren Dovik");
  CHECK_FALSE(named_author("By the evening the bridge", rules));
}
