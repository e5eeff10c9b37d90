#pragma once
#include <cstdint>
#include <functional>
#include <string>

#include "parallax/collect/inputs/byte_source.h"

namespace parallax {

/// A line of a large file.
struct LongLine {
  std::string bytes;         ///< without its line feed; empty if `too_long`
  std::uint64_t number = 0;  ///< from 1
  std::uint64_t offset = 0;  ///< where it begins in the source
  bool too_long = false;
};

/// Hands over the lines of `in` one by one until `line` returns false. A line longer than `most`
/// bytes is passed over in constant memory and handed over as too long.
void for_each_line(ByteSource& in, std::uint64_t most, const std::function<bool(LongLine&&)>& line);

}  // namespace parallax
