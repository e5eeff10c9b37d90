#include "parallax/collect/written_date.h"

#include <array>
#include <cstdio>

#include "parallax/core/date.h"
#include "parallax/text/fold.h"

namespace parallax {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word_byte(char c) { return is_digit(c) || is_ascii_letter(c) || (c & '\x80') != 0; }

/// Reads one line from left to right; every reader leaves its place alone when it fails.
class DateReader {
 public:
  DateReader(std::string_view line, const PageRules& rules) : line_(line), rules_(rules) {}

  std::optional<WrittenDate> at(std::size_t begin) {
    at_ = begin;
    std::optional<Day> day = is_digit(line_[begin]) ? starting_with_digit() : month_day_year();
    if (!day || (at_ < line_.size() && is_digit(line_[at_]))) {
      return std::nullopt;
    }
    WrittenDate date{.begin = begin, .end = at_, .iso = to_iso(*day)};
    read_time(date);
    return date;
  }

 private:
  struct Number {
    int value = 0;
    std::size_t digits = 0;
  };

  std::optional<Number> number(std::size_t most) {
    Number result;
    while (at_ + result.digits < line_.size() && is_digit(line_[at_ + result.digits])) {
      if (++result.digits > most) {
        return std::nullopt;
      }
      result.value = result.value * 10 + (line_[at_ + result.digits - 1] - '0');
    }
    if (result.digits == 0) {
      return std::nullopt;
    }
    at_ += result.digits;
    return result;
  }

  bool take(char c) {
    const bool there = at_ < line_.size() && line_[at_] == c;
    at_ += there ? 1 : 0;
    return there;
  }
  bool take_any(std::string_view characters) {
    const bool there = at_ < line_.size() && characters.find(line_[at_]) != std::string_view::npos;
    at_ += there ? 1 : 0;
    return there;
  }
  void skip(std::string_view characters) {
    while (take_any(characters)) {
    }
  }

