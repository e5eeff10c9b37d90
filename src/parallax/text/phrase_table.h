#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parallax/core/analysis.h"
#include "parallax/text/word_table.h"

namespace parallax {

/// The hash of a `WordMap`.
struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return hash_of(text); }
};

/// A dictionary from string to `T` that is asked with views.
template <typename T>
using WordMap = std::unordered_map<std::string, T, StringHash, std::equal_to<>>;

class TokenRules;

/// Phrases of one or more words, each with a number, found at a token by the longest match.
/// Immutable after building.
class PhraseTable {
 public:
  /// `phrase` is tokenised as texts are, at the end of a sentence and before it, and put in ASCII
  /// lower case. A later phrase with the same words takes the number over.
  void add(std::string_view phrase, std::uint32_t value, const TokenRules& rules);

  struct Match {
    std::uint32_t value = 0;
    std::uint32_t tokens = 0;  ///< how many tokens the phrase takes
  };
  /// The longest phrase whose words, in ASCII lower case, are `words` from `first` on and that is
  /// no part of a word with hyphens: "fire" is none in "cease-fire".
  std::optional<Match> match(std::span<const Word> words, std::size_t first) const {
    const auto* entries = by_first_word_.find(words[first]);  // inline: nearly always null
    return entries == nullptr ? std::nullopt : match_rest(*entries, words, first);
  }

 private:
  struct Entry {
    std::vector<std::string> rest;
    std::uint32_t value = 0;
  };
  static std::optional<Match> match_rest(const std::vector<Entry>& entries,
                                         std::span<const Word> words, std::size_t first);
  void add_words(std::string_view lower, std::span<const Token> parts, std::uint32_t value);

  WordTable<std::vector<Entry>> by_first_word_;  ///< longest first
};

/// The words of tokens, as tables are asked for them. `lower` is the text in ASCII lower case (see
/// fold.h); the words live as long as it.
std::vector<Word> words_of(std::string_view lower, std::span<const Token> tokens);

/// Whether the word is a hyphen between two others without white space: "long-term" is three words.
bool is_inner_hyphen(std::span<const Word> words, std::size_t i);

}  // namespace parallax
