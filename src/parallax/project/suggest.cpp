#include "parallax/project/suggest.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "parallax/text/fold.h"

namespace parallax {
namespace {

constexpr std::size_t kLongestName = 200;

/// Letters to insert, remove or replace to make `b` of `a`.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

/// The file name without folders and ending.
std::string_view stem(std::string_view path) {
  path.remove_prefix(std::min(path.size(), path.rfind('/') + 1));
  return path.substr(0, path.rfind('.'));
}

}  // namespace

std::vector<std::string> suggest(std::string_view typed, std::span<const std::string> names,
                                 std::size_t limit) {
  const std::string wanted = ascii_lower(typed.substr(0, kLongestName));
  const std::string_view wanted_stem = stem(wanted);
  std::vector<std::pair<std::size_t, std::string>> ranked;
  for (const std::string& name : names) {
    const std::string lower = ascii_lower(std::string_view(name).substr(0, kLongestName));
    const bool holds = !wanted.empty() && lower.find(wanted) != std::string::npos;
    const std::size_t distance =
        std::min(edit_distance(wanted, lower), edit_distance(wanted_stem, stem(lower)));
    if (holds || distance <= 1 + wanted_stem.size() / 4) {
      ranked.emplace_back(holds ? 0 : distance, name);
    }
  }
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::string> closest;
  for (const auto& [distance, name] : ranked) {
    if (closest.size() < limit && (closest.empty() || closest.back() != name)) {
      closest.push_back(name);
    }
  }
  return closest;
}

std::string one_of(std::span<const std::string> names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    text += i == 0 ? "" : i + 1 == names.size() ? " or " : ", ";
    text += '"' + names[i] + '"';
  }
  return text;
}

}  // namespace parallax
