#include "parallax/learn/feature_table.h"

#include <algorithm>
#include <cmath>

#include "parallax/learn/dense.h"
#include "parallax/learn/model_file.h"

namespace parallax {
Result<FeatureTable> FeatureTable::from(std::span<const Slot> slots,
                                        std::span<const std::int8_t> rows,
                                        std::span<const float> scales, std::size_t width) {
  if (width == 0 || rows.size() / width != scales.size() || rows.size() % width != 0) {
    return damaged_model("the rows of a table of features");
  }
  const auto found = FeatureSlots::from(slots, scales.size());
  if (!found) {
    return std::unexpected(found.error());
  }
  FeatureTable table;
  table.slots_ = *found;
  table.rows_ = rows;
  table.scales_ = scales;
  table.width_ = width;
  return table;
}

void FeatureTable::add_to(float* sum, Feature feature) const {
  if (const std::size_t row = slots_.row_of(feature); row != FeatureSlots::kNone) {
    add_scaled(rows_.subspan(row * width_, width_), scales_[row], sum);
  }
}

FeatureTableData FeatureTableData::of(std::span<const Feature> features,
                                      std::span<const float> values, std::size_t width) {
  constexpr float kMost = 127.0F;
  FeatureTableData data;
  data.slots = FeatureSlots::made_of(features);
  for (std::size_t row = 0; row < features.size(); ++row) {
    float largest = 1e-9F;
    for (const float value : values.subspan(row * width, width)) {
      largest = std::max(largest, std::fabs(value));
    }
    data.scales.push_back(largest / kMost);
    for (const float value : values.subspan(row * width, width)) {
      data.rows.push_back(static_cast<std::int8_t>(std::lround(value / largest * kMost)));
    }
  }
  return data;
}

}  // namespace parallax
