#pragma once
#include <array>
#include <cstdint>
#include <string_view>

namespace parallax {

/// Which pairs of neighbouring bytes a text has, roughly: a text that lacks a pair of another
/// cannot contain it, and to ask so costs a few instructions.
class LetterPairs {
 public:
  LetterPairs() = default;
  explicit LetterPairs(std::string_view text) {
    for (std::size_t i = 1; i < text.size(); ++i) {
      const auto pair = static_cast<std::uint32_t>(static_cast<unsigned char>(text[i - 1]) * 37U +
                                                   static_cast<unsigned char>(text[i])) %
                        kPairs;
      bits_[pair / 64] |= std::uint64_t{1} << (pair % 64);
    }
  }

  bool hold(const LetterPairs& other) const {
    std::uint64_t missing = 0;
    for (std::size_t i = 0; i < bits_.size(); ++i) {
      missing |= other.bits_[i] & ~bits_[i];
    }
    return missing == 0;
  }

 private:
  static constexpr std::uint32_t kPairs = 512;
  std::array<std::uint64_t, kPairs / 64> bits_{};
};

}  // namespace parallax
