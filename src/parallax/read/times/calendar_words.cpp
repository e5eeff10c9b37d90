#include "parallax/read/times/calendar_words.h"

#include <charconv>

namespace parallax {

int to_int(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

int plain_at(const TimeText& text, std::size_t i, std::size_t digits) {
  if (i >= text.size() || !text.piece(i).plain || text.piece(i).span.size() > digits) {
    return -1;
  }
  return to_int(text.word_text(i));
}

int year_shaped(const TimeText& text, std::size_t i) {
  const int value = plain_at(text, i, 4);
  const bool tail =
      text.glued(i + 1) && !text.is_dash(i + 1) && text.piece(i + 1).kind != TokenKind::punctuation;
  return value >= 1000 && value <= 2100 && !tail ? value : 0;
}

namespace {

/// A word that can be counted follows: "2000 marchers". Function words, marks and capitals do not
/// count.
bool noun_follows(const TimeText& text, std::size_t i) {
  if (i + 1 >= text.size() || text.piece(i + 1).kind != TokenKind::word ||
      text.starts_upper(i + 1)) {
    return false;
  }
  return !text.is(i + 1, TimeRole::function) && text.word(i + 1).roles == 0;
}

bool year_context(const TimeText& text, std::size_t i, int year) {
  const bool bracket = (i > 0 && text.is_mark(i - 1, "(")) || text.is_mark(i + 1, ")");
  if (bracket && year >= 1500) {
    return true;
  }
  if (i == 0 || text.is(i + 1, TimeRole::unit)) {
    return false;
  }
  const bool round = year % 100 == 0;
  const bool noun = noun_follows(text, i);
  if (text.is(i - 1, TimeRole::in)) {
    return !(noun && (round || year < 1500));
  }
  if (year < 1500) {
    return false;
  }
  // "the 1931 treaty", but "the 1931 settlers": an "s" at the end stands for a plural
  const bool one = noun && !round && !text.word_text(i + 1).ends_with('s');
  return (text.is(i - 1, TimeRole::weak_in) && !noun) || (text.is(i - 1, TimeRole::that_in) && one);
}

}  // namespace

unsigned day_at(const TimeText& text, std::size_t i, std::size_t& end) {
  const int value = plain_at(text, i, 2);
  if (value >= 1 && value <= 31) {
    const bool ordinal = text.glued(i + 1) && text.is(i + 1, TimeRole::ordinal_ending);
    const bool tail = text.glued(i + 1) && text.piece(i + 1).kind == TokenKind::word;
    const bool percent = text.is_mark(i + 1, "%");
    end = i + (ordinal ? 2 : 1);
    return (tail && !ordinal) || percent ? 0 : static_cast<unsigned>(value);
  }
  if (i >= text.size() || text.piece(i).number == nullptr) {
    return 0;
  }
  const NumberWord& number = *text.piece(i).number;
  end = i + 1;
  if (number.kind == NumberWord::Kind::cardinal && text.is_dash(i + 1) && i + 2 < text.size() &&
      text.piece(i + 2).number != nullptr && text.piece(i + 2).number->ordinal > 0) {
    end = i + 3;
    return static_cast<unsigned>(number.low + text.piece(i + 2).number->ordinal) % 100;
  }
  return number.ordinal >= 1 && number.ordinal <= 31 ? static_cast<unsigned>(number.ordinal) : 0;
}

unsigned month_at(const TimeText& text, std::size_t i) {
  const TimeWord& word = text.word(i);
  return word.month != 0 && (!word.is(TimeRole::no_date) || text.starts_upper(i)) ? word.month : 0;
}

std::size_t past_stop(const TimeText& text, std::size_t i) {
  return text.is_mark(i, ".") && text.glued(i) ? i + 1 : i;
}

std::size_t spelled_year(const TimeText& text, std::size_t i, PartialDate& date) {
  if (i >= text.size() || text.piece(i).number == nullptr) {
    return 0;
  }
  const auto century = text.amount(i);
  if (!century || text.piece(i).value || century->end != i + 1 || century->low < 15 ||
      century->low > 20) {
    return 0;
  }
  const auto rest = text.amount(century->end);
  if (!rest || rest->vague || text.piece(century->end).value || rest->low < 10 || rest->low > 99) {
    return 0;
  }
  date.year = static_cast<int>(century->low * 100 + rest->low);
  return rest->end;
}

std::size_t year_behind(const TimeText& text, std::size_t i, PartialDate& date) {
  std::size_t at = i;
  if (text.is_mark(at, ",") || text.is(at, TimeRole::of)) {
    ++at;
  }
  if (const int year = year_shaped(text, at); year != 0 && !text.is(at + 1, TimeRole::unit)) {
    date.year = year;
    return at + 1;
  }
  if (text.is_mark(i, ",")) {
    return i;
  }
  std::size_t end = match_year_reference(text, at, date);
  end = end != 0 ? end : spelled_year(text, at, date);
  return end != 0 ? end : i;
}

int second_year(const TimeText& text, std::size_t i, int first) {
  if (const int year = year_shaped(text, i)) {
    return year > first ? year : 0;
  }
  const int value = plain_at(text, i, 2);
  return text.glued(i) && text.piece(i).span.size() == 2 && value > first % 100
             ? first / 100 * 100 + value
             : 0;
}

int year_at(const TimeText& text, std::size_t i) {
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
  return listed && !noun_follows(text, i) ? year : 0;
}

}  // namespace parallax
