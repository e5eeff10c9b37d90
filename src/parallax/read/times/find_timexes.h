#pragma once
#include <vector>

#include "parallax/read/reading.h"
#include "parallax/text/data_files.h"
#include "parallax/text/phrase_table.h"

namespace parallax {

/// Months, weekdays, seasons, number words and units of one language. Immutable.
struct TimeLexicon {
  WordMap<unsigned> months;                        ///< 1..12
  WordMap<unsigned> weekdays;                      ///< 1 = Monday
  WordMap<std::pair<unsigned, unsigned>> seasons;  ///< first and last month
  WordMap<double> numbers;                         ///< number words, for durations
  WordMap<char> duration_units;                    ///< TIMEX3 letter: D W M Y ...; lower-case form to letter

  static TimeLexicon load(const DataFiles& data, std::string_view language);
};

/// Dates, durations and sets that the text states ("26 February 1988", "from February 27 to 29, 1988", "in November of the same year",
/// "three days", "almost weekly"), ascending and not overlapping. Needs tokens and sentences.
std::vector<Timex> find_timexes(const Reading& reading, const TimeLexicon& lexicon);

}  // namespace parallax
