#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace parallax::fuzz {

/// The bytes of one run, taken from the front. What is not there reads as zero or as empty.
class Input {
 public:
  Input(const std::uint8_t* data, std::size_t size)
      : rest_(size == 0 ? "" : reinterpret_cast<const char*>(data), size) {}
  explicit Input(std::string_view bytes) : rest_(bytes) {}

  bool empty() const { return rest_.empty(); }

  std::uint8_t byte() {
    if (rest_.empty()) {
      return 0;
    }
    const auto value = static_cast<std::uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    return value;
  }
  /// One of `count` kinds; the digits `0`, `1`, ... name them, so that a seed can be typed.
  unsigned kind(unsigned count) {
    return static_cast<std::uint8_t>(byte() - std::uint8_t{'0'}) % count;
  }
  std::uint32_t number() {
    std::uint32_t value = 0;
    for (int i = 0; i < 4; ++i) {
      value = value << 8U | byte();
    }
    return value;
  }
  std::string_view bytes(std::size_t most) {
    const std::string_view taken = rest_.substr(0, most);
    rest_.remove_prefix(taken.size());
    return taken;
  }
  /// Up to the next separator, which is passed over.
  std::string_view up_to(char separator) {
    const std::string_view taken = bytes(rest_.find(separator));
    byte();
    return taken;
  }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

/// Checks that cost more than what they check take turns: an input gets one of them, always the
/// same. Replayed as a test it gets all (PARALLAX_FUZZ_EVERY_CHECK).
class Turn {
 public:
  /// FNV-1a of the input.
  explicit Turn(std::string_view bytes) {
    for (const char byte : bytes) {
      hash_ = (hash_ ^ static_cast<std::uint8_t>(byte)) * 1'099'511'628'211U;
    }
  }
  /// Whether it is the turn of number `index` of `count`.
  bool is_of(std::size_t index, std::size_t count) const {
#ifdef PARALLAX_FUZZ_EVERY_CHECK
    return index < count;
#else
    return (hash_ >> 32U) % count == index;
#endif
  }

 private:
  std::uint64_t hash_ = 14'695'981'039'346'656'037U;
};

}  // namespace parallax::fuzz
