#include "parallax/core/names_of_values.h"
#include "parallax/read/entities/find_entities.h"
#include "parallax/text/fold.h"
#include "parallax/text/tokens.h"

namespace parallax {
namespace {

std::uint32_t gloss_kind(std::string_view name) {
  const auto kind = from_string<GlossKind>(name);
  return static_cast<std::uint32_t>(kind.value_or(GlossKind::also_known_as));
}

}  // namespace

EntityLexicon EntityLexicon::load(const DataFiles& data, std::string_view language) {
  EntityLexicon lexicon;
  const std::string folder = "lang/" + std::string(language) + "/";
  const TokenRules tokens = TokenRules::load(data, language);
  lexicon.gazetteer = Gazetteer::load(data, tokens);
  for (const auto& row : tsv_rows(data.file(folder + "titles.tsv"))) {
    lexicon.titles.add(cell(row, 0), 0, tokens);
  }
  for (const auto& row : tsv_rows(data.file(folder + "place_words.tsv"))) {
    const auto type = from_string<EntityType>(cell(row, 1)).value_or(EntityType::place);
    if (!lexicon.head_nouns.contains(cell(row, 0))) {
      lexicon.head_nouns[cell(row, 0)] = type;
    }
  }
  for (const auto& row : tsv_rows(data.file(folder + "event_nouns.tsv"))) {
    if (cell(row, 3) == "noun") {
      lexicon.event_nouns[cell(row, 0)] = true;
    }
  }
  for (const GazetteerName& name : lexicon.gazetteer.names()) {
    const std::size_t space = name.folded.rfind(' ');
    if (space != std::string::npos && lexicon.event_nouns.contains(name.folded.substr(space + 1))) {
      lexicon.event_groups[name.group] = true;
    }
  }
  for (const auto& row : tsv_rows(data.file(folder + "months.tsv"))) {
    lexicon.months[ascii_lower(cell(row, 0))] = true;
  }
  for (const auto& row : tsv_rows(data.file(folder + "not_names.tsv"))) {
    lexicon.not_names[ascii_lower(cell(row, 0))] = true;
  }
  for (const auto& row : tsv_rows(data.file(folder + "function_words.tsv"))) {
    lexicon.function_words[cell(row, 0)] = true;
  }
  for (const auto& row : tsv_rows(data.file(folder + "naming_cues.tsv"))) {
    lexicon.naming_cues.add(cell(row, 0), gloss_kind(cell(row, 1)), tokens);
  }
  return lexicon;
}

}  // namespace parallax
