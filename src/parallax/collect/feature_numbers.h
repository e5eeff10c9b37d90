#pragma once

namespace parallax {

/// The numbers that rows of features are made of, for blocks and lines alike. Distances are no
/// larger than kFar.
inline constexpr float kFar = 50;

/// log(1 + count). Of small whole numbers, which are most, it is looked up.
float log_of(double count);
/// 0 of nothing.
inline float share(double part, double all) {
  return all > 0 ? static_cast<float>(part / all) : 0.0F;
}

}  // namespace parallax
