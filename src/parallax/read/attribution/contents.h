#pragma once
#include <vector>

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

/// Where the clause that begins at `begin` ends, before a second report ("and said", ", adding") or
/// an author's aside (", while").
/// `phrase`: what begins there is a noun phrase, which a new clause after ", and" cannot belong to.
std::uint32_t clause_end(const Frame& frame, Range sentence, std::uint32_t begin, bool phrase = false);

/// The item behind time expressions, adverbs and phrases that say where something was said ("on
/// Monday", "in a statement").
std::uint32_t past_circumstance(const Frame& frame, Range sentence, std::uint32_t item);

/// The comma behind any phrases of place and time at `item` ("last week in Harsk,"), or where past_circumstance ends if there is none.
std::uint32_t past_long_circumstance(const Frame& frame, Range sentence, std::uint32_t item);

/// What a phrase inserted from `begin` to `end` reports ("as X said", "according to X"): the clause
/// behind it, before it, or both.
std::vector<Range> contents_around(const Frame& frame, Range sentence, Range inserted);

/// Behind ", X said", which ends at `end`, the rest of what was begun before it; may be empty.
/// `quote`: it was a quotation.
Range second_piece(const Frame& frame, Range sentence, std::uint32_t end, bool quote);

/// Whether nothing but the end, a comma or a circumstance follows at `item`.
bool is_closed_at(const Frame& frame, Range sentence, std::uint32_t item);

}  // namespace parallax
