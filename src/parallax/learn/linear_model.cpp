#include "parallax/learn/linear_model.h"

#include <algorithm>
#include <cmath>

#include "parallax/learn/model_file.h"

namespace parallax {
namespace {

constexpr std::uint32_t kMostClasses = 4096;
constexpr std::size_t kAhead = 8;  // features whose slots are on their way from memory

}  // namespace

Result<LinearModel> LinearModel::from(std::uint32_t classes, std::span<const Slot> slots,
                                      std::span<const std::int16_t> weights) {
  if (classes == 0 || classes > kMostClasses) {
    return damaged_model("the number of classes");
  }
  const std::size_t rows = weights.size() / stride_of(classes);
  if (rows * stride_of(classes) != weights.size()) {
    return damaged_model("the number of weights");
  }
  const auto found = FeatureSlots::from(slots, rows);
  if (!found) {
    return std::unexpected(found.error());
  }
  LinearModel model;
  model.classes_ = classes;
  model.slots_ = *found;
  model.weights_ = weights;
  return model;
}

void LinearModel::score(std::span<const Feature> features, std::span<std::int32_t> scores) const {
  const std::size_t stride = this->stride();
  std::fill_n(scores.begin(), stride, 0);
  for (const Feature feature : features.first(std::min(kAhead, features.size()))) {
    slots_.prefetch(feature);
  }
  for (std::size_t i = 0; i < features.size(); ++i) {
    if (i + kAhead < features.size()) {
      slots_.prefetch(features[i + kAhead]);
    }
    const std::uint32_t row = slots_.row_of(features[i]);
    if (row == FeatureSlots::kNone) {
      continue;
    }
    const std::int16_t* const weights = weights_.data() + row * stride;
    for (std::size_t c = 0; c < stride; ++c) {
      scores[c] += weights[c];
    }
  }
}

LinearModelData LinearModelData::of(std::span<const Feature> features, std::span<const double> rows,
                                    std::uint32_t classes, double scale) {
  const std::size_t stride = LinearModel::stride_of(classes);
  LinearModelData data;
  data.classes = classes;
  data.weights.assign(features.size() * stride, 0);
  data.slots = FeatureSlots::made_of(features);
  for (std::size_t row = 0; row < features.size(); ++row) {
    for (std::size_t c = 0; c < classes; ++c) {
      data.weights[row * stride + c] =
          static_cast<std::int16_t>(std::lround(rows[row * classes + c] * scale));
    }
  }
  return data;
}

}  // namespace parallax
