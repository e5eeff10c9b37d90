// Numbers as people write them. A spelled number is built from the words of numbers.tsv: units and
// tens add up ("twenty-six"), multipliers multiply what stands before them ("two hundred and fifty
// thousand"), and a phrase of the table wins where it reaches as far ("several dozen" is 24..99,
// not 3..9 times 12).
#include <charconv>
#include <cmath>

#include "parallax/read/pieces.h"
#include "parallax/text/fold.h"

namespace parallax {
namespace {

using Kind = NumberWord::Kind;

Kind kind_of(std::string_view name) {
  if (name == "cardinal") {
    return Kind::cardinal;
  }
  if (name == "multiplier") {
    return Kind::multiplier;
  }
  if (name == "fraction") {
    return Kind::fraction;
  }
  return name == "vague" ? Kind::vague : Kind::none;
}

double to_number(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

void add_row(NumberWords& numbers, std::string_view word, std::string_view value,
             std::string_view kind) {
  const std::size_t dots = value.find("..");
  NumberWord number{.low = to_number(value.substr(0, dots)), .kind = kind_of(kind)};
  number.high = dots == std::string_view::npos ? number.low : to_number(value.substr(dots + 2));
  const std::string lower = ascii_lower(word);
  std::string_view phrase = lower;
  if (phrase.ends_with(" of")) {
    phrase.remove_suffix(3);
  }
  if (phrase.find_first_of(" -") != std::string_view::npos) {
    numbers.phrases.add(phrase, static_cast<std::uint32_t>(numbers.phrase_numbers.size()));
    numbers.phrase_numbers.push_back(number);
    return;
  }
  NumberWord& known = numbers.words[phrase];
  if (kind == "ordinal") {
    known.ordinal = number.low;
  } else {
    number.ordinal = known.ordinal;
    known = number;
  }
}

class AmountReader {
 public:
  AmountReader(std::string_view lower, std::span<const Piece> pieces, std::size_t first)
      : lower_(lower), pieces_(pieces), at_(first) {}

  std::optional<Amount> digits() {
    low_ = *pieces_[at_].value;
    const bool may_group = pieces_[at_].plain && pieces_[at_].span.size() <= 3 && low_ >= 1;
    ++at_;
    while (may_group && is_spaced_group()) {
      low_ = low_ * 1000 + *pieces_[at_].value;
      ++at_;
    }
    high_ = low_;
    half();
    multiply();
    return done();
  }

  std::optional<Amount> spelled() {
    const std::size_t first = at_;
    if (is(Kind::article)) {
      if (!is(Kind::multiplier, 1) && !is(Kind::fraction, 1)) {
        return std::nullopt;
      }
      // "a third-quarter loss" counts quarters
      if (is(Kind::fraction, 1) && number(1).ordinal > 0 && is_hyphen(2)) {
        return std::nullopt;
      }
      low_ = high_ = 1;
      ++at_;
      if (is(Kind::fraction)) {
        return fraction();
      }
      cardinal(1);
      return done();
    }
    if (is(Kind::fraction)) {
      // "eighth" and "third" alone are ordinals
      if (number().ordinal > 0 || (number().low != 0.5 && !is(Kind::article, 1))) {
        return std::nullopt;
      }
      low_ = high_ = 1;
      return fraction();
    }
    if (is(Kind::vague)) {
      low_ = number().low;
      high_ = number().high;
      vague_ = true;
      ++at_;
      multiply();
      return done();
    }
    cardinal(0);
    return at_ > first ? after_cardinal() : std::nullopt;
  }

 private:
  bool is(Kind kind, std::size_t ahead = 0) const {
    return at_ + ahead < pieces_.size() && pieces_[at_ + ahead].number != nullptr &&
           pieces_[at_ + ahead].number->kind == kind;
  }
  const NumberWord& number(std::size_t ahead = 0) const { return *pieces_[at_ + ahead].number; }
  bool is_hyphen(std::size_t ahead = 0) const {
    return at_ + ahead < pieces_.size() && pieces_[at_ + ahead].glued &&
           words(lower_, pieces_[at_ + ahead].span) == "-";
  }

  /// "250 000": a group of exactly three digits behind one space.
  bool is_spaced_group() const {
    if (at_ >= pieces_.size()) {
      return false;
    }
    const Piece& piece = pieces_[at_];
    const std::uint32_t gap = piece.span.begin - pieces_[at_ - 1].span.end;
    const bool no_break = gap == 2 || gap == 3;  // U+00A0, U+202F
    return piece.plain && piece.span.size() == 3 &&
           (no_break || (gap == 1 && lower_[piece.span.begin - 1] == ' ')) &&
           (at_ + 1 >= pieces_.size() || !pieces_[at_ + 1].glued || !pieces_[at_ + 1].plain);
  }

  /// Units, tens and multipliers, as long as they add up to one number.
  /// "a hundred" starts with a `current` of one.
  void cardinal(double current) {
    double total = 0;
    const std::size_t first = current > 0 ? at_ - 1 : at_;
    while (at_ < pieces_.size()) {
      const std::size_t skip = at_ == first ? 0 : joint(current);
      if (is(Kind::cardinal, skip) && (at_ == first || adds(current, number(skip).low))) {
        current += number(skip).low;
      } else if (at_ > first && is(Kind::multiplier, skip) && number(skip).low < 1000 &&
                 current > 0) {
        current *= number(skip).low;
      } else if (at_ > first && is(Kind::multiplier, skip)) {
        total = current > 0 ? total + current * number(skip).low : total * number(skip).low;
        current = 0;
      } else {
        break;
      }
      at_ += skip + 1;
    }
    low_ = high_ = total + current;
  }

  /// How many pieces join what was read to what follows: the hyphen of "twenty-six", the "and" of
  /// "two hundred and six".
  std::size_t joint(double current) const {
    if (is_hyphen()) {
      return 1;
    }
    const bool hundreds = current == 0 || std::fmod(current, 100) == 0;
    return hundreds && is(Kind::joiner) && is(Kind::cardinal, 1) && number(1).low < 100 &&
                   at_ > 0 && pieces_[at_ - 1].number->kind == Kind::multiplier
               ? 1
               : 0;
  }

  static bool adds(double current, double value) {
    return (current == 0) || (std::fmod(current, 100) == 0 && value < 100) ||
           (std::fmod(current, 10) == 0 && std::fmod(current, 100) >= 20 && value < 10);
  }

  /// "two thirds", "two and a half million", "three-quarters".
  std::optional<Amount> after_cardinal() {
    const std::size_t skip = is_hyphen() ? 1 : 0;
    if (is(Kind::fraction, skip) && low_ < 100) {
      at_ += skip;
      return fraction();
    }
    half();
    multiply();
    return done();
  }

  /// "and a half", "1/2" behind a whole number.
  void half() {
    if (is(Kind::joiner) && is(Kind::article, 1) && is(Kind::fraction, 2)) {
      low_ += number(2).low;
      at_ += 3;
    } else if (at_ < pieces_.size() && words(lower_, pieces_[at_].span) == "1/2") {
      low_ += 0.5;
      ++at_;
    }
    high_ = low_;
  }

  /// The fraction word at `at_` times what was read; then "half a million".
  std::optional<Amount> fraction() {
    const double parts = std::round(1 / number().low);  // 0.333333 is a third
    const bool whole_parts = std::abs(parts * number().low - 1) < 1e-3;
    low_ = whole_parts ? low_ / parts : low_ * number().low;
    high_ = low_;
    ++at_;
    if (is(Kind::article) && is(Kind::multiplier, 1)) {
      ++at_;
      multiply();
      return done();
    }
    if (is(Kind::multiplier)) {
      multiply();
      return done();
    }
    fraction_ = true;
    return done();
  }

  void multiply() {
    for (std::size_t skip = is_hyphen() ? 1 : 0; is(Kind::multiplier, skip); skip = 0) {
      low_ *= number(skip).low;
      high_ *= number(skip).low;
      at_ += skip + 1;
    }
  }

  std::optional<Amount> done() const {
    return Amount{.low = low_, .high = high_, .vague = vague_, .fraction = fraction_, .end = at_};
  }

  std::string_view lower_;
  std::span<const Piece> pieces_;
  std::size_t at_;
  double low_ = 0;
  double high_ = 0;
  bool vague_ = false;
  bool fraction_ = false;
};

}  // namespace

NumberWords NumberWords::load(const DataFiles& data, std::string_view language) {
  NumberWords numbers;
  const std::string folder = "lang/" + std::string(language) + "/";
  for (const auto& row : tsv_rows(data.file(folder + "numbers.tsv"))) {
    add_row(numbers, cell(row, 0), cell(row, 1), cell(row, 2));
  }
  for (const auto& row : tsv_rows(data.file(folder + "figure_words.tsv"))) {
    if (cell(row, 1) == "article") {
      numbers.words[cell(row, 0)].kind = Kind::article;
    } else if (cell(row, 1) == "joiner") {
      numbers.words[cell(row, 0)].kind = Kind::joiner;
    }
  }
  return numbers;
}

std::optional<Amount> read_amount(std::string_view lower, std::span<const Piece> pieces,
                                  std::size_t first, const NumberWords& numbers) {
  if (pieces[first].value) {
    return AmountReader(lower, pieces, first).digits();
  }
  std::optional<Amount> amount;
  if (pieces[first].number != nullptr && pieces[first].number->kind != Kind::none) {
    amount = AmountReader(lower, pieces, first).spelled();
  }
  const auto phrase = numbers.phrases.match(lower, pieces, first);
  if (phrase && (!amount || phrase->end >= amount->end)) {
    const NumberWord& number = numbers.phrase_numbers[phrase->value];
    amount = Amount{.low = number.low,
                    .high = number.high,
                    .vague = number.kind == Kind::vague && number.low != number.high,
                    .fraction = number.kind == Kind::fraction,
                    .end = phrase->end};
  }
  return amount;
}

}  // namespace parallax
