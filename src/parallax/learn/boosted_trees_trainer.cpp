#include "parallax/learn/boosted_trees_trainer.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "parallax/learn/random.h"

namespace parallax {
namespace {

constexpr std::size_t kBins = 255;

/// A feature's numbers cut into bins: bin b holds numbers ≤ borders[b], the last one the rest.
struct Binned {
  std::vector<float> borders;
  std::vector<std::uint8_t> bins;  ///< one an example
};

Binned bin_feature(const BoostingExamples& examples, std::uint32_t feature) {
  std::vector<float> sorted(examples.size());
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    sorted[i] = examples.numbers[i * examples.features + feature];
  }
  const std::vector<float> numbers = sorted;
  std::ranges::sort(sorted);
  Binned binned;
  for (std::size_t cut = 1; cut < kBins && !sorted.empty(); ++cut) {
    const std::size_t at = cut * sorted.size() / kBins;
    const float low = sorted[at > 0 ? at - 1 : 0];
    const auto higher = std::ranges::upper_bound(sorted, low);
    if (higher == sorted.end()) {
      break;
    }
    const float border = low + (*higher - low) / 2;
    if (binned.borders.empty() || border > binned.borders.back()) {
      binned.borders.push_back(border);
    }
  }
  binned.bins.reserve(numbers.size());
  for (const float number : numbers) {
    const auto at = std::ranges::lower_bound(binned.borders, number);
    binned.bins.push_back(static_cast<std::uint8_t>(at - binned.borders.begin()));
  }
  return binned;
}

/// Of the examples of one bin or node: gradients and second derivatives, summed.
struct Sums {
  double gradient = 0;
  double hessian = 0;
  void add(const Sums& other) {
    gradient += other.gradient;
    hessian += other.hessian;
  }
};

struct BestSplit {
  double gain = 0;
  std::uint32_t feature = 0;
  std::size_t bin = kBins;  ///< goes left up to this bin; kBins: all do
};

class Booster {
 public:
  Booster(const BoostingExamples& examples, const BoostingOptions& options)
      : examples_(examples), options_(options), random_(options.seed) {
    for (std::uint32_t f = 0; f < examples.features; ++f) {
      features_.push_back(bin_feature(examples, f));
    }
  }

  BoostedTreesData run() {
    data_.depth = options_.depth;
    data_.start = static_cast<float>(start());
    scores_.assign(examples_.size(), data_.start);
    for (std::uint32_t t = 0; t < options_.trees; ++t) {
      grow_tree();
    }
    return std::move(data_);
  }

 private:
  double start() const {
    double yes = 1;
    double all = 2;
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      yes += double{examples_.right[i]} * examples_.weights[i];
      all += examples_.weights[i];
    }
    return std::log(yes / (all - yes));
  }

  void grow_tree() {
    choose_rows_and_columns();
    const std::size_t inner = (std::size_t{1} << options_.depth) - 1;
    const std::size_t first = data_.splits.size();
    data_.splits.resize(first + inner);
    std::vector<std::uint32_t> nodes(examples_.size(), 0);
    for (std::uint32_t level = 0; level < options_.depth; ++level) {
      const std::size_t begin = (std::size_t{1} << level) - 1;
      const std::vector<BestSplit> best = best_splits(nodes, begin, begin + 1);
      for (std::size_t n = 0; n < best.size(); ++n) {
        data_.splits[first + begin + n] = split_of(best[n]);
      }
      for (std::size_t i = 0; i < nodes.size(); ++i) {
        const BestSplit& split = best[nodes[i] - begin];
        const bool left = split.bin == kBins || features_[split.feature].bins[i] <= split.bin;
        nodes[i] = 2 * nodes[i] + (left ? 1 : 2);
      }
    }
    add_leaves(nodes, inner);
  }

  void choose_rows_and_columns() {
    seen_.clear();
    for (std::uint32_t i = 0; i < examples_.size(); ++i) {
      if (random_.unit() < options_.rows) {
        seen_.push_back(i);
      }
    }
    columns_.clear();
    for (std::uint32_t f = 0; f < examples_.features; ++f) {
      if (random_.unit() < options_.columns && !features_[f].borders.empty()) {
        columns_.push_back(f);
      }
    }
    sums_.resize(examples_.size());
    for (const std::uint32_t i : seen_) {
      const double p = 1.0 / (1.0 + std::exp(-double{scores_[i]}));
      sums_[i] = {(p - examples_.right[i]) * examples_.weights[i],
                  std::max(p * (1 - p), 1e-6) * examples_.weights[i]};
    }
  }

  BoostedTrees::Split split_of(const BestSplit& best) const {
    if (best.bin == kBins) {
      return {.feature = 0, .most = std::numeric_limits<float>::max()};
    }
    return {.feature = best.feature, .most = features_[best.feature].borders[best.bin]};
  }

  std::vector<BestSplit> best_splits(const std::vector<std::uint32_t>& nodes, std::size_t begin,
                                     std::size_t count) const {
    std::vector<BestSplit> best(count);
    std::vector<Sums> bins;
    for (const std::uint32_t f : columns_) {
      bins.assign(count * (kBins + 1), {});
      const std::vector<std::uint8_t>& of = features_[f].bins;
      for (const std::uint32_t i : seen_) {
        bins[(nodes[i] - begin) * (kBins + 1) + of[i]].add(sums_[i]);
      }
      for (std::size_t n = 0; n < count; ++n) {
        const std::span node(bins.data() + n * (kBins + 1), features_[f].borders.size() + 1);
        look_at(node, f, best[n]);
      }
    }
    return best;
  }

  double worth(const Sums& sums) const {
    return sums.gradient * sums.gradient / (sums.hessian + options_.l2);
  }

  void look_at(std::span<const Sums> bins, std::uint32_t feature, BestSplit& best) const {
    Sums all;
    for (const Sums& bin : bins) {
      all.add(bin);
    }
    Sums left;
    for (std::size_t b = 0; b + 1 < bins.size(); ++b) {
      left.add(bins[b]);
      const Sums right{all.gradient - left.gradient, all.hessian - left.hessian};
      if (left.hessian < options_.least_weight || right.hessian < options_.least_weight) {
        continue;
      }
      const double gain = worth(left) + worth(right) - worth(all);
      if (gain > best.gain + 1e-9) {
        best = {gain, feature, b};
      }
    }
  }

  void add_leaves(const std::vector<std::uint32_t>& nodes, std::size_t inner) {
    std::vector<Sums> sums(inner + 1);
    for (const std::uint32_t i : seen_) {
      sums[nodes[i] - inner].add(sums_[i]);
    }
    const std::size_t first = data_.leaves.size();
    for (const Sums& leaf : sums) {
      data_.leaves.push_back(
          static_cast<float>(-leaf.gradient / (leaf.hessian + options_.l2) * options_.rate));
    }
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      scores_[i] += data_.leaves[first + nodes[i] - inner];
    }
  }

  const BoostingExamples& examples_;
  const BoostingOptions& options_;
  Random random_;
  std::vector<Binned> features_;
  std::vector<float> scores_;           ///< log odds so far, one an example
  std::vector<Sums> sums_;              ///< of one example each, for those that the tree sees
  std::vector<std::uint32_t> seen_;     ///< examples
  std::vector<std::uint32_t> columns_;  ///< features
  BoostedTreesData data_;
};

}  // namespace

BoostedTreesData train_boosted_trees(const BoostingExamples& examples,
                                     const BoostingOptions& options) {
  return Booster(examples, options).run();
}

}  // namespace parallax
