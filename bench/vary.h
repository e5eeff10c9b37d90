#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parallax::bench {

/// A number that depends on nothing but its arguments: the same on every machine and in every run.
std::uint64_t mixed(std::uint64_t a, std::uint64_t b, std::uint64_t c = 0);

/// How the words of the invented example pile become those of another story: other names, other
/// days, other numbers. Applied to all texts of a story it leaves them telling one story.
struct Variation {
  std::uint64_t world = 0;  ///< names of states, capitals, regions, towns, ministers
  std::uint64_t story = 0;  ///< names of villages, witnesses; days and numbers
  std::uint64_t voice = 0;  ///< which of the numbers that go round an outlet has heard
  std::uint64_t voices = 4;
  int days = 0;  ///< by which every date is later
};

std::string vary(std::string_view text, const Variation& variation);

}  // namespace parallax::bench
