#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parallax/core/analysis.h"

namespace parallax {

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
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
  /// Whether a phrase may begin with this word: by its first byte and its length. Most words are
  /// turned away here, before they are hashed.
  bool may_begin_with(std::string_view word) const {
    return (lengths_[static_cast<unsigned char>(word.front())] & length_bit(word)) != 0;
  }
  static std::uint32_t length_bit(std::string_view word) {
    return std::uint32_t{1} << std::min<std::size_t>(word.size(), 31);
  }

  WordMap<std::vector<Entry>> by_first_word_;
  std::array<std::uint32_t, 256> lengths_ = {};  ///< by first byte: a bit for each length
};

}  // namespace parallax
