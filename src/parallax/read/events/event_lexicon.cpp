#include "parallax/read/events/find_events.h"
#include "parallax/text/fold.h"
#include "parallax/text/tokens.h"

namespace parallax {
namespace {

Modality modality_of(std::string_view features) {
  for (const auto& [word, modality] : {std::pair{std::string_view("future"), Modality::future},
                                       {"possible", Modality::possible},
                                       {"conditional", Modality::conditional},
                                       {"ordered", Modality::ordered}}) {
    if (features.find(word) != std::string_view::npos) {
      return modality;
    }
  }
  return Modality::asserted;
}

void load_function_words(EventLexicon& lexicon, std::string_view tsv) {
  for (const auto& row : tsv_rows(tsv)) {
    const std::string form(cell(row, 0));
    const std::string_view classes = cell(row, 1);
    const std::string_view features = cell(row, 2);
    const auto is = [&classes](std::string_view name) {
      return classes.find(name) != std::string_view::npos;
    };
    if (is("modal") && !is("adverb_modal")) {
      lexicon.modals[form] = modality_of(features);
    }
    if (is("negator") || features.find("negative") != std::string_view::npos) {
      lexicon.negators[form] = true;
    }
    if (is("auxiliary")) {
      lexicon.auxiliaries[form] = true;
    }
    if (is("preposition")) {
      lexicon.prepositions[form] = true;
    }
    if ((is("subordinator") || is("complementiser")) && !is("preposition")) {
      lexicon.clause_openers[form] = true;
    }
  }
}

void add_word(EventLexicon& lexicon, std::string_view form, EventLexicon::Word word,
              const TokenRules& tokens) {
  lexicon.words.add(form, static_cast<std::uint32_t>(lexicon.entries.size()), tokens);
  lexicon.entries.push_back(std::move(word));
}

}  // namespace

EventLexicon EventLexicon::load(const DataFiles& data, std::string_view language) {
  EventLexicon lexicon;
  const TokenRules tokens = TokenRules::load(data, language);
  const std::string folder = "lang/" + std::string(language) + "/";
  WordMap<std::string> classes;
  for (const auto& row : tsv_rows(data.file(folder + "event_nouns.tsv"))) {
    classes[std::string(cell(row, 0))] = cell(row, 2);
    add_word(lexicon, cell(row, 0),
             {.lemma = std::string(cell(row, 1)),
              .event_class = std::string(cell(row, 2)),
              .is_noun = cell(row, 3) == "noun"},
             tokens);
  }
  for (const auto& row : tsv_rows(data.file(folder + "rival_words.tsv"))) {
    const auto known = classes.find(cell(row, 0));
    const std::string_view part = cell(row, 4);
    add_word(lexicon, cell(row, 0),
             {.lemma = std::string(cell(row, 1)),
              .event_class = known == classes.end() ? "" : known->second,
              .is_noun = part == "noun",
              .is_participle = part == "participle"},
             tokens);
  }
  for (const auto& row : tsv_rows(data.file(folder + "phases.tsv"))) {
    lexicon.phases.add(cell(row, 0), static_cast<std::uint32_t>(lexicon.phase_names.size()),
                       tokens);
    lexicon.phase_names.emplace_back(cell(row, 1));
  }
  load_function_words(lexicon, data.file(folder + "function_words.tsv"));
  return lexicon;
}

}  // namespace parallax
