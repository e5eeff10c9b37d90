#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "parallax/learn/boosted_trees.h"

namespace parallax {

struct BoostingOptions {
  std::uint32_t trees = 200;
  std::uint32_t depth = 5;
  double rate = 0.1;          ///< share of each tree's answer that is taken
  double l2 = 1.0;            ///< draws leaves to 0
  double least_weight = 5.0;  ///< of examples (times p (1 − p)) on either side of a split
  double rows = 0.7;          ///< share of examples that each tree sees
  double columns = 0.7;       ///< share of features that each tree sees
  std::uint64_t seed = 1;
};

/// Examples with as many features each: `numbers` row by row.
struct BoostingExamples {
  std::uint32_t features = 0;
  std::vector<float> numbers;
  std::vector<float> right;    ///< 0 to 1, one an example
  std::vector<float> weights;  ///< one an example
  std::size_t size() const { return right.size(); }
};

/// Learns trees that make −log p(right) small, by second-order steps on histograms of at most 255
/// bins (Chen and Guestrin 2016). Deterministic. Only for trainers.
BoostedTreesData train_boosted_trees(const BoostingExamples& examples,
                                     const BoostingOptions& options);

}  // namespace parallax
