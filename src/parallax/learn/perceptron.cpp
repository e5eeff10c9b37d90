#include "parallax/learn/perceptron.h"

#include <algorithm>
#include <cmath>

namespace parallax {
namespace {

constexpr std::size_t kNoRow = static_cast<std::size_t>(-1);
constexpr std::size_t kFirstSlots = 1U << 16U;
constexpr float kLargestWeight = 32000.0F;

}  // namespace

Perceptron::Perceptron(std::uint32_t classes)
    : classes_(classes), keys_(kFirstSlots, 0), index_(kFirstSlots, 0) {}

std::size_t Perceptron::row_of(Feature feature) const {
  const std::size_t mask = keys_.size() - 1;
  for (std::size_t at = feature & mask; keys_[at] != 0; at = (at + 1) & mask) {
    if (keys_[at] == feature) {
      return index_[at];
    }
  }
  return kNoRow;
}

void Perceptron::grow() {
  std::vector<Feature> keys(keys_.size() * 2, 0);
  std::vector<std::uint32_t> index(keys.size(), 0);
  const std::size_t mask = keys.size() - 1;
  for (std::size_t row = 0; row < features_.size(); ++row) {
    std::size_t at = features_[row] & mask;
    while (keys[at] != 0) {
      at = (at + 1) & mask;
    }
    keys[at] = features_[row];
    index[at] = static_cast<std::uint32_t>(row);
  }
  keys_ = std::move(keys);
  index_ = std::move(index);
}

std::size_t Perceptron::row_or_new(Feature feature) {
  if (const std::size_t row = row_of(feature); row != kNoRow) {
    return row;
  }
  if (2 * features_.size() >= keys_.size()) {
    grow();
  }
  const std::size_t mask = keys_.size() - 1;
  std::size_t at = feature & mask;
  while (keys_[at] != 0) {
    at = (at + 1) & mask;
  }
  keys_[at] = feature;
  index_[at] = static_cast<std::uint32_t>(features_.size());
  features_.push_back(feature);
  touched_.push_back(0);
  weights_.resize(weights_.size() + classes_, 0.0F);
  totals_.resize(totals_.size() + classes_, 0.0);
  return features_.size() - 1;
}

void Perceptron::score(std::span<const Feature> features, std::vector<float>& scores) const {
  scores.assign(classes_, 0.0F);
  for (const Feature feature : features) {
    const std::size_t row = row_of(feature);
    if (row == kNoRow) {
      continue;
    }
    const float* const weights = weights_.data() + row * classes_;
    for (std::uint32_t c = 0; c < classes_; ++c) {
      scores[c] += weights[c];
    }
  }
}

void Perceptron::add(std::span<const Feature> features, std::uint32_t to, float amount) {
  for (const Feature feature : features) {
    const std::size_t row = row_or_new(feature);
    ++touched_[row];
    const std::size_t at = row * classes_ + to;
    weights_[at] += amount;
    // The average over all steps is weight − total / steps (Daumé's trick).
    totals_[at] += static_cast<double>(amount) * steps_;
  }
}

void Perceptron::update(std::span<const Feature> features, std::uint32_t right,
                        std::uint32_t wrong) {
  if (right != wrong) {
    add(features, right, 1.0F);
    add(features, wrong, -1.0F);
  }
}

LinearModelData Perceptron::averaged(const Pruning& pruning) const {
  std::vector<float> average(weights_.size());
  float largest = 1e-6F;
  for (std::size_t i = 0; i < average.size(); ++i) {
    average[i] = static_cast<float>(weights_[i] - totals_[i] / steps_);
    largest = std::max(largest, std::abs(average[i]));
  }
  std::vector<Feature> kept;
  std::vector<double> rows;
  for (std::size_t row = 0; row < features_.size(); ++row) {
    const auto weights = std::span(average).subspan(row * classes_, classes_);
    const bool strong = std::ranges::any_of(
        weights, [&](float weight) { return std::abs(weight) > pruning.smallest; });
    if (strong && touched_[row] >= pruning.touched) {
      kept.push_back(features_[row]);
      rows.insert(rows.end(), weights.begin(), weights.end());
    }
  }
  return LinearModelData::of(kept, rows, classes_, kLargestWeight / largest);
}

}  // namespace parallax
