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
  CHECK(opening("Sarn, 14 May 2031 (AFP/Reuters) - The ferry.") == "Agence France-Presse, Reuters");
  CHECK(opening("NEW SARN, Velland (AP) -- The ferry.") == "Associated Press");
  CHECK(opening("Sarn (AFP) - The ferry stayed in port.").empty());
  CHECK(opening("The Pier Authority (PA) - a small house by the river - is shut.").empty());
  CHECK(opening("THE PIER AUTHORITY (PA) - a small house by the river.").empty());
  CHECK(opening("Mills East and North of Arl (MENA) - five of them - stood still.").empty());
  CHECK(opening("Sarn (a town on the river) - the ferry").empty());
  CHECK(opening("SARN (Vell Wire) said that the ferry stayed").empty());
  CHECK(opening("The ferry (Number 2) - once new").empty());
  CHECK(opening("(").empty());
}

TEST_CASE("an ending names agencies that are known") {
  const auto ending = [](std::string_view text) { return value(origin_in_ending(text, rules)); };
  CHECK(ending("The ferry stayed in port. (AFP)") == "Agence France-Presse");
  CHECK(ending("Reuters") == "Reuters");
  CHECK(ending("“The ferry stayed in port.” (AP)") == "Associated Press");
  CHECK(ending("(AFP)") == "Agence France-Presse");
  CHECK(ending("The ferry belongs to the Pier Authority (PA)").empty());
  CHECK(ending("The ferry stayed in port (again)").empty());
  CHECK(ending(")").empty());
}

TEST_CASE("a line says where a text was published first") {
  const auto line = [](std::string_view text) { return value(origin_in_line(text, rules)); };
  CHECK(line("Original article: https://vell.example/7") == "https://vell.example/7");
  CHECK(line("This article was first published by the Vell Wire.") == "Vell Wire");
  CHECK(line("First published in 2031 by a small house").empty());
  CHECK(line("Republished from The Vell Wire") == "Vell Wire");
  CHECK(line("Original: https://vell.example/7") == "https://vell.example/7");
  CHECK(line("Adapted from https://vell.example/7") == "https://vell.example/7");
  CHECK(line("Courtesy of Mira Sol").empty());
  CHECK(line("Adapted from Mira Sol").empty());
  CHECK(line("Original: Mira Sol").empty());
  CHECK(line("Original articles are at https://vell.example/7").empty());
  CHECK(line("The ferry stayed in port.").empty());
}
