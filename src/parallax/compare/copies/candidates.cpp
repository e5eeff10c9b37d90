#include "parallax/compare/copies/candidates.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace parallax {
namespace {

constexpr std::size_t kMostCandidates = 8;
/// Of those that hold a value, an article meets so many of the first, and so many just before it.
constexpr std::size_t kFirstMet = 24;
constexpr std::size_t kJustBefore = 8;
/// Two texts of other stories share a value or two, but common ones; what must be shared is counted
/// in values that two articles alone have.
constexpr double kLeastRareValues = 1.5;
/// What is enough whatever the values: in a pile of one story all are common.
constexpr double kEnoughOfCells = 0.12;
constexpr std::size_t kFewCells = 24;

constexpr unsigned kArticleBits = 25;
constexpr unsigned kStartBits = 18;
constexpr unsigned kEntryBits = 64;
constexpr std::uint64_t kMostArticles = std::uint64_t{1} << kArticleBits;

std::uint64_t key_of(std::size_t cell, std::uint32_t value) {
  return std::uint64_t{cell} << 57U | std::uint64_t{value} << kArticleBits;
}

std::uint64_t spread(std::uint64_t key) {
  key = (key ^ (key >> 31U)) * 0x9E3779B97F4A7C15U;
  key = (key ^ (key >> 29U)) * 0xBF58476D1CE4E5B9U;
  return key ^ (key >> 32U);
}

std::size_t filled_cells(const Sketch& sketch) {
  return Sketch::kCells -
         static_cast<std::size_t>(std::ranges::count(sketch.cells, Sketch::kEmpty));
}

}  // namespace

ValueCounts::ValueCounts(std::span<const Sketch> sketches) {
  constexpr std::size_t kLeast = 4096;
  const std::size_t slots = std::bit_ceil(std::max(kLeast, sketches.size() * Sketch::kCells));
  first_.resize(slots);
  second_.resize(slots);
  const auto add = [](std::uint8_t& count) {
    count = count < kMost ? static_cast<std::uint8_t>(count + 1) : count;
  };
  for (const Sketch& sketch : sketches) {
    for (std::size_t cell = 0; cell < Sketch::kCells; ++cell) {
      if (sketch.cells[cell] != Sketch::kEmpty) {
        const auto [a, b] = places_of(cell, sketch.cells[cell]);
        add(first_[a]);
        add(second_[b]);
      }
    }
  }
}

std::pair<std::size_t, std::size_t> ValueCounts::places_of(std::size_t cell,
                                                           std::uint32_t value) const {
  const std::uint64_t mixed = spread(key_of(cell, value));
  const std::size_t mask = first_.size() - 1;
  return {static_cast<std::size_t>(mixed) & mask, static_cast<std::size_t>(mixed >> 32U) & mask};
}

std::uint8_t ValueCounts::of(std::size_t cell, std::uint32_t value) const {
  const auto [a, b] = places_of(cell, value);
  return std::min(first_[a], second_[b]);
}

CandidateFinder::CandidateFinder(std::span<const Sketch> sketches, const ValueCounts& counts,
                                 std::span<const std::uint32_t> wanted)
    : sketches_(sketches.first(std::min<std::size_t>(sketches.size(), kMostArticles))),
      counts_(counts),
      wanted_(sketches.size()),
      weights_(sketches.size()),
      meetings_(sketches.size()) {
  std::vector<Sketch> asked;
  for (const std::uint32_t article : wanted) {
    wanted_[article] = true;
    asked.push_back(sketches[article]);
  }
  const ValueCounts asked_for(asked);
  for (std::uint32_t article = 0; article < sketches_.size(); ++article) {
    for (std::size_t cell = 0; cell < Sketch::kCells; ++cell) {
      const std::uint32_t value = sketches_[article].cells[cell];
      if (value != Sketch::kEmpty && asked_for.of(cell, value) > 0 && counts.of(cell, value) > 1) {
        entries_.push_back(key_of(cell, value) | article);
      }
    }
  }
  std::ranges::sort(entries_);
  starts_.resize((std::size_t{1} << kStartBits) + 1);
  for (const std::uint64_t entry : entries_) {
    ++starts_[(entry >> (kEntryBits - kStartBits)) + 1];
  }
  for (std::size_t i = 1; i < starts_.size(); ++i) {
    starts_[i] += starts_[i - 1];
  }
}

void CandidateFinder::meet(std::uint32_t article, std::size_t cell, std::uint32_t value) {
  const std::uint64_t key = key_of(cell, value);
  const auto begin = entries_.begin();
  const auto at = [&](std::size_t i) { return begin + static_cast<std::ptrdiff_t>(i); };
  const std::size_t bucket = key >> (kEntryBits - kStartBits);
  const auto first = std::lower_bound(at(starts_[bucket]), at(starts_[bucket + 1]), key);
  const auto last =
      std::lower_bound(first, at(starts_[bucket + 1]), key + (std::uint64_t{1} << kArticleBits));
  const auto own = std::lower_bound(first, last, key | article);
  const auto add = [&](std::uint64_t entry) {
    const auto other = static_cast<std::uint32_t>(entry & (kMostArticles - 1));
    if (other == article || (wanted_[other] && other > article)) {
      return;
    }
    if (meetings_[other] == 0) {
      met_.push_back(other);
    }
    meetings_[other] = static_cast<std::uint8_t>(meetings_[other] + 1);
    const double count = std::max<std::uint8_t>(2, counts_.of(cell, value));
    weights_[other] +=
        static_cast<float>(std::log2(static_cast<double>(sketches_.size() + 1) / count));
  };
  const auto end_of_first = first + std::min<std::ptrdiff_t>(last - first, kFirstMet);
  std::for_each(first, end_of_first, add);
  const auto just_before = own - std::min<std::ptrdiff_t>(own - first, kJustBefore);
  std::for_each(std::max(just_before, end_of_first), std::max(own, end_of_first), add);
}

std::vector<std::uint32_t> CandidateFinder::best_of_met(std::uint32_t article) {
  const double rare = std::log2(static_cast<double>(sketches_.size() + 1) / 2);
  const std::size_t filled = filled_cells(sketches_[article]);
  std::vector<std::pair<float, std::uint32_t>> ranked;
  for (const std::uint32_t other : met_) {
    const std::size_t fewer = std::min(filled, filled_cells(sketches_[other]));
    const std::size_t meetings = meetings_[other];
    const bool enough =
        static_cast<double>(meetings) >= kEnoughOfCells * static_cast<double>(fewer);
    const bool several = meetings > 1 || fewer < kFewCells;
    if (several && (enough || weights_[other] >= kLeastRareValues * rare)) {
      ranked.emplace_back(-weights_[other], other);
    }
    weights_[other] = 0;
    meetings_[other] = 0;
  }
  met_.clear();
  std::ranges::sort(ranked);
  std::vector<std::uint32_t> best;
  for (std::size_t i = 0; i < std::min(kMostCandidates, ranked.size()); ++i) {
    best.push_back(ranked[i].second);
  }
  return best;
}

std::vector<std::uint32_t> CandidateFinder::of(std::uint32_t article) {
  if (article >= sketches_.size()) {
    return {};
  }
  for (std::size_t cell = 0; cell < Sketch::kCells; ++cell) {
    if (const std::uint32_t value = sketches_[article].cells[cell]; value != Sketch::kEmpty) {
      meet(article, cell, value);
    }
  }
  return best_of_met(article);
}

}  // namespace parallax
