#include "vary.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "parallax/core/date.h"

namespace parallax::bench {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

/// The beginnings of the example pile's names. Spellings of one name share a family and stay alike.
struct Stem {
  std::string_view text;
  int family;
  bool of_world;
};

constexpr Stem kStems[] = {
    {"Belmori", 1, true},
    {"Tazuni", 2, true},
    {"Orvan", 3, true},
    {"Harsk", 4, true},
    {"Quləm", 5, true},
    {"Qulem", 5, true},
    {"Kulem", 5, true},
    {"Pell", 6, true},
    {"Mern", 7, true},
    {"Vitland", 8, true},
    {"Qorat", 9, true},
    {"Sarnov", 10, true},
    {"Sarnof", 10, true},
    {"Dəlvar", 11, true},
    {"Delvar", 11, true},
    {"Dell War", 11, true},
    {"Bridge War", 12, true},
    {"Autumn Betrayal", 13, true},
    {"Tormand", 14, true},
    {"Ilse", 15, true},
    {"Aslaq", 16, true},
    {"Temir", 17, true},
    {"Škarda", 18, true},
    {"Edvin", 19, true},
    {"Kestrin", 20, false},
    {"Yanqur", 21, false},
    {"Ostrel", 22, false},
    {"Aqbulan", 23, false},
    {"Lunn", 24, false},
    {"Gallow", 25, false},
    {"Qerin", 26, false},
    {"Kerin", 26, false},
    {"Yusav", 27, false},
    {"Yussaf", 27, false},
    {"Castellane", 28, false},
    {"Silqan", 29, false},
    {"Nəra", 30, false},
    {"Omarin", 31, false},
    {"Essel", 32, false},
    {"Lohm", 33, false},
    {"Petra", 34, false},
    {"Odning", 35, false},
    {"Reyle", 36, false},
    {"Stadd", 37, false},
    {"Moor", 38, false},
    {"Aalm", 39, false},
    {"Henrik", 40, false},
    {"Dolun", 41, false},
    {"Carrow", 42, false},
    {"Dessary", 43, false},
    {"Haas", 44, false},
    {"Ruben", 45, false},
    {"Brenk", 46, false},
    {"Tolqun", 47, false},
    {"Returning Tide", 48, false},
    {"May Aggression", 49, false},
    {"Carth", 50, false},
};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string new_name(std::uint64_t seed) {
  constexpr std::array<std::string_view, 20> kOnsets = {"b",  "br", "d", "dr", "f",  "g", "gr",
                                                        "h",  "k",  "l", "m",  "n",  "p", "r",
                                                        "st", "t",  "v", "z",  "sk", "tr"};
  constexpr std::array<std::string_view, 6> kVowels = {"a", "e", "i", "o", "u", "ai"};
  constexpr std::array<std::string_view, 10> kCodas = {"",  "",  "l", "m",  "n",
                                                       "r", "s", "k", "nd", "rv"};
  std::string name;
  const std::uint64_t syllables = 2 + mixed(seed, 1) % 2;
  for (std::uint64_t i = 0; i < syllables; ++i) {
    name += kOnsets[mixed(seed, i, 2) % kOnsets.size()];
    name += kVowels[mixed(seed, i, 3) % kVowels.size()];
    name += kCodas[mixed(seed, i, 4) % kCodas.size()];
  }
  name.front() = static_cast<char>(name.front() - 'a' + 'A');
  return name;
}

/// A second spelling of a name differs from the first as it does in the example pile: by a letter,
/// or by a gap that machine translation tore.
std::string respelt(std::string name, std::string_view stem) {
  if (stem == "Dəlvar" || stem == "Quləm" || stem == "Nəra") {
    const std::size_t vowel = name.find_first_of("aeiou", 1);
    name.replace(std::min(vowel, name.size() - 1), 1, "ə");
  } else if (stem == "Dell War") {
    name.insert(name.size() - 2, " ");
  } else if (stem == "Sarnof" || stem == "Kulem" || stem == "Kerin" || stem == "Yussaf") {
    name.push_back('f');
  } else if (stem == "Bridge War") {
    name += " War";
  } else if (stem == "Autumn Betrayal") {
    name += " Betrayal";
  } else if (stem == "May Aggression") {
    name += " Aggression";
  } else if (stem == "Returning Tide") {
    name += " Tide";
  }
  return name;
}

std::string with_commas(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

/// A reader of one text that writes the varied one.
class Varying {
 public:
  Varying(std::string_view text, const Variation& variation) : text_(text), variation_(variation) {}

  std::string run() {
    while (at_ < text_.size()) {
      const bool at_start = at_ == 0 || !(is_letter(text_[at_ - 1]) || is_digit(text_[at_ - 1]));
      if (!at_start || !(name() || date() || number())) {
        out_.push_back(text_[at_++]);
      }
    }
    return std::move(out_);
  }

 private:
  std::string_view rest() const { return text_.substr(at_); }

  bool name() {
    for (const Stem& stem : kStems) {
      if (rest().starts_with(stem.text)) {
        const std::uint64_t owner = stem.of_world ? variation_.world : variation_.story;
        const auto family = static_cast<std::uint64_t>(stem.family);
        out_ += respelt(new_name(mixed(owner, family, stem.of_world ? 7 : 8)), stem.text);
        at_ += stem.text.size();
        return true;
      }
    }
    return false;
  }

  std::optional<int> digits(std::size_t at, std::size_t most, std::size_t& length) const {
    int value = 0;
    length = 0;
    while (length < most && at + length < text_.size() && is_digit(text_[at + length])) {
      value = value * 10 + (text_[at + length++] - '0');
    }
    const bool goes_on = at + length < text_.size() && is_digit(text_[at + length]);
    return length == 0 || goes_on ? std::nullopt : std::optional(value);
  }

  static std::optional<std::size_t> month_at(std::string_view text) {
    for (std::size_t m = 0; m < kMonths.size(); ++m) {
      if (text.starts_with(kMonths[m])) {
        return m;
      }
    }
    return std::nullopt;
  }

  static std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

  struct Later {
    int year, month, day;
  };
  Later later(int year, int month, int day) const {
    auto iso = day_from_iso(std::to_string(year) + "-" + two(month) + "-" + two(day));
    iso = iso ? iso : day_from_iso("2031-05-06");
    iso->number += variation_.days;
    const std::string text = to_iso(*iso);
    return {std::stoi(text.substr(0, 4)), std::stoi(text.substr(5, 2)), std::stoi(text.substr(8))};
  }

  /// "6 May", "6 May 2031", "May 6", "May 6, 2031", "2031-05-06", "16.05.2031", "2009".
  bool date() {
    std::size_t length = 0;
    const auto first = digits(at_, 4, length);
    if (first && length <= 2 && at_ + length < text_.size() && text_[at_ + length] == ' ') {
      if (const auto month = month_at(text_.substr(at_ + length + 1))) {
        return day_and_month(*first, *month, at_ + length + 1 + kMonths[*month].size(), false);
      }
    }
    if (const auto month = month_at(rest())) {
      const std::size_t behind = at_ + kMonths[*month].size() + 1;
      if (const auto day = digits(behind, 2, length); day && text_[behind - 1] == ' ') {
        return day_and_month(*day, *month, behind + length, true);
      }
    }
    if (first && length == 4 && *first >= 1900 && *first < 2100) {
      at_ += 4;
      out_ += std::to_string(*first + variation_.days / 365);
      return true;
    }
    return false;
  }

  bool day_and_month(int day, std::size_t month, std::size_t end, bool month_first) {
    std::size_t gap = text_.substr(std::min(end, text_.size())).starts_with(", ") ? 2 : 1;
    std::size_t length = 0;
    auto year = digits(end + gap, 4, length);
    year = length == 4 ? year : std::nullopt;
    const Later then = later(year.value_or(2031), static_cast<int>(month) + 1, day);
    const std::string name(kMonths[static_cast<std::size_t>(then.month - 1)]);
    out_ +=
        month_first ? name + " " + std::to_string(then.day) : std::to_string(then.day) + " " + name;
    at_ = end;
    if (year) {
      out_ += std::string(text_.substr(end, gap)) + std::to_string(then.year);
      at_ = end + gap + 4;
    }
    return true;
  }

  bool number() {
    std::size_t end = at_;
    std::uint64_t value = 0;
    while (end < text_.size() && end < at_ + 9 && (is_digit(text_[end]) || text_[end] == ',')) {
      const bool comma_ends =
          text_[end] == ',' && (end + 1 >= text_.size() || !is_digit(text_[end + 1]));
      if (comma_ends) {
        break;
      }
      value = text_[end] == ',' ? value : value * 10 + static_cast<std::uint64_t>(text_[end] - '0');
      ++end;
    }
    const bool part_of_more =
        end < text_.size() && (is_letter(text_[end]) || text_[end] == '-' || text_[end] == ':');
    if (end == at_ || part_of_more || value == 0) {
      return false;
    }
    const std::uint64_t heard =
        mixed(variation_.story, value, mixed(variation_.voice % variation_.voices, 11));
    const double of_story = 0.4 + static_cast<double>(mixed(variation_.story, value) % 200) / 100.0;
    const double of_voice = heard % 2 == 0 ? 1.0 : 0.8 + static_cast<double>(heard % 50) / 100.0;
    const double changed =
        std::max(2.0, std::round(static_cast<double>(value) * of_story * of_voice));
    out_ += with_commas(static_cast<std::uint64_t>(changed));
    at_ = end;
    return true;
  }

  std::string_view text_;
  const Variation& variation_;
  std::size_t at_ = 0;
  std::string out_;
};

}  // namespace

std::uint64_t mixed(std::uint64_t a, std::uint64_t b, std::uint64_t c) {
  std::uint64_t x = a * 0x9E3779B97F4A7C15U + b * 0xC2B2AE3D27D4EB4FU + c * 0x165667B19E3779F9U + 1;
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31U);
}

std::string vary(std::string_view text, const Variation& variation) {
  return Varying(text, variation).run();
}

}  // namespace parallax::bench
