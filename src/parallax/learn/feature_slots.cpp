#include "parallax/learn/feature_slots.h"

#include <algorithm>
#include <bit>

#include "parallax/learn/model_file.h"

namespace parallax {

Result<FeatureSlots> FeatureSlots::from(std::span<const Slot> slots, std::size_t rows) {
  const auto outside = [&](const Slot& slot) { return slot.row > rows; };
  const auto free = [](const Slot& slot) { return slot.row == 0; };
  if (!std::has_single_bit(slots.size()) || std::ranges::none_of(slots, free)) {
    return damaged_model("the size of a table");
  }
  if (std::ranges::any_of(slots, outside)) {
    return damaged_model("a row that is not there");
  }
  FeatureSlots made;
  made.slots_ = slots;
  return made;
}

std::vector<FeatureSlots::Slot> FeatureSlots::made_of(std::span<const Feature> features) {
  std::vector<Slot> slots(std::bit_ceil(features.size() + features.size() / 2 + 2));
  const std::size_t mask = slots.size() - 1;
  for (std::size_t row = 0; row < features.size(); ++row) {
    std::size_t at = features[row] & mask;
    while (slots[at].row != 0) {
      at = (at + 1) & mask;
    }
    slots[at] = {static_cast<std::uint32_t>(features[row] >> 32U),
                 static_cast<std::uint32_t>(row + 1)};
  }
  return slots;
}

}  // namespace parallax
