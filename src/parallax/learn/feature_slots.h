#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "parallax/core/result.h"
#include "parallax/learn/feature.h"

namespace parallax {

/// From features to the numbers of rows, by open addressing. A view into a model file; immutable;
/// any thread may use it.
class FeatureSlots {
 public:
  struct Slot {
    std::uint32_t check = 0;  ///< the upper half of the feature
    std::uint32_t row = 0;    ///< counted from 1; 0: the slot is free
  };

  FeatureSlots() = default;
  /// Fails with bad_format unless `slots` is a power of two with a free one, and each row is one of
  /// `rows`.
  static Result<FeatureSlots> from(std::span<const Slot> slots, std::size_t rows);
  /// Row i is that of the i-th feature.
  static std::vector<Slot> made_of(std::span<const Feature> features);

  static constexpr std::uint32_t kNone = UINT32_MAX;
  std::uint32_t row_of(Feature feature) const {
    const std::size_t mask = slots_.size() - 1;
    const auto check = static_cast<std::uint32_t>(feature >> 32U);
    for (std::size_t at = feature & mask; slots_[at].row != 0; at = (at + 1) & mask) {
      if (slots_[at].check == check) {
        return slots_[at].row - 1;
      }
    }
    return kNone;
  }
  /// Has the slot brought from memory, for a feature that is asked for soon.
  void prefetch(Feature feature) const {
    __builtin_prefetch(&slots_[feature & (slots_.size() - 1)]);
  }

 private:
  std::span<const Slot> slots_;
};

}  // namespace parallax
