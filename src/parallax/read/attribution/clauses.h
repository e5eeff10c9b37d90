#pragma once
#include <optional>
#include <vector>

#include "parallax/read/attribution/frame.h"

/// The edges of clauses, found by marks, conjunctions and the verbs that open another report.
namespace parallax {

/// Where the clause that begins at `begin` ends, before a second report ("and said", ", adding") or
/// an author's aside (", while").
/// `phrase`: what begins there is a noun phrase, which a new clause after ", and" cannot belong to.
std::uint32_t clause_end(const Frame& frame, Range sentence, std::uint32_t begin,
                         bool phrase = false);

/// Where what begins at `begin` ends inside another clause ("the claim that … has found friends"):
/// with the last word below the cue, whose word is the item `root`; at most where clause_end does.
std::uint32_t inner_clause_end(const Frame& frame, Range sentence, std::uint32_t begin,
                               std::uint32_t root);

/// The item behind time expressions, adverbs and phrases that say where something was said ("on
/// Monday", "in a statement").
std::uint32_t past_circumstance(const Frame& frame, Range sentence, std::uint32_t item);

/// The comma behind any phrases of place and time at `item` ("last week in Harsk,"), or where
/// past_circumstance ends if there is none.
std::uint32_t past_long_circumstance(const Frame& frame, Range sentence, std::uint32_t item);

/// Whether an item is the "as" of "as X said".
bool is_as(const Frame& frame, Range sentence, std::uint32_t item);

/// What a phrase inserted from `begin` to `end` reports ("as X said", "according to X"): the clause
/// behind it, before it, or both.
std::vector<Range> contents_around(const Frame& frame, Range sentence, Range inserted);

/// Behind ", X said", which ends at `end`, the rest of what was begun before it; may be empty.
/// `quote`: it was a quotation.
Range second_piece(const Frame& frame, Range sentence, std::uint32_t end, bool quote);

/// Whether nothing but the end, a comma or a circumstance follows at `item`.
bool is_closed_at(const Frame& frame, Range sentence, std::uint32_t item);

/// The item behind a phrase that says where something was said ("in a statement"), if one begins at
/// `item`.
std::optional<std::uint32_t> medium_at(const Frame& frame, Range sentence, std::uint32_t item);

/// Whether a word may stand inside a phrase of place, time or manner.
bool is_phrase_word(WordClass word);

/// The end of `range` without the stops, commas and dashes that close it.
std::uint32_t without_stops(const Frame& frame, Range range);

}  // namespace parallax
