#include "parallax/learn/linear_model.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <string>

namespace parallax {
namespace {

constexpr std::uint32_t kMostClasses = 4096;
constexpr std::size_t kAhead = 8;  // features whose slots are on their way from memory

std::unexpected<Error> broken(const char* what) {
  return std::unexpected(
      Error{ErrorCode::bad_format, std::string("the model file is damaged: ") + what, {}});
}

}  // namespace

Result<LinearModel> LinearModel::from(std::uint32_t classes, std::span<const Slot> slots,
                                      std::span<const std::int16_t> weights) {
  if (classes == 0 || classes > kMostClasses) {
    return broken("the number of classes");
  }
  if (!std::has_single_bit(slots.size())) {
    return broken("the size of a table");
  }
  const std::size_t stride = stride_of(classes);
  const std::size_t rows = weights.size() / stride;
  if (rows * stride != weights.size()) {
    return broken("the number of weights");
  }
  bool has_free = false;
  for (const Slot& slot : slots) {
    has_free = has_free || slot.row == 0;
    if (slot.row > rows) {
      return broken("a row that is not there");
    }
  }
  if (!has_free) {
    return broken("a table without end");
  }
  LinearModel model;
  model.classes_ = classes;
  model.slots_ = slots;
  model.weights_ = weights;
  return model;
}

const std::int16_t* LinearModel::row_of(Feature feature) const {
  const std::size_t mask = slots_.size() - 1;
  const auto check = static_cast<std::uint32_t>(feature >> 32U);
  for (std::size_t at = feature & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.row == 0) {
      return nullptr;
    }
    if (slot.check == check) {
      return weights_.data() + std::size_t{slot.row - 1} * stride();
    }
  }
}

void LinearModel::score(std::span<const Feature> features, std::span<std::int32_t> scores) const {
  const std::size_t stride = this->stride();
  const std::size_t mask = slots_.size() - 1;
  std::fill_n(scores.begin(), stride, 0);
  for (std::size_t i = 0; i < std::min(kAhead, features.size()); ++i) {
    __builtin_prefetch(&slots_[features[i] & mask]);
  }
  for (std::size_t i = 0; i < features.size(); ++i) {
    if (i + kAhead < features.size()) {
      __builtin_prefetch(&slots_[features[i + kAhead] & mask]);
    }
    const std::int16_t* const row = row_of(features[i]);
    if (row == nullptr) {
      continue;
    }
    for (std::size_t c = 0; c < stride; ++c) {
      scores[c] += row[c];
    }
  }
}

std::uint32_t LinearModel::best(std::span<const Feature> features,
                                std::vector<std::int32_t>& scores) const {
  scores.resize(stride());
  score(features, scores);
  const auto end = scores.begin() + static_cast<std::ptrdiff_t>(classes_);
  return static_cast<std::uint32_t>(std::max_element(scores.begin(), end) - scores.begin());
}

LinearModelData LinearModelData::of(std::span<const Feature> features, std::span<const double> rows,
                                    std::uint32_t classes, double scale) {
  const std::size_t stride = LinearModel::stride_of(classes);
  LinearModelData data;
  data.classes = classes;
  data.weights.assign(features.size() * stride, 0);
  data.slots.assign(std::bit_ceil(features.size() + features.size() / 2 + 2), {0, 0});
  const std::size_t mask = data.slots.size() - 1;
  for (std::size_t row = 0; row < features.size(); ++row) {
    std::size_t at = features[row] & mask;
    while (data.slots[at].row != 0) {
      at = (at + 1) & mask;
    }
    data.slots[at] = {static_cast<std::uint32_t>(features[row] >> 32U),
                      static_cast<std::uint32_t>(row + 1)};
    for (std::size_t c = 0; c < classes; ++c) {
      data.weights[row * stride + c] =
          static_cast<std::int16_t>(std::lround(rows[row * classes + c] * scale));
    }
  }
  return data;
}

}  // namespace parallax
