#pragma once
#include <optional>

#include "parallax/read/times/time_draft.h"

namespace parallax {

/// What the text has spoken of so far, and the day of publication: what a date rests on that leaves
/// something open. A date without a year belongs to the last dated event that the text spoke of, if
/// that is near ("On 27 February 1931 ... On 28 February ..."), else to the time of publication;
/// without either it stays open.
class TimeMemory {
 public:
  /// `news`: the text tells the news of the day, and looks back for a sentence or two only.
  TimeMemory(std::optional<Day> published, bool news);

  const std::optional<Day>& published() const { return published_; }
  const YearMonthDay& today() const { return today_; }

  void remember(const PartialDate& date, std::size_t sentence);
  /// A day that was counted from another: days are counted from it again, months and years are not.
  void remember(Day day, std::size_t sentence);
  /// A longer period is spoken of: "a year earlier" is no quarter any more.
  void leave_quarter() { of_quarter_ = false; }

  /// The last date that the text gave; only where `date_reaches`.
  const PartialDate& date() const { return last_date_->date; }
  bool date_reaches(std::size_t sentence) const;
  /// The last day that was given or counted.
  std::optional<Day> last_day() const;
  bool day_reaches(std::size_t sentence) const;
  /// The day that the text speaks on if it names none: that of publication, else the last that it
  /// gave in full.
  std::optional<Day> day_at_hand() const { return published_ ? published_ : full_day_; }
  /// The last quarter; only where `quarter_reaches`.
  const PartialDate& quarter() const { return quarter_->date; }
  /// The last quarter that figures can be of, which one to come is not; only where
  /// `quarter_reaches`.
  const PartialDate& reported_quarter(std::size_t sentence) const;
  bool quarter_reaches(std::size_t sentence) const;
  bool is_of_quarter(std::size_t sentence) const {
    return of_quarter_ && quarter_reaches(sentence);
  }

  /// Puts the year in, if it can be known; takes it out if it has no such day (29 February 2031).
  void complete(PartialDate& date, const TimexDraft& draft) const;

 private:
  struct Anchor {
    PartialDate date;
    std::size_t sentence = 0;
  };

  /// "On the 27th": of the month last told of, else the last or next such day.
  void fill_month(PartialDate& date, const TimexDraft& draft) const;
  void fill_year(PartialDate& date, const TimexDraft& draft) const;
  /// "last June" is the latest June before this month, "next June" the first after it, "this June"
  /// that of this year.
  int stepped_year(const PartialDate& date, int step) const;
  /// Whether a date without a year may belong to the anchor's: not far back in the news, and never
  /// ahead.
  bool gives_year(const TimexDraft& draft) const;
  /// What is told runs on: a month before the one last told of is none of that year, if there is
  /// another to choose.
  bool runs_back(unsigned month) const;
  /// The anchor's, if that lies well back; else the year in which the date stands nearest to the
  /// day of publication, on the side that the tense says.
  int guessed_year(const PartialDate& date, const TimexDraft& draft) const;

  std::optional<Day> published_;
  bool news_ = false;
  YearMonthDay today_;
  std::optional<Anchor> last_date_;
  std::optional<Anchor> last_day_;
  std::optional<Day> full_day_;
  std::optional<Anchor> quarter_;
  std::optional<Anchor> over_quarter_;  ///< the last one that was over at publication
  bool of_quarter_ = false;
};

/// What one end of a range does not say, the other does.
void share_ends(PartialDate& first, PartialDate& last);

}  // namespace parallax