  static std::optional<Day> day_of(int year, int month, int day) {
    if (year < 1000 || month < 1 || day < 1) {
      return std::nullopt;
    }
    return make_day(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
  }

  std::optional<Day> starting_with_digit() {
    const std::size_t begin = at_;
    const auto first = number(4);
    if (!first || first->digits == 3) {
      return std::nullopt;
    }
    const char separator = at_ < line_.size() ? line_[at_] : ' ';
    if (separator == '-' || separator == '/' || separator == '.') {
      ++at_;
      if (auto day = numeric_date(*first, separator)) {
        return day;
      }
    }
    at_ = begin + first->digits;
    return first->digits <= 2 ? day_month_year(first->value) : std::nullopt;
  }

  /// 2031-05-14, 14-05-2031, 14.05.2031, 05/14/2031; 05/06/2031 is none.
  std::optional<Day> numeric_date(Number first, char separator) {
    const auto second = number(2);
    if (!second || !take(separator)) {
      return std::nullopt;
    }
    const auto third = number(4);
    if (!third) {
      return std::nullopt;
    }
    if (first.digits == 4) {
      return third->digits <= 2 ? day_of(first.value, second->value, third->value) : std::nullopt;
    }
    if (third->digits != 4) {
      return std::nullopt;
    }
    const bool day_first = separator == '.' || first.value > 12 || first.value == second->value;
    if (day_first) {
      return day_of(third->value, second->value, first.value);
    }
    return second->value > 12 ? day_of(third->value, first.value, second->value) : std::nullopt;
  }

  /// 14 May 2031, 14th of May, 2031
  std::optional<Day> day_month_year(int day) {
    skip_ordinal_end();
    skip(" -.");
    if (line_.substr(at_, 3) == "of ") {
      at_ += 3;
    }
    const auto month = month_name();
    skip(" ,-.");
    const auto year = month ? number(4) : std::nullopt;
    return year && year->digits == 4 ? day_of(year->value, *month, day) : std::nullopt;
  }

  /// May 14, 2031
  std::optional<Day> month_day_year() {
    const auto month = month_name();
    skip(" ");
    const auto day = month ? number(2) : std::nullopt;
    if (!day) {
      return std::nullopt;
    }
    skip_ordinal_end();
    skip(" ,");
    const auto year = number(4);
    return year && year->digits == 4 ? day_of(year->value, *month, day->value) : std::nullopt;
  }

  void skip_ordinal_end() {
    static constexpr std::array<std::string_view, 4> kEnds = {"st", "nd", "rd", "th"};
    for (const std::string_view end : kEnds) {
      const std::size_t after = at_ + end.size();
      const bool word_ends = after >= line_.size() || !is_word_byte(line_[after]);
      if (line_.substr(at_, end.size()) == end && word_ends) {
        at_ = after;
        return;
      }
    }
  }

  std::optional<int> month_name() {
    std::size_t end = at_;
    while (end < line_.size() && (is_ascii_letter(line_[end]) || (line_[end] & '\x80') != 0)) {
      ++end;
    }
    const std::string name = ascii_lower(line_.substr(at_, end - at_));
    for (const auto& [form, month] : rules_.months) {
      if (!name.empty() && name == form) {
        at_ = end;
        take('.');
        return static_cast<int>(month);
      }
    }
    return std::nullopt;
  }

  /// "15:03", "[11:11]", "at 3:05 pm", "T08:00:30Z" after a date.
  void read_time(WrittenDate& date) {
    at_ = date.end;
    if (at_ < line_.size() && (line_[at_] == 'T' || line_[at_] == 't')) {
      ++at_;
    } else {
      skip(" ,|-[(");
      if (line_.substr(at_, 3) == "at ") {
        at_ += 3;
      }
    }
    const auto hour = number(2);
    if (!hour || !take_any(":.")) {
      return;
    }
    const auto minute = number(2);
    if (!minute || minute->digits != 2 || minute->value > 59) {
      return;
    }
    std::optional<Number> second;
    if (take(':')) {
      second = number(2);
    }
    const int hours = twenty_four_hours(hour->value);
    if (hours > 23 || (second && second->value > 59) || followed_by_digits()) {
      return;
    }
    std::array<char, 16> text{};
    const char* const format = second ? "T%02d:%02d:%02d" : "T%02d:%02d";
    std::snprintf(text.data(), text.size(), format, hours, minute->value,
                  second ? second->value : 0);
    date.iso += text.data();
    skip_zone();
    take_any("])");
    date.end = at_;
  }

  bool followed_by_digits() const {  // "14 May 2031, 12.500 people"
    return at_ < line_.size() && is_digit(line_[at_]);
  }

  int twenty_four_hours(int hour) {
    const std::size_t before = at_;
    skip(" ");
    const std::string word = ascii_lower(line_.substr(at_, 4));
    const bool before_noon = word.starts_with("am") || word.starts_with("a.m.");
    const bool after_noon = word.starts_with("pm") || word.starts_with("p.m.");
    if (!before_noon && !after_noon) {
      at_ = before;
      return hour;
    }
    at_ += word[1] == '.' ? 4 : 2;
    return (hour % 12) + (after_noon ? 12 : 0);
  }

  void skip_zone() {
    if (take('.')) {
      number(9);
    }
    if (take_any("Zz") || !take_any("+-")) {
      return;
    }
    number(4);
    take(':');
    number(2);
  }

  std::string_view line_;
  const PageRules& rules_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<WrittenDate> find_written_date(std::string_view line, const PageRules& rules) {
  DateReader reader(line, rules);
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool starts_word = is_word_byte(line[at]) && (at == 0 || !is_word_byte(line[at - 1]));
    if (starts_word) {
      if (auto date = reader.at(at)) {
        return date;
      }
    }
  }
  return std::nullopt;
}

std::optional<std::string> iso_from_field(std::string_view field, const PageRules& rules) {
  const auto date = find_written_date(field.substr(0, 80), rules);
  return date ? std::optional(date->iso) : std::nullopt;
}

}  // namespace parallax
