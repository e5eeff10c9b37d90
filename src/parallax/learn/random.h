#pragma once
#include <cstdint>
#include <utility>
#include <vector>

namespace parallax {

/// Random numbers that are the same on every machine (SplitMix64; Steele, Lea and Flood 2014),
/// which the distributions of the standard library are not.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
  }
  /// 0 ≤ · < 1
  float unit() { return static_cast<float>(next() >> 40U) * 0x1p-24F; }
  /// −1 ≤ · < 1
  float around_zero() { return 2.0F * unit() - 1.0F; }
  std::size_t below(std::size_t limit) { return next() % limit; }

  template <typename T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t i = items.size(); i > 1; --i) {
      std::swap(items[i - 1], items[below(i)]);
    }
  }

 private:
  std::uint64_t state_;
};

}  // namespace parallax
