#pragma once
#include <vector>

#include "parallax/read/attribution/frame.h"

namespace parallax {

constexpr std::int32_t kNobody = -1;

/// What is found so far in an article, not yet in order.
struct Findings {
  std::vector<Attribution> attributions;
  std::vector<Span>
      subjects;  ///< of each: the words that name the speaker, if the source does not ("who")
  std::vector<std::int32_t> parents;  ///< of each: a parent known from its construction, or kNobody
  std::vector<std::int32_t>
      quote_owner;  ///< of each quotation: the attribution whose content it is, or kNobody
  std::int32_t last_speech = kNobody;   ///< of the sentence read last: the attribution that a lone quotation behind it goes on
  std::int32_t awaits_quote = kNobody;  ///< "X said:" at a paragraph's end
};

/// Finds the attributions of one frame. `previous_quote` is a quotation that fills the paragraph
/// before alone, or -1: a dash line
/// ("— X explained") speaks it.
void attribute(const Frame& frame, std::int32_t previous_quote, Findings& findings);

}  // namespace parallax
