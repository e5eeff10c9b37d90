#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "parallax/core/result.h"
#include "parallax/learn/feature_slots.h"

namespace parallax {

/// From features to rows of numbers in 8 bits, each row with a scale of its own. A view into a
/// model file (or into what `FeatureTableData` holds), rows found by open addressing. Immutable;
/// any thread may use it.
class FeatureTable {
 public:
  using Slot = FeatureSlots::Slot;

  FeatureTable() = default;
  /// Fails with bad_format where the numbers do not fit each other: `rows` has `width` numbers for
  /// each scale, and each slot's row is one of them.
  static Result<FeatureTable> from(std::span<const Slot> slots, std::span<const std::int8_t> rows,
                                   std::span<const float> scales, std::size_t width);

  /// Adds the feature's row to `sum`, which has room for `width` numbers; nothing if there is none.
  void add_to(float* sum, Feature feature) const;
  std::size_t width() const { return width_; }

 private:
  FeatureSlots slots_;
  std::span<const std::int8_t> rows_;
  std::span<const float> scales_;
  std::size_t width_ = 0;
};

/// What a FeatureTable is a view of, when it is not in a file.
struct FeatureTableData {
  std::vector<FeatureTable::Slot> slots;
  std::vector<std::int8_t> rows;
  std::vector<float> scales;

  /// `values` has a row of `width` numbers for each feature; rounds each row to 255 steps.
  static FeatureTableData of(std::span<const Feature> features, std::span<const float> values,
                             std::size_t width);
};

}  // namespace parallax
