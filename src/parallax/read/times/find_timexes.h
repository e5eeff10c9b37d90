#pragma once
#include <string>
#include <utility>
#include <vector>

#include "parallax/read/pieces.h"
#include "parallax/read/reading.h"
#include "parallax/text/data_files.h"

namespace parallax {

/// What a word can be in a time expression; data/lang/xx/time_words.tsv says what each role means.
enum class TimeRole : std::uint8_t {
  month,
  weekday,
  season,
  unit,
  day,
  part,
  part_today,
  weekend,
  step,
  anchor_step,
  ago,
  earlier,
  later,
  each,
  set,
  reference,
  recent,
  start,
  mid,
  end,
  edge,
  in,
  in_list,
  in_month,
  weak_in,
  that_in,
  from,
  between,
  to,
  of,
  the,
  clock,
  zone,
  ordinal_ending,
  decade_ending,
  more,
  few,
  lasting,
  old,
  future,
  era,
  fiscal,
  no_date,
  no_bound,
  plural,
  the_reference,
  function,
};

/// All that one word can mean in time expressions.
struct TimeWord {
  std::uint64_t roles = 0;               ///< a bit for each TimeRole
  unsigned month = 0;                    ///< 1..12
  unsigned weekday = 0;                  ///< 1 = Monday
  std::pair<unsigned, unsigned> season;  ///< first and last month
  int step = 0;                          ///< of step, anchor_step, day, ago, earlier, later, clock
  char unit = 0;                         ///< TIMEX3 letter: D W M Y, or H M S with `clock_unit`
  int unit_count = 1;                    ///< a decade is 10 Y
  bool clock_unit = false;
  std::string value;  ///< of part, set, reference and the parts of a period

  bool is(TimeRole role) const { return (roles >> static_cast<unsigned>(role) & 1U) != 0; }
};

/// Months, weekdays, seasons, number words, bounds and units of one language. Immutable.
struct TimeLexicon {
  WordTable<TimeWord> words;
  NumberWords numbers;
  Phrases bounds;  ///< "almost", "more than": they belong to a duration

  static TimeLexicon load(const DataFiles& data, std::string_view language);
};

/// Dates, durations and sets that the text states ("26 February 1988", "from February 27 to 29,
/// 1988", "in November of the same year", "three days", "almost weekly"), ascending and not
/// overlapping. A date without a year takes it from the dates around it, else from the day of
/// publication; one that rests on an unknown day has no interval. Needs tokens and sentences.
std::vector<Timex> find_timexes(const Reading& reading, const TimeLexicon& lexicon);

}  // namespace parallax
