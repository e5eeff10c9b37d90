#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parallax/compare/copies/candidates.h"

namespace parallax {

/// A text made ready to be laid beside others: numbers for words, and sentences over them. Does not
/// refer to the text.
struct CopyText {
  struct Sentence {
    Span span;
    std::uint32_t first = 0;  ///< of `words`
    std::uint32_t last = 0;   ///< one past
    bool furniture = false;  ///< one of the first or last sentences, and it stands in many articles
  };
  std::vector<std::uint64_t> words;
  std::vector<bool> quoted;  ///< by word: it stands between quotation marks
  std::vector<Sentence> sentences;
  double own = 0;         ///< the share of the sketch that few other articles of the pile have
  std::string publisher;  ///< the outlet or the host of the page; empty: unknown
};

/// `sentences` ascend; those that do not lie in the text are left out, and without any the whole
/// text is one. `counts` are of all articles of the pile.
CopyText make_copy_text(std::string_view text, std::span<const Span> sentences,
                        const ValueCounts& counts);

}  // namespace parallax
