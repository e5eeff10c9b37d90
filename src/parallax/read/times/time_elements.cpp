#include "parallax/read/times/time_elements.h"

#include <algorithm>
#include <array>

namespace parallax {
namespace {

struct AtomName {
  std::string_view name;
  TimeAtom atom;
  TimeField field;
};
constexpr auto kAtoms = std::to_array<AtomName>({
    {"MONTH", TimeAtom::month, TimeField::month},
    {"WEEKDAY", TimeAtom::weekday, TimeField::weekday},
    {"SEASON", TimeAtom::season, TimeField::season},
    {"UNIT", TimeAtom::unit, TimeField::unit},
    {"DAY", TimeAtom::day, TimeField::day},
    {"YEAR", TimeAtom::year, TimeField::year},
    {"YEAR_HERE", TimeAtom::context_year, TimeField::year},
    {"YEAR_IN_WORDS", TimeAtom::spelled_year, TimeField::year},
    {"SHORT_YEAR", TimeAtom::short_year, TimeField::year},
    {"YEAR_END", TimeAtom::year_end, TimeField::year},
    {"MONTH_DIGITS", TimeAtom::month_digits, TimeField::month},
    {"DECADE", TimeAtom::decade, TimeField::decade},
    {"BARE_DECADE", TimeAtom::bare_decade, TimeField::decade},
    {"ORDINAL", TimeAtom::ordinal, TimeField::none},
    {"COUNT", TimeAtom::count, TimeField::count},
    {"FRACTION", TimeAtom::fraction, TimeField::count},
    {"A", TimeAtom::article, TimeField::count},
    {"CLOCK", TimeAtom::clock, TimeField::clock},
    {"HOUR", TimeAtom::hour, TimeField::clock},
    {"DOT_CLOCK", TimeAtom::dot_clock, TimeField::clock},
    {"HUNDREDS", TimeAtom::hundreds, TimeField::clock},
    {"ISO_DATE", TimeAtom::iso_date, TimeField::date},
    {"NUMERIC_DATE", TimeAtom::numeric_date, TimeField::date},
    {"BOUND", TimeAtom::bound, TimeField::bound},
    {"HOLIDAY", TimeAtom::holiday, TimeField::holiday},
    {"CAPITAL", TimeAtom::capital, TimeField::none},
    {"NAME", TimeAtom::name, TimeField::none},
    {"ROUND", TimeAtom::round, TimeField::none},
    {"LONG_NUMBER", TimeAtom::long_number, TimeField::none},
    {"NOUN", TimeAtom::noun, TimeField::none},
    {"-", TimeAtom::dash, TimeField::none},
});

struct FieldName {
  std::string_view name;
  TimeField field;
};
constexpr auto kFields = std::to_array<FieldName>({
    {"none", TimeField::none},
    {"month", TimeField::month},
    {"day", TimeField::day},
    {"year", TimeField::year},
    {"weekday", TimeField::weekday},
    {"season", TimeField::season},
    {"quarter", TimeField::quarter},
    {"half", TimeField::half},
    {"decade", TimeField::decade},
    {"century", TimeField::century},
    {"year_base", TimeField::year_base},
    {"year_step", TimeField::year_step},
    {"step", TimeField::step},
    {"count", TimeField::count},
    {"unit", TimeField::unit},
    {"part", TimeField::part},
    {"period", TimeField::period},
    {"value", TimeField::value},
    {"clock", TimeField::clock},
    {"meridiem", TimeField::meridiem},
    {"zone", TimeField::zone},
    {"type", TimeField::type},
    {"base", TimeField::base},
    {"bound", TimeField::bound},
    {"holiday", TimeField::holiday},
    {"grain", TimeField::grain},
});

struct MeaningName {
  std::string_view name;
  TimeMeaning meaning;
};
constexpr auto kMeanings = std::to_array<MeaningName>({
    {"calendar", TimeMeaning::calendar},
    {"shift", TimeMeaning::shift},
    {"same", TimeMeaning::same},
    {"reference", TimeMeaning::reference},
    {"duration", TimeMeaning::duration},
    {"set", TimeMeaning::set},
    {"nothing", TimeMeaning::nothing},
});

constexpr auto kRoleFields = std::to_array<FieldName>({
    {"step", TimeField::step},         {"anchor_step", TimeField::step},
    {"ago", TimeField::step},          {"earlier", TimeField::step},
    {"later", TimeField::step},        {"day", TimeField::step},
    {"part", TimeField::part},         {"parts", TimeField::part},
    {"part_today", TimeField::part},   {"start", TimeField::period},
    {"mid", TimeField::period},        {"end", TimeField::period},
    {"edge", TimeField::period},       {"reference", TimeField::value},
    {"set", TimeField::value},         {"set_adjective", TimeField::value},
    {"meridiem", TimeField::meridiem}, {"zone", TimeField::zone},
    {"weekend", TimeField::part},      {"decade_word", TimeField::decade},
    {"part_clock", TimeField::clock},
});

template <typename Names>
auto* find_name(const Names& names, std::string_view name) {
  const auto at =
      std::find_if(names.begin(), names.end(), [&](const auto& n) { return n.name == name; });
  return at == names.end() ? nullptr : &*at;
}

}  // namespace

std::optional<TimeField> time_field_from(std::string_view name) {
  const auto* known = find_name(kFields, name);
  return known == nullptr ? std::nullopt : std::optional(known->field);
}

std::optional<TimeMeaning> time_meaning_from(std::string_view name) {
  const auto* known = find_name(kMeanings, name);
  return known == nullptr ? std::nullopt : std::optional(known->meaning);
}

std::optional<NamedAtom> time_atom_from(std::string_view name) {
  const auto* known = find_name(kAtoms, name);
  return known == nullptr ? std::nullopt : std::optional(NamedAtom{known->atom, known->field});
}

TimeField field_of_role(std::string_view role) {
  const auto* known = find_name(kRoleFields, role);
  return known == nullptr ? TimeField::none : known->field;
}

}  // namespace parallax
