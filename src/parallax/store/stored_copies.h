#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "parallax/core/copies.h"

/// What the store keeps so that copies need not be looked for again. Articles go by their numbers
/// here, which are smaller than ids and are never shown.
namespace parallax {

struct StoredSketch {
  std::int64_t article = 0;
  bool compared = false;  ///< with all articles that were there
  std::string bytes;
};

/// What of an article is laid beside others.
struct CopySource {
  std::string text;
  std::vector<Span> sentences;  ///< as the file has them: perhaps outside the text
  std::string outlet;           ///< empty: unknown
  std::string url;
};

/// In any order of the two.
struct PairToStore {
  std::int64_t first = 0;
  std::int64_t second = 0;
  CopyKind kind = CopyKind::syndicated;
  Alignment alignment;
};

}  // namespace parallax
