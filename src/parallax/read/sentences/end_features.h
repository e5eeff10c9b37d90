#pragma once
#include <span>
#include <vector>

#include "parallax/learn/feature.h"
#include "parallax/read/sentences/paragraph_words.h"

namespace parallax {

/// Walks the gaps between the words of a paragraph, in order, and says of each whether a sentence
/// might end there and what speaks for it. The sentence so far counts, so it is told of each end.
class EndFeatures {
 public:
  explicit EndFeatures(std::span<const ParagraphWord> words);

  /// Whether a sentence may end behind word `i`, which must not be the last.
  bool is_candidate(std::size_t i) const;
  /// Whether word `i` ends in a full stop or the like.
  bool is_marked(std::size_t i) const;
  /// The features of the gap behind word `i`; `out` is overwritten.
  void at(std::size_t i, std::vector<Feature>& out) const;
  /// Goes on behind word `i`; `ends`: a sentence ends there.
  void pass(std::size_t i, bool ends);

 private:
  /// The word behind the gap; behind signs that are no word ("🕊️ On Monday") the one that they
  /// stand before.
  std::size_t right_of(std::size_t i) const;

  std::span<const ParagraphWord> words_;
  std::vector<std::uint32_t> next_end_;  ///< by word: words from it to the next full stop or "?"
  std::size_t sentence_ = 0;             ///< the first word of the sentence so far
  int brackets_ = 0;                     ///< open in it
  int quotes_ = 0;
  std::uint32_t commas_ = 0;
};

}  // namespace parallax
