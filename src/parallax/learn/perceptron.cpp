#include "parallax/learn/perceptron.h"

#include <algorithm>
#include <bit>
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
  std::vector<std::size_t> kept;
  for (std::size_t row = 0; row < features_.size(); ++row) {
    const auto begin = average.begin() + static_cast<std::ptrdiff_t>(row * classes_);
    const bool strong = std::any_of(
        begin, begin + classes_, [&](float weight) { return std::abs(weight) > pruning.smallest; });
    if (strong && touched_[row] >= pruning.touched) {
      kept.push_back(row);
    }
  }
  LinearModelData data;
  data.classes = classes_;
  const std::size_t stride = LinearModel::stride_of(classes_);
  data.weights.assign(kept.size() * stride, 0);
  data.slots.assign(std::bit_ceil(kept.size() + kept.size() / 2 + 2), {0, 0});
  const std::size_t mask = data.slots.size() - 1;
  const float scale = kLargestWeight / largest;
  for (std::size_t k = 0; k < kept.size(); ++k) {
    const Feature feature = features_[kept[k]];
    std::size_t at = feature & mask;
    while (data.slots[at].row != 0) {
      at = (at + 1) & mask;
    }
    data.slots[at] = {static_cast<std::uint32_t>(feature >> 32U),
                      static_cast<std::uint32_t>(k + 1)};
    for (std::uint32_t c = 0; c < classes_; ++c) {
      data.weights[k * stride + c] =
          static_cast<std::int16_t>(std::lround(average[kept[k] * classes_ + c] * scale));
    }
  }
  return data;
}

}  // namespace parallax
