#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "parallax/read/reading.h"
#include "parallax/text/data_files.h"
#include "parallax/text/phrase_table.h"

namespace parallax {

/// Phrases of one language, found in a text by their bytes, whatever the tokeniser does: a space
/// stands for any white space or one hyphen. Immutable after building.
class Phrases {
 public:
  void add(std::string_view phrase, std::uint32_t value);
  struct Match {
    std::uint32_t value = 0;
    std::size_t end = 0;  ///< the piece behind the phrase
  };
  /// The longest phrase that starts with the piece `first` and ends with a piece.
  std::optional<Match> match(std::string_view lower, std::span<const struct Piece> pieces,
                             std::size_t first) const;

 private:
  struct Entry {
    std::string phrase;
    std::uint32_t value = 0;
  };
  WordTable<std::vector<Entry>> by_first_word_;  ///< longest first
};

/// What a number word means: "six" 6..6 cardinal, "hundred" 100..100 multiplier, "several" 3..9
/// vague.
struct NumberWord {
  enum class Kind : std::uint8_t { none, cardinal, multiplier, fraction, vague, article, joiner };
  double low = 0;
  double high = 0;
  Kind kind = Kind::none;
  double ordinal = 0;  ///< "third" is a fraction and an ordinal: 3; 0 = none
};

/// The number words of one language: numbers.tsv, and the rows `article` and `joiner` of
/// figure_words.tsv. Immutable.
struct NumberWords {
  WordTable<NumberWord> words;
  Phrases phrases;  ///< into `phrase_numbers`: "several dozen", "two-thirds"
  std::vector<NumberWord> phrase_numbers;

  static NumberWords load(const DataFiles& data, std::string_view language);
};

/// A token, or a part of one: words are cut at hyphens and between digits and letters ("mid-1931",
/// "90km", "1990s"), so that numbers stand alone whatever the tokeniser does.
struct Piece {
  Span span;
  Word word;  ///< in lower case
  TokenKind kind = TokenKind::word;
  bool glued = false;  ///< no white space before it
  bool plain = false;  ///< digits only
  std::optional<double> value =
      std::nullopt;  ///< of a piece that starts with a digit and is a number: "1,000", "1.5"
  const NumberWord* number = nullptr;
};

/// The pieces of one sentence; `out` is overwritten.
void split_pieces(const Reading& reading, std::size_t sentence, const NumberWords& numbers,
                  std::vector<Piece>& out);

/// A number in words, digits or both: "1.5 million", "twenty-six", "several dozen", "hundreds of
/// thousands", "two and a half".
struct Amount {
  double low = 0;
  double high = 0;
  bool vague = false;     ///< the words name no number: "dozens"
  bool fraction = false;  ///< less than a whole: "two thirds", "a quarter"
  std::size_t end = 0;    ///< the piece behind it
};
std::optional<Amount> read_amount(std::string_view lower, std::span<const Piece> pieces,
                                  std::size_t first, const NumberWords& numbers);

/// The value of a number as written, "1,000", "1.5", "2 1/2" excepted; absent for dates, clocks and
/// the like.
std::optional<double> number_value(std::string_view digits);

}  // namespace parallax
