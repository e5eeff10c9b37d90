#include "parallax/learn/feature_table.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <string>

#include "parallax/learn/dense.h"

namespace parallax {
namespace {

std::unexpected<Error> broken(const char* what) {
  return std::unexpected(
      Error{ErrorCode::bad_format, std::string("the model file is damaged: ") + what, {}});
}

std::uint32_t check_of(Feature feature) { return static_cast<std::uint32_t>(feature >> 32U); }

}  // namespace

Result<FeatureTable> FeatureTable::from(std::span<const Slot> slots,
                                        std::span<const std::int8_t> rows,
                                        std::span<const float> scales, std::size_t width) {
  if (!std::has_single_bit(slots.size())) {
    return broken("the size of a table of features");
  }
  if (rows.size() / std::max<std::size_t>(width, 1) != scales.size() ||
      rows.size() != width * scales.size()) {
    return broken("the rows of a table of features");
  }
  const auto outside = [&](const Slot& slot) { return slot.row > scales.size(); };
  const auto free = [](const Slot& slot) { return slot.row == 0; };
  if (std::ranges::any_of(slots, outside) || std::ranges::none_of(slots, free)) {
    return broken("a row of a table of features");
  }
  FeatureTable table;
  table.slots_ = slots;
  table.rows_ = rows;
  table.scales_ = scales;
  table.width_ = width;
  return table;
}

std::uint32_t FeatureTable::row_of(Feature feature) const {
  const std::size_t mask = slots_.size() - 1;
  const std::uint32_t check = check_of(feature);
  for (std::size_t at = feature & mask; slots_[at].row != 0; at = (at + 1) & mask) {
    if (slots_[at].check == check) {
      return slots_[at].row - 1;
    }
  }
  return kNone;
}

void FeatureTable::add_to(float* sum, Feature feature) const {
  if (const std::size_t row = row_of(feature); row != kNone) {
    add_scaled(rows_.subspan(row * width_, width_), scales_[row], sum);
  }
}

FeatureTableData FeatureTableData::of(std::span<const Feature> features,
                                      std::span<const float> values, std::size_t width) {
  constexpr float kMost = 127.0F;
  FeatureTableData data;
  data.slots.resize(std::bit_ceil(features.size() + features.size() / 2 + 2));
  const std::size_t mask = data.slots.size() - 1;
  for (std::size_t row = 0; row < features.size(); ++row) {
    std::size_t at = features[row] & mask;
    while (data.slots[at].row != 0) {
      at = (at + 1) & mask;
    }
    data.slots[at] = {check_of(features[row]), static_cast<std::uint32_t>(row + 1)};
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
