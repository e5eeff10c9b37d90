#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "parallax/core/result.h"
#include "parallax/learn/feature.h"

namespace parallax {

/// Scores of classes as sums of the weights of features. A view into a model file (or into what
/// `LinearModelData` holds): 16-bit weights, one row a feature, rows found by open addressing.
/// Immutable; any thread may use it.
class LinearModel {
 public:
  struct Slot {
    std::uint32_t check;  ///< the upper half of the feature
    std::uint32_t row;    ///< counted from 1; 0: the slot is free
  };

  LinearModel() = default;
  /// Fails with bad_format where the numbers do not fit each other: `slots` is a power of two with
  /// at least one free slot, each row lies in `weights`.
  static Result<LinearModel> from(std::uint32_t classes, std::span<const Slot> slots,
                                  std::span<const std::int16_t> weights);

  std::uint32_t classes() const { return classes_; }
  /// The scores of all classes; `scores` has room for `stride()` numbers.
  void score(std::span<const Feature> features, std::span<std::int32_t> scores) const;
  /// The class with the highest score; the first of equals.
  std::uint32_t best(std::span<const Feature> features, std::vector<std::int32_t>& scores) const;
  /// Classes, rounded up to a whole number of machine words: the length of a row.
  std::uint32_t stride() const { return stride_of(classes_); }

  static constexpr std::uint32_t stride_of(std::uint32_t classes) { return (classes + 7) / 8 * 8; }

 private:
  const std::int16_t* row_of(Feature feature) const;

  std::uint32_t classes_ = 0;
  std::span<const Slot> slots_;
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
