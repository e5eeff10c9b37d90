#pragma once
// How a figure is read. In each sentence: *measure* reads the number with its bounds, its range and
// its unit, and throws out what is no amount (figure_number.cpp); *counted* finds the noun phrase
// that it counts and the verb that says what became of it (figure_counted.cpp); *scopes* finds the
// time that it covers (figure_scope.cpp). find_figures.cpp walks through the pieces and joins the
// three. Functions that take the index of a piece look from there and return where they stopped.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parallax/read/figures/find_figures.h"

namespace parallax {

/// One sentence in pieces, each with what it can mean beside a number.
class FigureText {
 public:
  FigureText(const Reading& reading, const FigureLexicon& lexicon)
      : reading_(reading), lexicon_(lexicon) {}

  void set_sentence(std::size_t sentence);
  std::size_t size() const { return pieces_.size(); }
  const Piece& piece(std::size_t i) const { return pieces_[i]; }
  std::span<const Piece> pieces() const { return pieces_; }
  const FigureLexicon& lexicon() const { return lexicon_; }
  const Reading& reading() const { return reading_; }
  std::string_view word_text(std::size_t i) const { return pieces_[i].word.text; }
  /// What the piece can mean; a word without any meaning past the end.
  const FigureWord& word(std::size_t i) const;
  bool is(std::size_t i, FigureRole role) const { return word(i).is(role); }
  bool is_mark(std::size_t i, std::string_view mark) const {
    return i < pieces_.size() && word_text(i) == mark;
  }
  bool is_dash(std::size_t i) const;
  bool is_punctuation(std::size_t i) const {
    return i < pieces_.size() && pieces_[i].kind == TokenKind::punctuation;
  }
  bool is_word(std::size_t i) const {
    return i < pieces_.size() && pieces_[i].kind == TokenKind::word;
  }
  bool glued(std::size_t i) const { return i < pieces_.size() && pieces_[i].glued; }
  bool starts_upper(std::size_t i) const;
  bool has_number() const { return has_number_; }
  /// The timex that covers the piece, if any.
  const Timex* timex(std::size_t i) const;
  std::optional<Amount> amount(std::size_t i) const;
  struct UnitMatch {
    const FigureLexicon::Unit* unit = nullptr;
    std::size_t end = 0;
  };
  std::optional<UnitMatch> unit(std::size_t i) const;
  struct CountedMatch {
    const FigureLexicon::Counted* counted = nullptr;
    std::size_t end = 0;
  };
  std::optional<CountedMatch> counted(std::size_t i) const;
  Span span(std::size_t first, std::size_t end) const {
    return {pieces_[first].span.begin, pieces_[end - 1].span.end};
  }

 private:
  const Reading& reading_;
  const FigureLexicon& lexicon_;
  std::vector<Piece> pieces_;
  std::vector<const FigureWord*> words_;
  bool has_number_ = false;
};

/// A number with all that says how large it is.
struct Measure {
  std::size_t first = 0;   ///< piece: the bound, else the number
  std::size_t number = 0;  ///< piece: the number itself
  std::size_t end = 0;     ///< behind the number and its unit
  std::optional<double> low;
  std::optional<double> high;
  bool approximate = false;
  bool vague = false;
  bool fraction = false;
  bool bounded = false;      ///< a bound other than "only" stands with it
  bool only = false;         ///< "only" and its like stand before it
  bool spelled_one = false;  ///< "one", which mostly counts nothing
  bool adjective = false;    ///< "90-day": joined to the noun by a hyphen
  const FigureLexicon::Unit* unit = nullptr;
};
/// The amount that starts at `first`, a bound or a number; none if what stands there is no amount.
std::optional<Measure> read_measure(const FigureText& text, std::size_t first);

/// "or more", "or so", "+" behind the number or the noun; returns what stands behind it.
std::size_t read_bound_behind(const FigureText& text, std::size_t i, Measure& measure);

/// What a number counts.
struct CountedPhrase {
  std::size_t head_begin = 0;  ///< pieces of the head noun; empty when there is none
  std::size_t head_end = 0;
  std::size_t of_begin = 0;  ///< pieces of all that says of what
  std::size_t of_end = 0;
  std::string_view
      noun_class;  ///< of the head noun, or of a noun before the number ("the death toll rose to")
  std::string_view verb_class;  ///< of the verb that governs the phrase

  bool has_head() const { return head_end > head_begin; }
};
/// What the measure counts; a bound behind the noun ("a hundred settlers or more") goes into the
/// measure.
CountedPhrase read_counted(const FigureText& text, Measure& measure);

/// Words that say what time a number covers: "over three days".
struct Scope {
  std::size_t first = 0;
  std::size_t end = 0;
  std::optional<double> days;
};
std::vector<Scope> find_scopes(const FigureText& text);
/// The scope that goes with the number at `measure`; null if there is none.
const Scope* scope_of(const FigureText& text, const std::vector<Scope>& scopes,
                      const Measure& measure, std::size_t phrase_end);

}  // namespace parallax
