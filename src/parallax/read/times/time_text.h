#pragma once
// One sentence in pieces, each with what it can mean, and what the elements of patterns read there.
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "parallax/read/reading.h"
#include "parallax/read/times/time_lexicon.h"

namespace parallax {

/// Which part of a numeric date stands first. Open: either can.
enum class DateOrder : std::uint8_t { none, day_first, month_first, open };

/// What an atom read: a number, or year, month and day.
struct TimeReading {
  int number = 0;
  int month = 0;
  int day = 0;
  double count = 0;
  bool vague = false;
  DateOrder order = DateOrder::none;
  bool weak = false;  ///< a date only if it is near the day of publication: "7/8/31"
};

class TimeText {
 public:
  TimeText(const Reading& reading, const TimeLexicon& lexicon)
      : reading_(reading), lexicon_(lexicon) {}

  void set_sentence(std::size_t sentence);
  std::size_t sentence() const { return sentence_; }
  std::size_t size() const { return pieces_.size(); }
  const Piece& piece(std::size_t i) const { return pieces_[i]; }
  const TimeLexicon& lexicon() const { return lexicon_; }
  const Reading& reading() const { return reading_; }
  std::string_view word_text(std::size_t i) const { return pieces_[i].word.text; }
  /// What the piece can mean; a word without any meaning past the end.
  const TimeWord& word(std::size_t i) const;
  bool is(std::size_t i, TimeRole role) const { return word(i).is(role); }
  /// What may stand here: see TimeLexicon::mask_of. No bit past the end.
  std::uint64_t mask(std::size_t i) const { return i < masks_.size() ? masks_[i] : 0; }
  bool is_mark(std::size_t i, std::string_view mark) const {
    return i < pieces_.size() && word_text(i) == mark;
  }
  bool is_dash(std::size_t i) const;
  bool is_apostrophe(std::size_t i) const;
  bool glued(std::size_t i) const { return i < pieces_.size() && pieces_[i].glued; }
  bool starts_upper(std::size_t i) const;
  /// The rules that may begin here, ascending; of most pieces none.
  std::span<const std::uint32_t> rules_at(std::size_t i) const;
  /// Where the last date of this sentence ended: a year in a list stands behind another.
  void note_date_end(std::size_t end) { date_end_ = end; }
  std::size_t date_end() const { return date_end_; }
  /// The number that begins here; read once.
  const std::optional<Amount>& amount(std::size_t i) const;
  std::optional<Phrases::Match> phrase(const Phrases& phrases, std::size_t i) const;
  Span span(std::size_t first, std::size_t end) const {
    return {pieces_[first].span.begin, pieces_[end - 1].span.end};
  }

  /// Where the element that begins at `i` ends; 0 if it does not stand there.
  std::size_t element_end(const TimeElement& element, std::size_t i) const;

 private:
  enum class AmountState : std::uint8_t { unread, read };
  /// Many rules ask for the same phrase at the same piece.
  struct LastPhrase {
    const Phrases* phrases = nullptr;
    std::size_t at = 0;
    std::optional<Phrases::Match> match;
  };

  const Reading& reading_;
  const TimeLexicon& lexicon_;
  std::size_t sentence_ = 0;
  std::vector<Piece> pieces_;
  std::vector<const TimeWord*> words_;
  std::vector<std::uint64_t> masks_;
  mutable std::vector<std::optional<Amount>> amounts_;
  mutable std::vector<AmountState> amount_states_;
  std::size_t date_end_ = 0;
  mutable LastPhrase last_phrase_;
};

/// What an atom reads at `i`, and where it ends; 0 if it reads nothing.
std::size_t read_atom(const TimeText& text, TimeAtom atom, std::size_t i, TimeReading& reading);

}  // namespace parallax
