#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "parallax/core/result.h"
#include "parallax/learn/feature_slots.h"

namespace parallax {

/// Scores of classes as sums of the weights of features. A view into a model file (or into what
/// `LinearModelData` holds): 16-bit weights, one row a feature. Immutable; any thread may use it.
class LinearModel {
 public:
  using Slot = FeatureSlots::Slot;

  LinearModel() = default;
  /// Fails with bad_format where the numbers do not fit each other: `weights` has whole rows, and
  /// each slot's row is one of them.
  static Result<LinearModel> from(std::uint32_t classes, std::span<const Slot> slots,
                                  std::span<const std::int16_t> weights);

  std::uint32_t classes() const { return classes_; }
  /// The scores of all classes; `scores` has room for `stride()` numbers.
  void score(std::span<const Feature> features, std::span<std::int32_t> scores) const;
  /// Classes, rounded up to a whole number of machine words: the length of a row.
  std::uint32_t stride() const { return stride_of(classes_); }

  static constexpr std::uint32_t stride_of(std::uint32_t classes) { return (classes + 7) / 8 * 8; }

 private:
  std::uint32_t classes_ = 0;
  FeatureSlots slots_;
  std::span<const std::int16_t> weights_;
};

/// What a LinearModel is a view of, when it is not in a file.
struct LinearModelData {
  std::uint32_t classes = 0;
  std::vector<LinearModel::Slot> slots;
  std::vector<std::int16_t> weights;

  /// `rows` has `classes` weights for each feature; each is stored as weight · scale, rounded, and
  /// must fit into 16 bits then.
  static LinearModelData of(std::span<const Feature> features, std::span<const double> rows,
                            std::uint32_t classes, double scale);
};

}  // namespace parallax
