#pragma once
#include "parallax/read/attribution/cues.h"

namespace parallax {

/// A noun phrase: its core ("the minister"), and the core with what is said beside it (", Ila
/// Tarn,").
struct NounPhrase {
  Range core;
  Range whole;
  bool empty() const { return core.empty(); }
};

/// The noun phrase that ends before `end`: the subject of a verb group that begins there. Looks
/// back over a parenthesis between commas.
NounPhrase noun_phrase_before(const Frame& frame, Range sentence, std::uint32_t end);

/// The noun phrase that begins at `begin`, as after "said" or "according to".
NounPhrase noun_phrase_at(const Frame& frame, Range sentence, std::uint32_t begin);

/// The subject of the clause that governs a participle or a second verb at `before`: the one of the
/// sentence's first finite verb.
NounPhrase governing_subject(const Frame& frame, Range sentence, std::uint32_t before);

}  // namespace parallax
