#include "parallax/read/times/numeric_date.h"

#include <algorithm>
#include <charconv>

namespace parallax {
namespace {

int to_int(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace

bool read_numeric_date(std::string_view whole, TimeReading& date) {
  const std::size_t mark = whole.find_first_of("/.");
  if (mark == std::string_view::npos) {
    return false;
  }
  const std::vector<std::string_view> parts = split_list(whole, whole[mark]);
  if (parts.size() != 3 || whole.find_first_not_of("0123456789/.") != std::string_view::npos) {
    return false;
  }
  const bool year_first = parts[0].size() == 4;
  const std::string_view year = parts[year_first ? 0 : 2];
  const std::string_view outer = parts[year_first ? 2 : 0];
  const bool slashes = whole[mark] == '/';
  // "3.5.2031", but not version 3.5.1000
  const bool late = year.size() == 4 && (year.starts_with("19") || year.starts_with("20"));
  const std::size_t digits = std::min(outer.size(), parts[1].size());
  date.weak = digits == 1 && year.size() == 2 && slashes;
  const bool short_parts = late || slashes;
  if ((year.size() != 2 && year.size() != 4) || outer.size() > 2 || parts[1].size() > 2 ||
      digits < (short_parts ? 1U : 2U)) {
    return false;
  }
  const int short_form = to_int(year);
  date.number = year.size() == 4 ? short_form : short_form + (short_form < 50 ? 2000 : 1900);
  date.day = to_int(outer);
  date.month = to_int(parts[1]);
  const bool open = slashes && !year_first && date.day <= 12 && date.month <= 12;
  const bool month_first = !year_first && date.month > 12;
  if (month_first) {
    std::swap(date.day, date.month);
  }
  if (date.number < 1000 ||
      !make_day(date.number, static_cast<unsigned>(date.month), static_cast<unsigned>(date.day))) {
    return false;
  }
  if (slashes && !year_first && date.day != date.month) {
    date.order = open          ? DateOrder::open
                 : month_first ? DateOrder::month_first
                               : DateOrder::day_first;
  }
  return true;
}

}  // namespace parallax
