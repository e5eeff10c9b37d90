#pragma once
#include <span>
#include <vector>

#include "parallax/learn/feature.h"
#include "parallax/read/sentences/paragraph_words.h"

namespace parallax {

/// The version of what `EndFeatures` gives; a model of another version is of no use.
constexpr std::uint32_t kEndFeatures = 1;

/// Walks the gaps between the words of a paragraph, in order, and says of each whether a sentence
/// might end there and what speaks for it. The sentence so far counts, so it is told of each end.
class EndFeatures {
 public:
  explicit EndFeatures(std::span<const ParagraphWord> words);

  /// Whether a sentence may end behind word `i`, which must not be the last.
  bool is_candidate(std::size_t i) const;
  /// The features of the gap behind word `i`; `out` is overwritten.
  void at(std::size_t i, std::vector<Feature>& out) const;
  /// Goes on behind word `i`; `ends`: a sentence ends there.
  void pass(std::size_t i, bool ends);

 private:
  std::span<const ParagraphWord> words_;
  std::vector<std::uint32_t> next_end_;  ///< by word: words from it to the next full stop or "?"
  std::size_t sentence_ = 0;             ///< the first word of the sentence so far
  int brackets_ = 0;                     ///< open in it
  int quotes_ = 0;
  std::uint32_t commas_ = 0;
};

}  // namespace parallax
