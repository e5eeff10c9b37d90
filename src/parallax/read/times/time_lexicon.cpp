#include <algorithm>
#include <array>
#include <charconv>

#include "parallax/read/times/find_timexes.h"
#include "parallax/text/fold.h"

namespace parallax {
namespace {

struct RoleName {
  std::string_view name;
  TimeRole role;
};
constexpr std::array kRoles = {
    RoleName{"unit", TimeRole::unit},
    RoleName{"day", TimeRole::day},
    RoleName{"part", TimeRole::part},
    RoleName{"part_today", TimeRole::part_today},
    RoleName{"weekend", TimeRole::weekend},
    RoleName{"step", TimeRole::step},
    RoleName{"anchor_step", TimeRole::anchor_step},
    RoleName{"ago", TimeRole::ago},
    RoleName{"earlier", TimeRole::earlier},
    RoleName{"later", TimeRole::later},
    RoleName{"each", TimeRole::each},
    RoleName{"set", TimeRole::set},
    RoleName{"reference", TimeRole::reference},
    RoleName{"recent", TimeRole::recent},
    RoleName{"start", TimeRole::start},
    RoleName{"mid", TimeRole::mid},
    RoleName{"end", TimeRole::end},
    RoleName{"edge", TimeRole::edge},
    RoleName{"in", TimeRole::in},
    RoleName{"in_list", TimeRole::in_list},
    RoleName{"in_month", TimeRole::in_month},
    RoleName{"weak_in", TimeRole::weak_in},
    RoleName{"that_in", TimeRole::that_in},
    RoleName{"from", TimeRole::from},
    RoleName{"between", TimeRole::between},
    RoleName{"to", TimeRole::to},
    RoleName{"of", TimeRole::of},
    RoleName{"the", TimeRole::the},
    RoleName{"clock", TimeRole::clock},
    RoleName{"zone", TimeRole::zone},
    RoleName{"ordinal_ending", TimeRole::ordinal_ending},
    RoleName{"decade_ending", TimeRole::decade_ending},
    RoleName{"more", TimeRole::more},
    RoleName{"few", TimeRole::few},
    RoleName{"lasting", TimeRole::lasting},
    RoleName{"old", TimeRole::old},
    RoleName{"future", TimeRole::future},
    RoleName{"era", TimeRole::era},
    RoleName{"fiscal", TimeRole::fiscal},
    RoleName{"no_date", TimeRole::no_date},
    RoleName{"no_bound", TimeRole::no_bound},
    RoleName{"plural", TimeRole::plural},
    RoleName{"the_reference", TimeRole::the_reference},
};

int to_int(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

void give(TimeWord& word, TimeRole role) {
  word.roles |= std::uint64_t{1} << static_cast<unsigned>(role);
}

/// "10Y", "T1H".
void set_unit(TimeWord& word, std::string_view value) {
  if (value.empty()) {
    return;
  }
  word.clock_unit = value.front() == 'T';
  word.unit = value.back();
  word.unit_count = std::max(1, to_int(value.substr(word.clock_unit ? 1 : 0)));
}

void add_word(TimeLexicon& lexicon, std::string_view form, std::string_view role,
              std::string_view value) {
  const auto* const known = std::find_if(kRoles.begin(), kRoles.end(),
                                         [&](const RoleName& name) { return name.name == role; });
  if (known == kRoles.end()) {
    return;
  }
  TimeWord& word = lexicon.words[form];
  give(word, known->role);
  switch (known->role) {
    case TimeRole::unit:
      set_unit(word, value);
      break;
    case TimeRole::day:
    case TimeRole::step:
    case TimeRole::anchor_step:
    case TimeRole::ago:
    case TimeRole::earlier:
    case TimeRole::later:
    case TimeRole::clock:
      word.step = to_int(value);
      break;
    case TimeRole::part:
    case TimeRole::part_today:
    case TimeRole::weekend:
    case TimeRole::set:
    case TimeRole::reference:
    case TimeRole::recent:
    case TimeRole::the_reference:
    case TimeRole::start:
    case TimeRole::mid:
    case TimeRole::end:
    case TimeRole::edge:
      word.value = value;
      break;
    default:
      break;
  }
}

void load_calendar(TimeLexicon& lexicon, const DataFiles& data, const std::string& folder) {
  const auto number = [](std::string_view text) {
    return static_cast<unsigned>(std::max(0, to_int(text)));
  };
  for (const auto& row : tsv_rows(data.file(folder + "months.tsv"))) {
    TimeWord& word = lexicon.words[ascii_lower(cell(row, 0))];
    give(word, TimeRole::month);
    word.month = std::clamp(number(cell(row, 1)), 1U, 12U);
  }
  for (const auto& row : tsv_rows(data.file(folder + "weekdays.tsv"))) {
    TimeWord& word = lexicon.words[ascii_lower(cell(row, 0))];
    give(word, TimeRole::weekday);
    word.weekday = std::clamp(number(cell(row, 1)), 1U, 7U);
  }
  for (const auto& row : tsv_rows(data.file(folder + "seasons.tsv"))) {
    TimeWord& word = lexicon.words[ascii_lower(cell(row, 0))];
    const std::string_view months = cell(row, 1);
    const std::size_t dots = std::min(months.find(".."), months.size());
    give(word, TimeRole::season);
    word.season = {std::clamp(number(months.substr(0, dots)), 1U, 12U),
                   std::clamp(number(months.substr(std::min(dots + 2, months.size()))), 1U, 12U)};
  }
}

}  // namespace

TimeLexicon TimeLexicon::load(const DataFiles& data, std::string_view language) {
  TimeLexicon lexicon;
  const std::string folder = "lang/" + std::string(language) + "/";
  lexicon.numbers = NumberWords::load(data, language);
  load_calendar(lexicon, data, folder);
  for (const auto& row : tsv_rows(data.file(folder + "time_words.tsv"))) {
    add_word(lexicon, cell(row, 0), cell(row, 1), cell(row, 2));
  }
  for (const auto& row : tsv_rows(data.file(folder + "function_words.tsv"))) {
    give(lexicon.words[ascii_lower(cell(row, 0))], TimeRole::function);
  }
  for (const auto& row : tsv_rows(data.file(folder + "bounds.tsv"))) {
    const TimeWord* word = lexicon.words.find(cell(row, 0));
    if (cell(row, 1) != "exactly" && (word == nullptr || !word->is(TimeRole::no_bound))) {
      lexicon.bounds.add(ascii_lower(cell(row, 0)), 0);
    }
  }
  return lexicon;
}

}  // namespace parallax
