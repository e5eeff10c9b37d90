#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parallax/core/analysis.h"

namespace parallax {

/// Eight bytes at a time, inline: words are short, and tables are asked for each of them.
struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15U;
    std::uint64_t hash = text.size() * kMix;
    while (!text.empty()) {
      const std::size_t size = std::min<std::size_t>(text.size(), 8);
      std::uint64_t part = 0;
      std::memcpy(&part, text.data(), size);
      hash = (hash ^ part) * kMix;
      hash ^= hash >> 32U;
      text.remove_prefix(size);
    }
    return hash;
  }
};

/// A dictionary from string to `T` that is asked with views.
template <typename T>
using WordMap = std::unordered_map<std::string, T, StringHash, std::equal_to<>>;

/// Phrases of one or more words, each with a number, found at a token by the longest match.
/// Immutable after building.
class PhraseTable {
 public:
  /// `phrase` is tokenised as texts are and put in ASCII lower case. A later phrase with the same
  /// words takes the number over.
  void add(std::string_view phrase, std::uint32_t value);

  struct Match {
    std::uint32_t value = 0;
    std::uint32_t tokens = 0;  ///< how many tokens the phrase takes
  };
  /// The longest phrase whose words are the tokens from `first` on. `lower` is the text in ASCII
  /// lower case (see fold.h).
  std::optional<Match> match(std::string_view lower, std::span<const Token> tokens,
                             std::size_t first) const;

 private:
  struct Entry {
    std::vector<std::string> rest;
    std::uint32_t value = 0;
  };
  /// Whether a phrase may begin with this word, by its first and last byte and its length. Most
  /// words are turned away here, before they are hashed.
  bool may_begin_with(std::string_view word) const {
    const std::size_t bit = bit_of(word);
    return (seen_[bit / 64] >> (bit % 64) & 1U) != 0;
  }
  static std::size_t bit_of(std::string_view word) {
    const auto first = static_cast<unsigned char>(word.front());
    const auto last = static_cast<unsigned char>(word.back());
    return (first * 5U + last * 161U + word.size() * 1031U) % kBits;
  }
  static constexpr std::size_t kBits = 8192;

  WordMap<std::vector<Entry>> by_first_word_;
  std::array<std::uint64_t, kBits / 64> seen_ = {};
};

}  // namespace parallax
