#pragma once
// The words of time expressions, and the patterns in which they stand. Both are data: months.tsv,
// weekdays.tsv, seasons.tsv, holidays.tsv, time_words.tsv and time_patterns.tsv of a language.
#include <string>
#include <utility>
#include <vector>

#include "parallax/read/pieces.h"
#include "parallax/read/times/time_patterns.h"
#include "parallax/text/data_files.h"

namespace parallax {

/// The roles that the program itself asks about; others are known to the data alone.
enum class TimeRole : std::uint8_t {
  month,
  weekday,
  season,
  unit,
  in,
  in_list,
  weak_in,
  that_in,
  no_date,
  ordinal_ending,
  decade_ending,
  function,
  past,
  future,
  looks_ahead,
  ahead_of_verb,
  infinitive,
  near_ahead,
  until,
  lasted,
  toward,
  owner,
  bare,
  local_zone,
  bound_start,
  holiday_start,
};

/// A stretch of time as TIMEX3 writes it: D W M Q Y, E ten years, C a hundred, L a thousand; with
/// `clock` H M S.
struct TimeUnit {
  char letter = 0;
  bool clock = false;
  int count = 1;  ///< a fortnight is 2 W

  bool is(char other) const { return letter == other && !clock; }
};

/// All that one word can mean in time expressions.
struct TimeWord {
  std::uint64_t roles = 0;    ///< a bit for each role
  std::uint32_t literal = 0;  ///< its number among the words that patterns name; 0: none does
  unsigned month = 0;         ///< 1..12
  unsigned weekday = 0;       ///< 1 = Monday
  std::pair<unsigned, unsigned> season = {0, 0};  ///< first and last month
  int step = 0;                                   ///< of roles that count: -1 of "last"
  TimeUnit unit;
  std::vector<std::uint32_t> rules;  ///< that may begin with it, ascending
  std::string value;                 ///< of roles that have words for values: "NI" of "night"

  bool is(TimeRole role) const { return (roles >> static_cast<unsigned>(role) & 1U) != 0; }
};

/// When in a year a holiday is.
struct Holiday {
  enum class Kind : std::uint8_t { fixed, weekday_of_month, easter };
  Kind kind = Kind::fixed;
  unsigned month = 0;
  unsigned day = 0;  ///< of fixed
  unsigned weekday = 0;
  int offset = 0;  ///< the fourth Thursday: 4, the last Monday: -1; days behind Easter
};

/// What a word does to the number behind it: "about", "more than".
enum class TimeBound : std::uint8_t { none, approximate, at_least, at_most };

/// Months, weekdays, number words, bounds, units and patterns of one language. Immutable.
struct TimeLexicon {
  WordTable<TimeWord> words;
  NumberWords numbers;
  Phrases bounds;    ///< into TimeBound
  Phrases holidays;  ///< into `holiday_list`
  std::vector<Holiday> holiday_list;
  std::vector<std::string> role_names;    ///< by bit
  std::vector<std::string> past_endings;  ///< of verbs: "ed"
  TimePatterns patterns;
  std::vector<std::uint32_t>
      rules_of_digits;  ///< that may begin with a number in digits, ascending

  /// Bits of a piece and of an element that share one where the element may stand at the piece: the
  /// roles of its word, and others for numbers, dashes, named words.
  static std::uint64_t mask_of(const Piece& piece, const TimeWord* word);
  static std::uint64_t mask_of(const TimeElement& element);

  static TimeLexicon load(const DataFiles& data, std::string_view language);
};

}  // namespace parallax
