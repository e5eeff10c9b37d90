#pragma once
#include "parallax/read/attribution/cues.h"

namespace parallax {

/// What a cue introduces on its right.
struct RightContent {
  Range content;
  std::uint32_t cue_end = 0;  ///< the cue with the preposition that belongs to it ("called for")
  bool direct = false;        ///< a quotation and nothing else
  bool sure =
      false;  ///< marked as content: "that", a quotation, a colon, a preposition of the verb
  bool empty() const { return content.empty(); }
};

RightContent content_after(const Frame& frame, Range sentence, const Cue& cue);

/// What stands on the left of a source or an inverted cue that begins at `begin` ("…, X said").
struct LeftContent {
  Range content;
  bool direct = false;
  bool empty() const { return content.empty(); }
};

LeftContent content_before(const Frame& frame, Range sentence, std::uint32_t begin);

}  // namespace parallax
