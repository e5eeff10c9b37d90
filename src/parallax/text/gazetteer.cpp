#include "parallax/text/gazetteer.h"

#include <algorithm>

namespace parallax {
namespace {

constexpr std::size_t kShortestTolerant = 5;  // folded bytes: shorter names must be equal

bool in_capitals(std::string_view name) {
  return name.size() <= 6 && std::ranges::all_of(name, [](char c) {
           return static_cast<unsigned char>(c) < 0x80 && !(c >= 'a' && c <= 'z');
         });
}

}  // namespace

std::string GazetteerName::key() const {
  return kind == "people" || kind == "capital" ? kind + ":" + group : group;
}

Gazetteer Gazetteer::load(const DataFiles& data, const TokenRules& rules) {
  Gazetteer gazetteer;
  gazetteer.add_file(data.file("names/states.tsv"), false, rules);
  gazetteer.add_file(data.file("names/rival_names.tsv"), false, rules);
  gazetteer.add_file(data.file("names/pile.tsv"), true, rules);
  return gazetteer;
}

void Gazetteer::add_file(std::string_view tsv, bool from_pile, const TokenRules& rules) {
  WordMap<std::string>
      groups;  // of the pile, where the world's gazetteer uses the same code for another state
  for (const auto& row : tsv_rows(tsv)) {
    GazetteerName name{.kind = std::string(cell(row, 0)),
                       .group = std::string(cell(row, 1)),
                       .name = std::string(cell(row, 2)),
                       .folded = {}};
    if (name.name.empty()) {
      continue;
    }
    if (from_pile) {
      name.group = groups.try_emplace(name.group, pile_group(name)).first->second;
    }
    add(name, name.name, rules);
    for (const std::string_view variant : split_list(cell(row, 3), ';')) {
      add(name, variant, rules);
    }
  }
}

/// The pile's code for a group: its own, unless the world's gazetteer has that code for something
/// else.
std::string Gazetteer::pile_group(const GazetteerName& name) const {
  const auto known = find(fold(name.name));
  const bool same = known && names_[*known].group == name.group;
  const bool taken =
      std::ranges::any_of(names_, [&](const GazetteerName& n) { return n.group == name.group; });
  return taken && !same ? "pile_" + name.group : name.group;
}

void Gazetteer::add(GazetteerName name, std::string_view spelling, const TokenRules& rules) {
  const auto index = static_cast<std::uint32_t>(names_.size());
  name.folded = fold(spelling);
  name.all_capitals = in_capitals(spelling);
  phrases_.add(spelling, index, rules);
  if (!name.all_capitals) {
    by_folded_.insert_or_assign(name.folded, index);
  }
  const bool tolerant = name.folded.size() >= kShortestTolerant && name.kind != "people" &&
                        name.kind != "state" && name.kind != "organisation";
  if (tolerant) {
    by_first_sound_.at(sound_of(name.folded)).push_back({letter_sets(name.folded), index});
  }
  names_.push_back(std::move(name));
}

std::optional<std::uint32_t> Gazetteer::find(std::string_view folded) const {
  const auto at = by_folded_.find(folded);
  return at == by_folded_.end() ? std::nullopt : std::optional(at->second);
}

std::optional<std::uint32_t> Gazetteer::find_alike(std::string_view folded) const {
  if (folded.size() < kShortestTolerant) {
    return std::nullopt;
  }
  const LetterSets sets = letter_sets(folded);
  const auto& bucket = by_first_sound_.at(sound_of(folded));
  const auto alike = std::ranges::find_if(bucket, [&](const Sounding& other) {
    return may_be_alike(sets, other.sets) && spelled_alike(folded, names_[other.name].folded);
  });
  return alike == bucket.end() ? std::nullopt : std::optional(alike->name);
}

}  // namespace parallax
