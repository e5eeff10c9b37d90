#pragma once
#include <vector>

#include "parallax/read/attribution/frame.h"

namespace parallax {

constexpr std::int32_t kNobody = -1;

/// What is found so far in an article, not yet in order. The first four stand beside one another.
struct Findings {
  std::vector<Attribution> attributions;
  /// The words that name the speaker: the source's core, or what its relative stands for.
  std::vector<Span> subjects;
  /// A parent that is known from the construction, or kNobody.
  std::vector<std::int32_t> parents;
  /// Whether a quotation is its content.
  std::vector<bool> quotes;
  /// Of each quotation: the attribution whose content it is, or kNobody.
  std::vector<std::int32_t> quote_owner;
  /// Of the sentence read last: the attribution that a lone quotation behind it goes on.
  std::int32_t last_speech = kNobody;
  /// "X said:" at a paragraph's end.
  std::int32_t awaits_quote = kNobody;
};

/// Finds the attributions of one frame. `previous_quote` is a quotation that fills the paragraph
/// before alone, or -1: a dash line ("— X explained") speaks it.
void attribute(const Frame& frame, std::int32_t previous_quote, Findings& findings);

}  // namespace parallax
