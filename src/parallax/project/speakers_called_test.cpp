#include "parallax/project/speakers_called.h"

#include <doctest/doctest.h>

namespace parallax {
namespace {

std::vector<std::string> ids(const std::vector<Speaker>& speakers) {
  std::vector<std::string> ids;
  ids.reserve(speakers.size());
  for (const Speaker& speaker : speakers) {
    ids.push_back(speaker.id);
  }
  return ids;
}

std::vector<Speaker> sample_speakers() {
  return {
      {"1", "Petra Lohm", {"Lohm", "Petra Lohm"}, true, {}},
      {"2", "Edvin Škarda", {"Edvin Škarda"}, true, {}},
      {"3", "the mayor of Harsk", {"the mayor of Harsk"}, false, {}},
      {"4", "Harsk", {"Harsk"}, true, {}},
  };
}

}  // namespace

TEST_CASE("speakers are found by any of their names, by words of one, or by id") {
  const std::vector<Speaker> speakers = sample_speakers();
  using Ids = std::vector<std::string>;
  CHECK(ids(speakers_called(speakers, "lohm")) == Ids{"1"});
  CHECK(ids(speakers_called(speakers, "edvin skarda")) == Ids{"2"});
  CHECK(ids(speakers_called(speakers, "Harsk")) == Ids{"4"});  // a whole name goes first
  CHECK(ids(speakers_called(speakers, "mayor")) == Ids{"3"});
  CHECK(ids(speakers_called(speakers, "may")).empty());
  CHECK(ids(speakers_called(speakers, "")).empty());
  CHECK(ids(speakers_called(speakers, "3")) == Ids{"3"});
}

TEST_CASE("last names alone are suggested, of those that have a name") {
  const auto names = names_to_type(sample_speakers());
  CHECK(names == std::vector<std::string>{"Lohm", "Petra Lohm", "Lohm", "Edvin Škarda", "Škarda",
                                          "the mayor of Harsk", "Harsk"});
}

}  // namespace parallax
