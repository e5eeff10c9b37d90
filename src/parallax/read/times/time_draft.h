#pragma once
// A time expression goes through three steps. *Matching* reads the words into a TimexDraft that
// says what they say and no more
// ("February 28": month 2, day 28, no year). *Resolving* walks through the drafts in text order,
// with the day of publication and the last date of the text at hand, and gives each its TIMEX3
// value and its interval of days. find_timexes.cpp joins the two. A matcher takes the index of a
// piece and returns the index behind what it read; 0 means that it read nothing.
#include <optional>
#include <string>
#include <string_view>

#include "parallax/core/date.h"
#include "parallax/read/times/find_timexes.h"

namespace parallax {

/// What a count of years, months or days starts from.
enum class TimeBase : std::uint8_t { none, published, anchor };

/// A date as far as the words give it; 0 = not said.
struct PartialDate {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  unsigned weekday = 0;
  unsigned quarter = 0;
  std::pair<unsigned, unsigned> season = {0, 0};
  int decade = 0;                       ///< 1990
  int century = 0;                      ///< 19 for the 19th
  TimeBase year_base = TimeBase::none;  ///< "of the same year", "last year"
  int year_step = 0;

  bool has_day() const { return day != 0; }
  bool has_year() const {
    return year != 0 || decade != 0 || century != 0 || year_base != TimeBase::none;
  }
};

/// A time expression as matched.
struct TimexDraft {
  enum class Meaning : std::uint8_t { calendar, shift, fixed };

  Span span;
  TimexType type = TimexType::date;
  Meaning meaning = Meaning::calendar;
  PartialDate date;
  std::optional<PartialDate> last;      ///< the end of a range
  TimeBase base = TimeBase::published;  ///< of a shift
  int count = 0;                        ///< of a shift, in units
  char unit = 'D';
  std::string_view part;    ///< TIMEX3 part of the day, or a clock time "T17:00"
  std::string_view period;  ///< START MID END of what is meant
  std::string clock;        ///< "T17:30"
  std::string value;        ///< of a fixed expression
  int step = 0;             ///< of "last Friday": -1, "next June": 1
  bool has_step = false;
  bool looks_ahead = false;  ///< the sentence speaks of the future
  std::size_t sentence = 0;
};

/// One sentence in pieces, each with what it can mean.
class TimeText {
 public:
  TimeText(const Reading& reading, const TimeLexicon& lexicon)
      : reading_(reading), lexicon_(lexicon) {}

  void set_sentence(std::size_t sentence);
  std::size_t size() const { return pieces_.size(); }
  const Piece& piece(std::size_t i) const { return pieces_[i]; }
  std::span<const Piece> pieces() const { return pieces_; }
  const TimeLexicon& lexicon() const { return lexicon_; }
  std::string_view lower() const { return reading_.lower; }
  std::string_view word_text(std::size_t i) const { return pieces_[i].word.text; }
  /// What the piece can mean; a word without any meaning past the end.
  const TimeWord& word(std::size_t i) const;
  bool is(std::size_t i, TimeRole role) const { return word(i).is(role); }
  bool is_mark(std::size_t i, std::string_view mark) const {
    return i < pieces_.size() && word_text(i) == mark;
  }
  bool is_dash(std::size_t i) const;
  bool glued(std::size_t i) const { return i < pieces_.size() && pieces_[i].glued; }
  bool starts_upper(std::size_t i) const;
  /// Where the last date of this sentence ended: a year in a list stands behind another.
  void note_date_end(std::size_t end) { date_end_ = end; }
  std::size_t date_end() const { return date_end_; }
  bool looks_ahead() const { return looks_ahead_; }
  bool has_trigger() const { return has_trigger_; }
  std::optional<Amount> amount(std::size_t i) const;
  Span span(std::size_t first, std::size_t end) const {
    return {pieces_[first].span.begin, pieces_[end - 1].span.end};
  }

 private:
  const Reading& reading_;
  const TimeLexicon& lexicon_;
  std::vector<Piece> pieces_;
  std::vector<const TimeWord*> words_;
  bool looks_ahead_ = false;
  bool has_trigger_ = false;
  std::size_t date_end_ = 0;
};

/// Calendar dates of all shapes, and ranges of them.
std::size_t match_calendar(const TimeText& text, std::size_t i, TimexDraft& draft);
/// "last week", "the next day", "this September", "two years ago", "yesterday".
std::size_t match_relative(const TimeText& text, std::size_t i, TimexDraft& draft);
/// Durations, sets and references: "three days", "every Monday", "now".
std::size_t match_duration(const TimeText& text, std::size_t i, TimexDraft& draft);
/// "5 p.m. Wednesday", "the evening of 3 May".
std::size_t match_clock(const TimeText& text, std::size_t i, TimexDraft& draft);
/// "last year", "of the same year" as the year of a date before it.
std::size_t match_year_reference(const TimeText& text, std::size_t i, PartialDate& date);

/// Values and intervals for drafts in text order.
std::vector<Timex> resolve_timexes(const std::vector<TimexDraft>& drafts,
                                   std::optional<Day> published);

}  // namespace parallax
