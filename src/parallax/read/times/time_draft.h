#pragma once
// A time expression goes through three steps. *Matching* reads the words, by the patterns of the
// language, into a TimexDraft that says what they say and no more ("February 28": month 2, day 28,
// no year). *Resolving* walks through the drafts in text order, with the day of publication and the
// last date of the text at hand, and gives each its TIMEX3 value and its interval of days.
// find_timexes.cpp joins the two.
#include <optional>
#include <string_view>

#include "parallax/core/date.h"
#include "parallax/read/times/time_text.h"

namespace parallax {

/// What a count of years, months or days starts from.
enum class TimeBase : std::uint8_t { none, published, anchor };

/// Of the verb beside an expression.
enum class Tense : std::uint8_t { unknown, past, future };

/// A date as far as the words give it; 0 = not said.
struct PartialDate {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  unsigned weekday = 0;
  unsigned quarter = 0;
  unsigned half = 0;
  std::pair<unsigned, unsigned> season = {0, 0};
  int decade = 0;                       ///< 1990
  int century = 0;                      ///< 19 for the 19th
  TimeBase year_base = TimeBase::none;  ///< "of the same year", "last year"
  int year_step = 0;

  bool operator==(const PartialDate&) const = default;
  bool has_day() const { return day != 0; }
  bool has_year() const {
    return year != 0 || decade != 0 || century != 0 || year_base != TimeBase::none;
  }
};

/// A time of day.
struct ClockTime {
  int hour = -1;  ///< 0..24; -1: none is said
  int minute = 0;
  bool zone = false;    ///< of the universal time
  bool halved = false;  ///< "p.m." says which half of the day

  bool known() const { return hour >= 0; }
  int minutes() const { return hour * 60 + minute; }
};

/// A time expression as matched. Its views live in the lexicon.
struct TimexDraft {
  Span span;
  TimexType type = TimexType::date;
  TimeMeaning meaning = TimeMeaning::calendar;
  PartialDate date;
  PartialDate last;  ///< the far end of a range
  bool ranged = false;
  TimeBase base = TimeBase::published;  ///< of a shift
  double count = 1;
  bool vague = false;  ///< no number is said: "several"
  TimeUnit unit;
  int step = 0;  ///< of "last Friday": -1, "next June": 1
  bool has_step = false;
  std::string_view part;    ///< TIMEX3 part of the day: "EV"
  std::string_view period;  ///< START MID END of what is meant
  std::string_view value;   ///< of a reference, or of a set by itself
  std::string_view grain;   ///< what a shift is as fine as: the last "quarter" spoken of
  DateOrder order = DateOrder::none;
  bool weak = false;  ///< see TimeReading
  ClockTime clock;
  ClockTime last_clock;  ///< "from 9 a.m. to 5 p.m."
  TimeBound bound = TimeBound::none;
  const Holiday* holiday = nullptr;
  Tense tense = Tense::unknown;
  std::size_t sentence = 0;
};

/// The longest expression that begins with piece `i`; where it ends, or 0.
std::size_t match_time_patterns(const TimeText& text, std::size_t i, TimexDraft& draft);

/// The tense of the verb that stands nearest to the pieces `first`..`end`, before them if there is
/// one.
Tense tense_beside(const TimeText& text, std::size_t first, std::size_t end);

/// Values and intervals for drafts in text order.
std::vector<Timex> resolve_timexes(const std::vector<TimexDraft>& drafts,
                                   std::optional<Day> published);

}  // namespace parallax
