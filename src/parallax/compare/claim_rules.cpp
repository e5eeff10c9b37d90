#include "parallax/compare/claim_rules.h"

#include <algorithm>

#include "parallax/compare/compare.h"
#include "parallax/text/fold.h"
#include "parallax/text/tokens.h"

namespace parallax {
namespace {

GroupAbout about_from(std::string_view name) {
  return name == "place"   ? GroupAbout::place
         : name == "body"  ? GroupAbout::body
         : name == "state" ? GroupAbout::state
                           : GroupAbout::target;
}

FigureScope scope_from(std::string_view name) {
  if (name == "whole") {
    return FigureScope::whole;
  }
  return name == "until"  ? FigureScope::until
         : name == "part" ? FigureScope::part
                          : FigureScope::forecast;
}

void load_names(ClaimRules& rules, const DataFiles& data, const TokenRules& tokens) {
  rules.gazetteer = Gazetteer::load(data, tokens);
  for (const GazetteerName& name : rules.gazetteer.names()) {
    rules.known_names.try_emplace(name.key(), name.name);
    if (name.kind == "state") {
      rules.states.insert(name.group);
    }
  }
}

void load_rivals(ClaimRules& rules, const DataFiles& data, const std::string& folder) {
  for (const auto& row : tsv_rows(data.file(folder + "rival_groups.tsv"))) {
    rules.groups[std::string(cell(row, 0))] = {.about = about_from(cell(row, 1)),
                                               .standing = cell(row, 2) == "standing",
                                               .title = std::string(cell(row, 3)),
                                               .counts = std::string(cell(row, 4))};
  }
  for (const auto& row : tsv_rows(data.file(folder + "rival_words.tsv"))) {
    if (!rules.groups.contains(cell(row, 2))) {
      continue;
    }
    const RivalWord word{std::string(cell(row, 2)), std::string(cell(row, 3))};
    auto& meanings = rules.rival_words[ascii_lower(cell(row, 0))];
    if (std::ranges::find(meanings, word) == meanings.end()) {  // a form may be verb and participle
      meanings.push_back(word);
    }
  }
  for (const auto& row : tsv_rows(data.file(folder + "rival_positions.tsv"))) {
    const std::string group = std::string(cell(row, 0)) + " ";
    const std::string a = group + std::string(cell(row, 1));
    const std::string b = group + std::string(cell(row, 2));
    rules.rival_positions.insert({a, b});
    rules.rival_positions.insert({b, a});
  }
}

}  // namespace

std::shared_ptr<const ClaimRules> load_claim_rules(const DataFiles& data,
                                                   std::string_view language) {
  auto rules = std::make_shared<ClaimRules>();
  const std::string folder = "lang/" + std::string(language) + "/";
  const TokenRules tokens = TokenRules::load(data, language);
  load_names(*rules, data, tokens);
  load_rivals(*rules, data, folder);
  for (const auto& row : tsv_rows(data.file(folder + "place_levels.tsv"))) {
    (cell(row, 1) == "site" ? rules->sites : rules->named_places)[std::string(cell(row, 0))] = true;
  }
  for (const auto& row : tsv_rows(data.file(folder + "figure_scopes.tsv"))) {
    rules->figure_scopes.add(cell(row, 0), static_cast<std::uint32_t>(scope_from(cell(row, 1))),
                             tokens);
  }
  for (const auto& row : tsv_rows(data.file(folder + "titles.tsv"))) {
    if (cell(row, 1) == "role") {
      rules->role_titles.add(cell(row, 0), static_cast<std::uint32_t>(rules->titles.size()),
                             tokens);
      rules->titles.emplace_back(ascii_lower(cell(row, 0)));
    }
  }
  for (const auto& row : tsv_rows(data.file(folder + "location_verbs.tsv"))) {
    rules->location_verbs.add(cell(row, 0), 0, tokens);
  }
  for (const auto& row : tsv_rows(data.file(folder + "outcomes.tsv"))) {
    rules->counted_classes[std::string(cell(row, 0))] = {.outcome = cell(row, 1) == "outcome",
                                                         .title = std::string(cell(row, 2))};
  }
  for (const auto& row : tsv_rows(data.file(folder + "units.tsv"))) {
    rules->units.try_emplace(std::string(cell(row, 1)),
                             UnitSize{std::string(cell(row, 2)), number_cell(row, 3)});
  }
  return rules;
}

}  // namespace parallax
