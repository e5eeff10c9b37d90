#include "train/word_vectors.h"

namespace parallax {

WordVectors::WordVectors(std::span<const Feature> features, std::uint32_t least,
                         std::size_t width) {
  std::unordered_map<Feature, std::uint32_t> counts;
  for (const Feature feature : features) {
    ++counts[feature];
  }
  for (const Feature feature : features) {  // in the order of the corpus: always the same
    const std::uint32_t count = counts[feature];
    const auto number = static_cast<std::uint32_t>(features_.size());
    if (count >= least && rows_.try_emplace(feature, number).second) {
      features_.push_back(feature);
      counts_.push_back(count);
    }
  }
  values_ = Parameter(features_.size(), width);
  touched_.assign(features_.size(), false);
}

std::uint32_t WordVectors::row_of(Feature feature) const {
  const auto at = rows_.find(feature);
  return at == rows_.end() ? kNone : at->second;
}

void WordVectors::add_to(float* sum, std::uint32_t row) const {
  const float* const values = values_.value().data() + row * width();
  for (std::size_t i = 0; i < width(); ++i) {
    sum[i] += values[i];
  }
}

void WordVectors::add_gradient(const float* gradient, std::uint32_t row) {
  if (!touched_[row]) {
    touched_[row] = true;
    to_move_.push_back(row);
  }
  float* const sums = values_.gradient().data() + row * width();
  for (std::size_t i = 0; i < width(); ++i) {
    sums[i] += gradient[i];
  }
}

void WordVectors::step(const AdamStep& adam, float scale) {
  for (const std::uint32_t row : to_move_) {
    values_.step(adam, scale, row, 1);
    touched_[row] = false;
  }
  to_move_.clear();
}

}  // namespace parallax
