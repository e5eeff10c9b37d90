// The numbers and names that time expressions are made of, each read by itself. A bare number is a
// year only where its surroundings say so: "in 1931" is one, "in 1200 homes" and "of 2000 marchers"
// are none.
#include <algorithm>
#include <charconv>

#include "parallax/read/times/numeric_date.h"
#include "parallax/read/times/time_text.h"

namespace parallax {
namespace {

int to_int(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// The number in plain digits of at most `digits` figures; -1 if the piece is none.
int plain_at(const TimeText& text, std::size_t i, std::size_t digits) {
  if (i >= text.size() || !text.piece(i).plain || text.piece(i).span.size() > digits) {
    return -1;
  }
  return to_int(text.word_text(i));
}

bool is_glued_word(const TimeText& text, std::size_t i) {
  return text.glued(i) && text.piece(i).kind == TokenKind::word &&
         !text.word_text(i).starts_with('\'') && !text.word_text(i).starts_with("\u2019");
}

/// From here on four digits are more often a year than a number.
constexpr int kFullYear = 1900;

/// Four digits that may be a year, whatever stands around them; else 0.
int year_shaped(const TimeText& text, std::size_t i) {
  const int value = plain_at(text, i, 4);
  return value >= 1000 && value <= 2100 && !is_glued_word(text, i + 1) ? value : 0;
}

/// A word that can be counted: "2000 marchers". Function words, marks and capitals are none.
bool is_noun(const TimeText& text, std::size_t i) {
  return i < text.size() && text.piece(i).kind == TokenKind::word && !text.starts_upper(i) &&
         text.word(i).roles == 0;
}

bool year_context(const TimeText& text, std::size_t i, int year) {
  const bool bracket = (i > 0 && text.is_mark(i - 1, "(")) || text.is_mark(i + 1, ")");
  if (bracket && year >= 1500) {
    return true;
  }
  if (text.is(i + 1, TimeRole::unit)) {
    return false;
  }
  if (i == 0) {  // "1931 was wet"
    return year >= kFullYear && (text.is(1, TimeRole::past) || text.is(1, TimeRole::future));
  }
  const bool round = year % 100 == 0;
  const bool noun = is_noun(text, i + 1);
  if (text.is(i - 1, TimeRole::in)) {
    return !(noun && (round || year < 1500));
  }
  if (year < 1500) {
    return false;
  }
  // "the 1931 treaty", but "the 1931 settlers": an "s" at the end stands for a plural
  const bool one =
      (noun && (!round || year >= kFullYear) && !text.word_text(i + 1).ends_with('s')) ||
      (text.starts_upper(i + 1) && text.piece(i + 1).kind == TokenKind::word &&
       text.piece(i - 1).number != nullptr);
  return (text.is(i - 1, TimeRole::weak_in) && !noun) || (text.is(i - 1, TimeRole::that_in) && one);
}

/// "1931-34", "1931-1934": the second year at `i`, or 0.
int second_year(const TimeText& text, std::size_t i, int first) {
  if (const int year = year_shaped(text, i)) {
    return year > first ? year : 0;
  }
  const int value = plain_at(text, i, 2);
  return text.glued(i) && text.piece(i).span.size() == 2 && value > first % 100
             ? first / 100 * 100 + value
             : 0;
}

/// Four digits with a sign in their surroundings that they are a year; else 0.
int year_here(const TimeText& text, std::size_t i) {
  const int year = year_shaped(text, i);
  if (year == 0 || (i > 0 && text.glued(i) && text.is_mark(i - 1, "$"))) {
    return 0;
  }
  if (year_context(text, i, year)) {
    return year;
  }
  // "1931-1934", and "in 1931 and 1934"
  if (text.is_dash(i + 1) && text.glued(i + 1) && year >= 1500 &&
      second_year(text, i + 2, year) != 0) {
    return year;
  }
  const bool listed = i >= 2 && text.date_end() == i - 1 && year_shaped(text, i - 2) != 0 &&
                      (text.is(i - 1, TimeRole::in_list) || text.is_mark(i - 1, ","));
  // "the 1931, 1934 and 1937 wars"
  const bool next =
      listed && year >= kFullYear && year % 10 != 0 && year > year_shaped(text, i - 2);
  return listed && (next || !is_noun(text, i + 1)) ? year : 0;
}

/// "third", "twenty-first": its number, and where it ends; else 0.
int ordinal_in_words(const TimeText& text, std::size_t i, std::size_t& end) {
  if (i >= text.size() || text.piece(i).number == nullptr) {
    return 0;
  }
  const NumberWord& number = *text.piece(i).number;
  end = i + 1;
  if (number.kind == NumberWord::Kind::cardinal && text.is_dash(i + 1) && i + 2 < text.size() &&
      text.piece(i + 2).number != nullptr && text.piece(i + 2).number->ordinal > 0) {
    end = i + 3;
    return static_cast<int>(number.low + text.piece(i + 2).number->ordinal);
  }
  return static_cast<int>(number.ordinal);
}

/// "3rd", "third": its number, and where it ends; else 0.
int ordinal_at(const TimeText& text, std::size_t i, std::size_t& end) {
  const int value = plain_at(text, i, 3);
  if (value > 0 && text.glued(i + 1) && text.is(i + 1, TimeRole::ordinal_ending)) {
    end = i + 2;
    return value;
  }
  return ordinal_in_words(text, i, end);
}

/// "3", "3rd", "third", "twenty-first": a day of the month.
int day_at(const TimeText& text, std::size_t i, std::size_t& end) {
  int value = ordinal_at(text, i, end);
  if (value == 0) {
    value = plain_at(text, i, 2);
    end = i + 1;
    if (is_glued_word(text, end) || text.is_mark(end, "%")) {
      return 0;
    }
  }
  return value >= 1 && value <= 31 ? value : 0;
}

/// "nineteen thirty-one", "two thousand".
int spelled_year(const TimeText& text, std::size_t i, std::size_t& end) {
  if (text.piece(i).number == nullptr) {
    return 0;
  }
  const auto& century = text.amount(i);
  if (!century || century->vague || century->fraction) {
    return 0;
  }
  end = century->end;
  if (century->low == 2000) {
    return 2000;
  }
  if (century->end != i + 1 || century->low < 15 || century->low > 20 || end >= text.size()) {
    return 0;
  }
  const auto& rest = text.amount(end);
  if (!rest || rest->vague || text.piece(end).value || rest->low < 10 || rest->low > 99) {
    return 0;
  }
  const int year = static_cast<int>(century->low * 100 + rest->low);
  end = rest->end;
  return year;
}

/// "'31" as 1931.
int short_year(const TimeText& text, std::size_t i, std::size_t& end) {
  constexpr int kFirstOfThisCentury = 30;
  const int value = text.is_apostrophe(i) && text.glued(i + 1) ? plain_at(text, i + 1, 2) : -1;
  end = i + 2;
  const bool two = value >= 0 && text.piece(i + 1).span.size() == 2 && !is_glued_word(text, end);
  return two ? value + (value < kFirstOfThisCentury ? 2000 : 1900) : 0;
}

/// "1930s", "1930's", "'30s"; "30s" if it may stand `bare`.
int decade_at(const TimeText& text, std::size_t i, bool bare, std::size_t& end) {
  const bool apostrophe = text.is_apostrophe(i) && text.glued(i + 1);
  const bool short_form = apostrophe || bare;
  const std::size_t at = i + (apostrophe ? 1 : 0);
  const int value = plain_at(text, at, short_form ? 2 : 4);
  if (value < 10 || value % 10 != 0 || (value < 1000 && !short_form)) {
    return 0;
  }
  end = at + 1 + (text.is_apostrophe(at + 1) && text.glued(at + 1) ? 1 : 0);
  const bool clitic = text.glued(end) && (text.is_mark(end, "'s") || text.is_mark(end, "’s"));
  if (!clitic && (!text.glued(end) || !text.is(end, TimeRole::decade_ending))) {
    return 0;
  }
  ++end;
  return short_form ? 1900 + value : value;
}

/// "17:30" as hours and minutes, with this mark between them.
bool clock_at(const TimeText& text, std::size_t i, char mark, TimeReading& reading) {
  const std::string_view digits = text.word_text(i);
  const std::size_t colon = digits.find(mark);
  if (text.piece(i).kind != TokenKind::number || colon == std::string_view::npos || colon > 2 ||
      digits.size() < colon + 3) {
    return false;
  }
  reading.number = to_int(digits.substr(0, colon));
  reading.count = to_int(digits.substr(colon + 1, 2));
  return reading.number <= 24 && reading.count < 60;
}

/// "2031-05-14", "14-05-2031".
std::size_t iso_date(const TimeText& text, std::size_t i, TimeReading& date) {
  for (std::size_t k = 1; k < 5; ++k) {
    if (!text.glued(i + k) || (k % 2 == 1) != text.is_dash(i + k)) {
      return 0;
    }
  }
  const int first = plain_at(text, i, 4);
  const int second = plain_at(text, i + 2, 2);
  const int third = plain_at(text, i + 4, 4);
  const bool year_first = first >= 1000;
  date.number = year_first ? first : third;
  const bool swapped = !year_first && second > 12;
  date.month = swapped ? first : second;
  date.day = swapped ? second : (year_first ? third : first);
  const bool real =
      date.number >= 1000 && date.month > 0 && date.day > 0 &&
      make_day(date.number, static_cast<unsigned>(date.month), static_cast<unsigned>(date.day));
  return real ? i + 5 : 0;
}

/// "05" of "1988-05".
int month_in_digits(const TimeText& text, std::size_t i) {
  const int value = plain_at(text, i, 2);
  return text.glued(i) && text.piece(i).span.size() == 2 && value >= 1 && value <= 12 ? value : 0;
}

/// A month, weekday or season by name. Those that are other words too must look like names.
bool is_name_of(const TimeText& text, std::size_t i, TimeRole role) {
  const TimeWord& word = text.word(i);
  return word.is(role) && (!word.is(TimeRole::no_date) || text.starts_upper(i));
}

std::size_t read_year(const TimeText& text, TimeAtom atom, std::size_t i, TimeReading& reading) {
  std::size_t end = i + 1;
  switch (atom) {
    case TimeAtom::year:
      reading.number = year_shaped(text, i);
      break;
    case TimeAtom::context_year:
      reading.number = year_here(text, i);
      break;
    case TimeAtom::spelled_year:
      reading.number = spelled_year(text, i, end);
      break;
    case TimeAtom::short_year:
      reading.number = short_year(text, i, end);
      break;
    case TimeAtom::year_end:
      reading.number =
          i >= 2 && plain_at(text, i, 2) >= 0 ? second_year(text, i, year_shaped(text, i - 2)) : 0;
      break;
    default:
      reading.number = decade_at(text, i, atom == TimeAtom::bare_decade, end);
      break;
  }
  return reading.number > 0 ? end : 0;
}

std::size_t read_number(const TimeText& text, TimeAtom atom, std::size_t i, TimeReading& reading) {
  const auto& amount = text.amount(i);
  if (!amount) {
    return 0;
  }
  // "three quarters" are quarters of a year, unless "of" follows
  const bool units = amount->fraction && amount->end == i + 2 && text.is(i + 1, TimeRole::unit) &&
                     text.piece(i).number != nullptr &&
                     text.piece(i).number->kind == NumberWord::Kind::cardinal;
  if (units && atom == TimeAtom::count) {
    reading.count = text.piece(i).number->low;
    return i + 1;
  }
  if (amount->fraction != (atom == TimeAtom::fraction)) {
    return 0;
  }
  reading.count = amount->low;
  reading.vague = amount->vague && amount->low < amount->high;
  return amount->end;
}

std::size_t read_clock(const TimeText& text, TimeAtom atom, std::size_t i, TimeReading& reading) {
  if (atom == TimeAtom::clock || atom == TimeAtom::dot_clock) {
    return clock_at(text, i, atom == TimeAtom::clock ? ':' : '.', reading) ? i + 1 : 0;
  }
  const bool hundreds = atom == TimeAtom::hundreds;
  const int value = plain_at(text, i, hundreds ? 4 : 2);
  if (value < 0 || (hundreds && text.piece(i).span.size() != 4)) {
    return 0;
  }
  reading.number = hundreds ? value / 100 : value;
  reading.count = hundreds ? value % 100 : 0;
  const bool real =
      hundreds ? reading.number < 25 && reading.count < 60 : value >= 1 && value <= 12;
  return real ? i + 1 : 0;
}

/// Whether the piece is what an atom asks for that reads no number.
bool is_of_kind(const TimeText& text, TimeAtom atom, std::size_t i) {
  switch (atom) {
    case TimeAtom::month:
      return is_name_of(text, i, TimeRole::month);
    case TimeAtom::weekday:
      return is_name_of(text, i, TimeRole::weekday);
    case TimeAtom::season:
      return text.is(i, TimeRole::season);
    case TimeAtom::unit:
      return text.is(i, TimeRole::unit);
    case TimeAtom::dash:
      return text.is_dash(i);
    case TimeAtom::capital:
      return text.starts_upper(i);
    case TimeAtom::name:
      return text.starts_upper(i) && text.word(i).roles == 0;
    case TimeAtom::round:
      return text.piece(i).plain && text.word_text(i).ends_with('0');
    case TimeAtom::long_number:
      return text.piece(i).plain && text.piece(i).span.size() > 4;
    case TimeAtom::noun:
      return is_noun(text, i);
    default:
      return false;
  }
}

}  // namespace

std::size_t read_atom(const TimeText& text, TimeAtom atom, std::size_t i, TimeReading& reading) {
  std::size_t end = i + 1;
  switch (atom) {
    case TimeAtom::month_digits:
      reading.number = month_in_digits(text, i);
      return reading.number > 0 ? end : 0;
    case TimeAtom::day:
      reading.number = day_at(text, i, end);
      return reading.number > 0 ? end : 0;
    case TimeAtom::ordinal:
      reading.number = ordinal_at(text, i, end);
      return reading.number > 0 ? end : 0;
    case TimeAtom::year:
    case TimeAtom::context_year:
    case TimeAtom::spelled_year:
    case TimeAtom::short_year:
    case TimeAtom::year_end:
    case TimeAtom::decade:
    case TimeAtom::bare_decade:
      return read_year(text, atom, i, reading);
    case TimeAtom::count:
    case TimeAtom::fraction:
      return read_number(text, atom, i, reading);
    case TimeAtom::article: {
      const NumberWord* number = text.piece(i).number;
      reading.count = 1;
      return number != nullptr && number->kind == NumberWord::Kind::article ? end : 0;
    }
    case TimeAtom::clock:
    case TimeAtom::hour:
    case TimeAtom::dot_clock:
    case TimeAtom::hundreds:
      return read_clock(text, atom, i, reading);
    case TimeAtom::iso_date:
      return iso_date(text, i, reading);
    case TimeAtom::numeric_date:
      return read_numeric_date(text.word_text(i), reading) ? end : 0;
    case TimeAtom::bound:
    case TimeAtom::holiday: {
      const TimeLexicon& lexicon = text.lexicon();
      const auto match =
          text.phrase(atom == TimeAtom::bound ? lexicon.bounds : lexicon.holidays, i);
      reading.number = match ? static_cast<int>(match->value) : 0;
      return match && (atom == TimeAtom::bound || text.starts_upper(i)) ? match->end : 0;
    }
    default:
      return is_of_kind(text, atom, i) ? end : 0;
  }
}

}  // namespace parallax
