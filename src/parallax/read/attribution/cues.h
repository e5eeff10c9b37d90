#pragma once
#include <vector>

#include "parallax/read/attribution/frame.h"

namespace parallax {

/// How a reporting verb stands in its clause.
enum class CueUse : std::uint8_t {
  finite,       ///< "said", "has publicly accused", "is demanding"
  passive,      ///< "was accused", "are suspected of"
  participle,   ///< ", claiming that", "by saying"
  coordinated,  ///< "and demanded", "but also said": the subject stands further left
};

/// A reporting verb in a frame that may introduce what somebody says.
struct Cue {
  Range verb;               ///< its own items
  std::uint32_t begin = 0;  ///< with auxiliaries and adverbs
  const AttributionLexicon::Verb* lexeme = nullptr;
  CueUse use = CueUse::finite;
  bool negated = false;
  bool modal = false;
  std::uint16_t takes() const { return lexeme->takes; }
  /// "told", "informed": takes whom it is told to.
  bool tells() const {
    constexpr std::uint16_t kTellLike = kTakesClause | kTakesObject | kTakesOf | kTakesAbout;
    return (lexeme->takes & (kTellLike | kTakesOn)) == kTellLike;
  }
  bool weak() const { return (lexeme->takes & kWeak) != 0; }
};

/// The reporting verbs of one sentence of a frame, ascending. Nouns that look like one ("the
/// claims", "his reports") are left out.
void find_cues(const Frame& frame, Range sentence, std::vector<Cue>& out);

}  // namespace parallax
