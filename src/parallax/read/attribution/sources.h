#pragma once
#include "parallax/read/attribution/frame.h"

/// Who can be a source.
namespace parallax {

/// Whether a phrase names a thing that says something: "the letter".
bool has_source_noun(const Frame& frame, Range phrase);
bool has_name(const Frame& frame, Range phrase);
/// "minister", "officials".
bool has_title(const Frame& frame, Range phrase);
/// A pronoun for a person, a name, a title, or a thing that says something ("poll").
bool may_speak(const Frame& frame, Range phrase);
/// "I", "we": no other voice than the one that speaks anyway.
bool is_first_person(const Frame& frame, Range phrase);

/// The words that name the speaker where the source is a relative: "Tarn" in "Tarn, who said".
Range named_subject(const Frame& frame, Range sentence, Range source);

}  // namespace parallax
