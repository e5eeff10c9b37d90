#pragma once
#include <vector>

#include "parallax/read/reading.h"
#include "parallax/read/times/time_lexicon.h"

namespace parallax {

/// Dates, times of day, durations and sets that the text states ("26 February 1988", "from February
/// 27 to 29, 1988", "in November of the same year", "three days", "almost weekly"), ascending and
/// not overlapping. What the words leave open, the dates around it, the tense of the verb beside it
/// and the day of publication say; one that rests on an unknown day has no interval, and its value
/// has an X for each unknown digit. Needs tokens and sentences.
std::vector<Timex> find_timexes(const Reading& reading, const TimeLexicon& lexicon);

/// A note on the first expression that stays open because the day of publication is unknown; empty
/// if there is none.
std::vector<Note> notes_on_open_timexes(const Article& article, const std::vector<Timex>& timexes);

}  // namespace parallax
