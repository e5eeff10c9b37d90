#include "parallax/read/times/time_lexicon.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "parallax/text/fold.h"

namespace parallax {
namespace {

/// In the order of TimeRole.
constexpr auto kRoleNames = std::to_array<std::string_view>(
    {"month",         "weekday",    "season",     "unit",       "in",
     "in_list",       "weak_in",    "that_in",    "no_date",    "ordinal_ending",
     "decade_ending", "function",   "past",       "future",     "looks_ahead",
     "ahead_of_verb", "infinitive", "near_ahead", "until",      "lasted",
     "toward",        "owner",      "bare",       "local_zone", "bound_start",
     "holiday_start"});
/// In a mask stand the bits of the roles, those behind the 53rd over the first; behind them bits
/// for literals, seven for all of them, for any piece, for numbers in digits and words, and for
/// marks.
constexpr std::size_t kMostRoles = 64;
constexpr unsigned kLiterals = 53;
constexpr std::uint64_t kDigits = std::uint64_t{1} << 61U;
constexpr std::uint64_t kNumberWord = std::uint64_t{1} << 62U;
constexpr std::uint64_t kMark = std::uint64_t{1} << 63U;
constexpr std::uint64_t kAnything = std::uint64_t{1} << 60U;

std::uint64_t mask_of_roles(std::uint64_t roles) {
  constexpr std::uint64_t kFirst = (std::uint64_t{1} << kLiterals) - 1;
  return (roles & kFirst) | roles >> kLiterals;
}

std::uint64_t literal_bit(std::uint32_t literal) {
  return literal == 0 ? 0 : std::uint64_t{1} << (kLiterals + literal % 7);
}

int to_int(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

unsigned to_unsigned(std::string_view text) {
  return static_cast<unsigned>(std::max(0, to_int(text)));
}

/// "2W", "T1H".
TimeUnit unit_from(std::string_view value) {
  TimeUnit unit;
  if (!value.empty()) {
    unit.clock = value.front() == 'T';
    unit.letter = value.back();
    unit.count = std::max(1, to_int(value.substr(unit.clock ? 1 : 0)));
  }
  return unit;
}

std::uint64_t bit(TimeRole role) { return std::uint64_t{1} << static_cast<unsigned>(role); }

/// The role that words have which an atom reads by their names.
std::uint64_t roles_of(TimeAtom atom) {
  switch (atom) {
    case TimeAtom::month:
      return bit(TimeRole::month);
    case TimeAtom::weekday:
      return bit(TimeRole::weekday);
    case TimeAtom::season:
      return bit(TimeRole::season);
    case TimeAtom::unit:
      return bit(TimeRole::unit);
    case TimeAtom::bound:
      return bit(TimeRole::bound_start);
    case TimeAtom::holiday:
      return bit(TimeRole::holiday_start);
    default:
      return 0;
  }
}

bool starts_with_number_word(TimeAtom atom) {
  return atom == TimeAtom::day || atom == TimeAtom::ordinal || atom == TimeAtom::count ||
         atom == TimeAtom::fraction || atom == TimeAtom::article || atom == TimeAtom::spelled_year;
}

bool starts_with_digits(TimeAtom atom) {
  return atom >= TimeAtom::day && atom <= TimeAtom::numeric_date && atom != TimeAtom::article &&
         atom != TimeAtom::spelled_year && atom != TimeAtom::fraction;
}

/// Which rules may begin with what.
class StartRules {
 public:
  explicit StartRules(const TimeLexicon& lexicon) {
    const TimePatterns& patterns = lexicon.patterns;
    for (std::uint32_t i = 0; i < patterns.rules.size(); ++i) {
      patterns.for_each_first(patterns.rules[i], [&](const TimeElement& element) {
        starts_.push_back({.element = element, .rule = i});
        const std::uint64_t roles = element.roles | roles_of(element.atom);
        for (std::size_t role = 0; role < kMostRoles; ++role) {
          if ((roles >> role & 1U) != 0) {
            by_role_[role].push_back(i);
          }
        }
        if (element.literal != 0) {
          by_literal_[element.literal].push_back(i);
        }
      });
    }
  }

  std::vector<std::uint32_t> of(const TimeWord& word, bool number, bool apostrophe) const {
    std::vector<std::uint32_t> rules;
    const auto add = [&](const std::vector<std::uint32_t>& more) {
      rules.insert(rules.end(), more.begin(), more.end());
    };
    for (std::size_t role = 0; role < kMostRoles; ++role) {
      if ((word.roles >> role & 1U) != 0) {
        add(by_role_[role]);
      }
    }
    if (const auto known = by_literal_.find(word.literal); known != by_literal_.end()) {
      add(known->second);
    }
    if (number || apostrophe) {
      for (const Start& start : starts_) {
        const TimeAtom atom = start.element.atom;
        const bool fits =
            (number && starts_with_number_word(atom)) ||
            (apostrophe && (atom == TimeAtom::short_year || atom == TimeAtom::decade));
        if (fits) {
          rules.push_back(start.rule);
        }
      }
    }
    return ascending(std::move(rules));
  }

  std::vector<std::uint32_t> of_digits() const {
    std::vector<std::uint32_t> rules;
    for (const Start& start : starts_) {
      if (starts_with_digits(start.element.atom)) {
        rules.push_back(start.rule);
      }
    }
    return ascending(std::move(rules));
  }

 private:
  struct Start {
    TimeElement element;
    std::uint32_t rule = 0;
  };

  static std::vector<std::uint32_t> ascending(std::vector<std::uint32_t> rules) {
    std::ranges::sort(rules);
    rules.erase(std::ranges::unique(rules).begin(), rules.end());
    return rules;
  }

  std::vector<Start> starts_;
  std::array<std::vector<std::uint32_t>, kMostRoles> by_role_;
  std::map<std::uint32_t, std::vector<std::uint32_t>> by_literal_;
};

/// Fills a lexicon from the tables of a language.
class Loader {
 public:
  Loader(TimeLexicon& lexicon, const DataFiles& data, std::string_view language)
      : lexicon_(lexicon), data_(data), folder_("lang/" + std::string(language) + "/") {
    lexicon_.role_names.assign(kRoleNames.begin(), kRoleNames.end());
    lexicon_.numbers = NumberWords::load(data, language);
  }

  void calendar() {
    for (const auto& row : rows("months.tsv")) {
      word(cell(row, 0), TimeRole::month).month = std::clamp(to_unsigned(cell(row, 1)), 1U, 12U);
    }
    for (const auto& row : rows("weekdays.tsv")) {
      word(cell(row, 0), TimeRole::weekday).weekday = std::clamp(to_unsigned(cell(row, 1)), 1U, 7U);
    }
    for (const auto& row : rows("seasons.tsv")) {
      const std::string_view months = cell(row, 1);
      const std::size_t dots = std::min(months.find(".."), months.size());
      word(cell(row, 0), TimeRole::season).season = {
          std::clamp(to_unsigned(months.substr(0, dots)), 1U, 12U),
          std::clamp(to_unsigned(months.substr(std::min(dots + 2, months.size()))), 1U, 12U)};
    }
  }

  void words() {
    for (const auto& row : rows("time_words.tsv")) {
      add_word(cell(row, 0), cell(row, 1), cell(row, 2));
    }
    for (const auto& row : rows("function_words.tsv")) {
      word(cell(row, 0), TimeRole::function);
    }
  }

  void bounds() {
    const std::uint64_t none = role("no_bound");
    for (const auto& row : rows("bounds.tsv")) {
      const std::string phrase = ascii_lower(cell(row, 0));
      const TimeWord* known = lexicon_.words.find(phrase);
      const bool left_out = known != nullptr && (known->roles & none) != 0;
      if (!left_out && cell(row, 1) != "exactly") {
        lexicon_.bounds.add(phrase, static_cast<std::uint32_t>(bound_from(cell(row, 1))));
        mark_start(phrase, TimeRole::bound_start);
      }
    }
  }

  void holidays() {
    for (const auto& row : rows("holidays.tsv")) {
      const std::string phrase = ascii_lower(cell(row, 0));
      lexicon_.holidays.add(phrase, static_cast<std::uint32_t>(lexicon_.holiday_list.size()));
      lexicon_.holiday_list.push_back(holiday_from(cell(row, 1)));
      mark_start(phrase, TimeRole::holiday_start);
    }
  }

  void patterns() {
    for (const auto& row : rows("numbers.tsv")) {
      const std::string form = ascii_lower(cell(row, 0));
      entry(form.substr(0, std::max<std::size_t>(form.find_first_of(" -"), 1)));
    }
    for (const auto& row : rows("figure_words.tsv")) {
      if (cell(row, 1) == "article") {
        entry(cell(row, 0));
      }
    }
    entry("'");
    entry("\u2019");
    const TimeNames names = {.literal = [this](std::string_view text) { return literal(text); },
                             .role = [this](std::string_view name) { return role(name); }};
    lexicon_.patterns = compile_time_patterns(rows("time_patterns.tsv"), names);
    StartRules starts(lexicon_);
    for (const std::string& form : forms_) {
      TimeWord& word = lexicon_.words[form];
      word.rules =
          starts.of(word, lexicon_.numbers.words.contains(form), form == "'" || form == "\u2019");
    }
    lexicon_.rules_of_digits = starts.of_digits();
    lexicon_.patterns.close(
        [](const TimeElement& element) { return TimeLexicon::mask_of(element); });
  }

 private:
  std::vector<std::vector<std::string_view>> rows(std::string_view file) const {
    return tsv_rows(data_.file(folder_ + std::string(file)));
  }
  TimeWord& entry(std::string_view form) {
    forms_.push_back(ascii_lower(form));
    return lexicon_.words[forms_.back()];
  }

  TimeWord& word(std::string_view form, TimeRole role) {
    TimeWord& word = entry(form);
    word.roles |= bit(role);
    return word;
  }

  /// 0 if nothing is called so.
  std::uint64_t role(std::string_view name) const {
    const auto at = std::ranges::find(lexicon_.role_names, name);
    return at == lexicon_.role_names.end()
               ? 0
               : std::uint64_t{1} << static_cast<unsigned>(at - lexicon_.role_names.begin());
  }

  std::uint32_t literal(std::string_view text) {
    TimeWord& word = entry(text);
    if (word.literal == 0) {
      word.literal = ++literals_;
    }
    return word.literal;
  }

  /// Remembers the word that a phrase begins with.
  void mark_start(std::string_view phrase, TimeRole role) {
    word(phrase.substr(0, std::max<std::size_t>(phrase.find_first_of(" -./'"), 1)), role);
  }

  void add_word(std::string_view form, std::string_view name, std::string_view value) {
    if (name == "past_ending") {
      lexicon_.past_endings.emplace_back(form);
      return;
    }
    if (role(name) == 0) {
      if (name.empty() || lexicon_.role_names.size() == kMostRoles) {
        return;
      }
      lexicon_.role_names.emplace_back(name);
    }
    TimeWord& word = entry(form);
    word.roles |= role(name);
    switch (field_of_role(name)) {
      case TimeField::step:
      case TimeField::meridiem:
      case TimeField::decade:
      case TimeField::clock:
        word.step = to_int(value);
        break;
      case TimeField::none:
        word.unit = name == "unit" || name == "long_unit" ? unit_from(value) : word.unit;
        break;
      default:
        word.value = value;
        break;
    }
  }

  static TimeBound bound_from(std::string_view name) {
    if (name == "about" || name == "almost") {
      return TimeBound::approximate;
    }
    return name == "at_least" || name == "more_than" ? TimeBound::at_least : TimeBound::at_most;
  }

  /// "12-25", "11 4 4" (the fourth Thursday of November), "easter -2".
  static Holiday holiday_from(std::string_view text) {
    const std::vector<std::string_view> parts = split_list(text, ' ');
    Holiday day;
    if (text.starts_with("easter")) {
      day.kind = Holiday::Kind::easter;
      day.offset = parts.size() > 1 ? to_int(parts[1]) : 0;
    } else if (parts.size() == 3) {
      day.kind = Holiday::Kind::weekday_of_month;
      day.month = std::clamp(to_unsigned(parts[0]), 1U, 12U);
      day.weekday = std::clamp(to_unsigned(parts[1]), 1U, 7U);
      day.offset = std::clamp(to_int(parts[2]), -1, 4);
    } else {
      const std::size_t dash = std::min(text.find('-'), text.size());
      day.month = std::clamp(to_unsigned(text.substr(0, dash)), 1U, 12U);
      day.day = std::clamp(to_unsigned(text.substr(std::min(dash + 1, text.size()))), 1U, 31U);
    }
    return day;
  }

  TimeLexicon& lexicon_;
  const DataFiles& data_;
  std::string folder_;
  std::vector<std::string> forms_;
  std::uint32_t literals_ = 0;
};

}  // namespace

std::uint64_t TimeLexicon::mask_of(const Piece& piece, const TimeWord* word) {
  std::uint64_t mask = kAnything;
  mask |= word != nullptr ? mask_of_roles(word->roles) | literal_bit(word->literal) : 0;
  mask |= piece.kind == TokenKind::number ? kDigits : 0;
  mask |= piece.number != nullptr ? kNumberWord : 0;
  return mask | (piece.kind == TokenKind::punctuation ? kMark : 0);
}

std::uint64_t TimeLexicon::mask_of(const TimeElement& element) {
  const std::uint64_t named =
      mask_of_roles(element.roles | roles_of(element.atom)) | literal_bit(element.literal);
  if (named != 0) {
    return named;
  }
  switch (element.atom) {
    case TimeAtom::dash:
      return kMark;
    case TimeAtom::capital:
    case TimeAtom::name:
    case TimeAtom::noun:
    case TimeAtom::short_year:
    case TimeAtom::decade:
      return kAnything;
    case TimeAtom::article:
    case TimeAtom::fraction:
    case TimeAtom::spelled_year:
      return kNumberWord | kDigits;
    default:
      return kDigits | kNumberWord;
  }
}

TimeLexicon TimeLexicon::load(const DataFiles& data, std::string_view language) {
  TimeLexicon lexicon;
  Loader loader(lexicon, data, language);
  loader.calendar();
  loader.words();
  loader.bounds();
  loader.holidays();
  loader.patterns();
  return lexicon;
}

}  // namespace parallax
