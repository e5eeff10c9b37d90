#include "parallax/collect/feature_numbers.h"

#include <array>
#include <cmath>
#include <cstddef>

namespace parallax {

float log_of(double count) {
  constexpr std::size_t kKnown = 2048;
  static const std::array<float, kKnown> kLogs = [] {
    std::array<float, kKnown> logs{};
    for (std::size_t i = 0; i < kKnown; ++i) {
      logs[i] = static_cast<float>(std::log1p(static_cast<double>(i)));
    }
    return logs;
  }();
  const auto whole = count >= 0 && count < kKnown ? static_cast<std::size_t>(count) : kKnown;
  const bool known = whole < kKnown && static_cast<double>(whole) == count;
  return known ? kLogs[whole] : static_cast<float>(std::log1p(count));
}

}  // namespace parallax
