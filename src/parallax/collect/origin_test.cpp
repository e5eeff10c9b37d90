#include "parallax/collect/origin.h"

#include <doctest/doctest.h>

using namespace parallax;

namespace {

const PageRules rules = PageRules::load(DataFiles::built_in());

std::string value(const std::optional<Origin>& origin) { return origin ? origin->value : ""; }

}  // namespace

TEST_CASE("an opening names the agency between the town and a dash") {
  const auto opening = [](std::string_view text) { return value(origin_in_opening(text, rules)); };
  CHECK(opening("SARN (Vell Wire) - The ferry stayed in port.") == "Vell Wire");
  CHECK(opening("SARN, May 14 (AP) — The ferry stayed in port.") == "Associated Press");
  CHECK(opening("Sarn (AFP/Reuters) - The ferry.") == "Agence France-Presse, Reuters");
  CHECK(opening("Sarn (a town on the river) - the ferry").empty());
  CHECK(opening("SARN (Vell Wire) said that the ferry stayed").empty());
  CHECK(opening("The ferry (Number 2) - once new").empty());
  CHECK(opening("(").empty());
}

TEST_CASE("an ending names agencies that are known") {
  const auto ending = [](std::string_view text) { return value(origin_in_ending(text, rules)); };
  CHECK(ending("The ferry stayed in port. (AFP)") == "Agence France-Presse");
  CHECK(ending("Reuters") == "Reuters");
  CHECK(ending("The ferry stayed in port (again)").empty());
  CHECK(ending(")").empty());
}

TEST_CASE("a line says where a text was published first") {
  const auto line = [](std::string_view text) { return value(origin_in_line(text, rules)); };
  CHECK(line("Original article: https://vell.example/7") == "https://vell.example/7");
  CHECK(line("This article was first published by the Vell Wire.") == "Vell Wire");
  CHECK(line("First published in 2031 by a small house").empty());
  CHECK(line("The ferry stayed in port.").empty());
}
