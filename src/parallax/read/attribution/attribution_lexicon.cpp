#include <array>
#include <utility>

#include "parallax/core/names_of_values.h"
#include "parallax/read/attribution/find_attributions.h"
#include "parallax/text/fold.h"
#include "parallax/text/tokens.h"

namespace parallax {
namespace {

using Lexicon = AttributionLexicon;

std::string data_name(std::string_view language, std::string_view file) {
  return "lang/" + std::string(language) + "/" + std::string(file);
}

// Phrases with an apostrophe stand in texts with either kind.
void add_phrase(PhraseTable& table, std::string_view phrase, std::uint32_t value,
                const TokenRules& tokens) {
  table.add(phrase, value, tokens);
  if (const auto mark = phrase.find('\''); mark != std::string_view::npos) {
    std::string typed(phrase);
    typed.replace(mark, 1, "’");
    table.add(typed, value, tokens);
  }
}

std::uint16_t takes_of(std::string_view list) {
  static constexpr std::array<std::pair<std::string_view, std::uint16_t>, 14> kNames{{
      {"clause", kTakesClause},
      {"object", kTakesObject},
      {"quote", kTakesQuote},
      {"for", kTakesFor},
      {"of", kTakesOf},
      {"to", kTakesTo},
      {"on", kTakesOn},
      {"about", kTakesAbout},
      {"as", kTakesAs},
      {"weak", kWeak},
      {"agent", kRoleAgent},
      {"aside", kRoleAside},
      {"indefinite", kRoleIndefinite},
      {"thing", kRoleThing},
  }};
  std::uint16_t takes = 0;
  for (const std::string_view part : split_list(list, ',')) {
    for (const auto& [name, bit] : kNames) {
      takes = part == name ? static_cast<std::uint16_t>(takes | bit) : takes;
    }
  }
  return takes;
}

std::string_view first_word(std::string_view phrase) { return phrase.substr(0, phrase.find(' ')); }

Lexicon::VerbForm form_of(std::string_view form, std::string_view lemma) {
  const std::string_view word = first_word(form);
  if (word.ends_with("ing") && word != first_word(lemma)) {
    return Lexicon::VerbForm::ing;
  }
  if (word == first_word(lemma)) {
    return Lexicon::VerbForm::base;
  }
  return word.ends_with('s') ? Lexicon::VerbForm::third_person : Lexicon::VerbForm::past;
}

void load_verbs(Lexicon& lexicon, std::string_view bytes, const TokenRules& tokens) {
  for (const auto& row : tsv_rows(bytes)) {
    const auto stance = from_string<Stance>(cell(row, 2));
    if (!stance || cell(row, 0).empty()) {
      continue;
    }
    add_phrase(lexicon.verb_phrases, cell(row, 0), static_cast<std::uint32_t>(lexicon.verbs.size()),
               tokens);
    lexicon.verbs.push_back({std::string(cell(row, 1)), *stance, takes_of(cell(row, 3)),
                             form_of(cell(row, 0), cell(row, 1))});
  }
}

Lexicon::CuePosition position_of(std::string_view name) {
  using enum Lexicon::CuePosition;
  if (name == "source_after") {
    return source_after;
  }
  if (name == "source_before") {
    return source_before;
  }
  if (name == "source_inside") {
    return source_inside;
  }
  if (name == "hedge") {
    return hedge;
  }
  return name == "medium" || name == "recipient_after" ? medium : none;
}

void load_cue_phrases(Lexicon& lexicon, std::string_view bytes, const TokenRules& tokens) {
  for (const auto& row : tsv_rows(bytes)) {
    const auto stance = from_string<Stance>(cell(row, 1));
    const std::string_view phrase = cell(row, 0);
    if (!stance || phrase.empty() || phrase.find('*') != std::string_view::npos) {
      continue;  // "as * said": the rules for "as" read these
    }
    add_phrase(lexicon.cue_phrases, phrase, static_cast<std::uint32_t>(lexicon.cues.size()),
               tokens);
    lexicon.cues.push_back({*stance, position_of(cell(row, 2))});
    if (constexpr std::string_view kPossessive = "'s "; phrase.starts_with(kPossessive)) {
      lexicon.cue_nouns[phrase.substr(kPossessive.size())] = *stance;
    }
  }
}

void load_titles(Lexicon& lexicon, std::string_view bytes, const TokenRules& tokens) {
  for (const auto& row : tsv_rows(bytes)) {
    const std::string_view kind = cell(row, 1);
    add_phrase(lexicon.titles, cell(row, 0), static_cast<std::uint32_t>(lexicon.title_kinds.size()),
               tokens);
    lexicon.title_kinds.push_back(kind == "honorific"    ? Lexicon::TitleKind::honorific
                                  : kind == "collective" ? Lexicon::TitleKind::collective
                                                         : Lexicon::TitleKind::role);
  }
}

std::optional<WordClass> class_of(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, WordClass>, 25> kNames{{
      {"word", WordClass::word},
      {"subject_pronoun", WordClass::subject_pronoun},
      {"object_pronoun", WordClass::object_pronoun},
      {"pronoun", WordClass::pronoun},
      {"relative", WordClass::relative},
      {"that", WordClass::that},
      {"to", WordClass::to},
      {"possessive", WordClass::possessive},
      {"determiner", WordClass::determiner},
      {"conjunction", WordClass::conjunction},
      {"contrast", WordClass::contrast},
      {"question", WordClass::question},
      {"subordinator", WordClass::subordinator},
      {"be", WordClass::be},
      {"have", WordClass::have},
      {"do_form", WordClass::do_form},
      {"modal", WordClass::modal},
      {"negation", WordClass::negation},
      {"adverb", WordClass::adverb},
      {"preposition", WordClass::preposition},
      {"genitive", WordClass::genitive},
      // the classes of function_words.tsv that are named otherwise
      {"adverb_modal", WordClass::adverb},
      {"negator", WordClass::negation},
      {"complementiser", WordClass::question},
      {"particle", WordClass::to},
  }};
  for (const auto& [known, word] : kNames) {
    if (known == name) {
      return word;
    }
  }
  return std::nullopt;
}

std::vector<std::string>* endings_of(Lexicon& lexicon, std::string_view name) {
  return name == "suffix_adverb"       ? &lexicon.adverb_endings
         : name == "suffix_past"       ? &lexicon.past_endings
         : name == "suffix_participle" ? &lexicon.participle_endings
         : name == "suffix_plural"     ? &lexicon.plural_endings
         : name == "suffix_singular"   ? &lexicon.singular_endings
                                       : nullptr;
}

void load_words(Lexicon& lexicon, std::string_view bytes, bool replace) {
  for (const auto& row : tsv_rows(bytes)) {
    const std::string_view form = cell(row, 0);
    const std::string_view name = cell(row, 1);
    if (name == "plural" || name == "source_noun" || name == "first_person") {
      auto& list = name == "plural"        ? lexicon.plurals
                   : name == "source_noun" ? lexicon.source_nouns
                                           : lexicon.first_person;
      list[ascii_lower(form)] = true;
      continue;
    }
    if (auto* endings = endings_of(lexicon, name)) {
      endings->emplace_back(form.substr(form.starts_with('-') ? 1 : 0));
      continue;
    }
    if (replace && !cell(row, 2).empty()) {
      lexicon.word_roles[ascii_lower(form)] = takes_of(cell(row, 2));
    }
    const auto word = class_of(name);
    if (!word || form.find(' ') != std::string_view::npos) {
      continue;
    }
    const std::string lower = ascii_lower(form);
    if (replace || !lexicon.function_words.contains(lower)) {
      lexicon.function_words[lower] = *word;
    }
  }
}

void load_word_kinds(Lexicon& lexicon, std::string_view bytes) {
  std::uint8_t number = 0;
  lexicon.speech_kinds = {false};
  for (const auto& row : tsv_rows(bytes)) {
    if (number == UINT8_MAX) {
      return;
    }
    ++number;
    const std::string_view name = cell(row, 0);
    const bool noun = name.starts_with("noun.");
    lexicon.person_kind = name == "noun.person" ? number : lexicon.person_kind;
    lexicon.speech_kinds.push_back(name.ends_with(".communication") ||
                                   name.ends_with(".cognition"));
    for (const std::string_view word : split_list(cell(row, 1), ' ')) {
      auto& kinds = lexicon.word_kinds[word];
      (noun ? kinds.noun : kinds.verb) = number;
    }
  }
}

void load_people(Lexicon& lexicon, std::string_view genders, std::string_view offices,
                 const TokenRules& tokens) {
  for (const auto& row : tsv_rows(genders)) {
    auto& table = cell(row, 2) == "name" ? lexicon.given_names : lexicon.genders;
    table[ascii_lower(cell(row, 0))] = cell(row, 1) == "female" ? Gender::female : Gender::male;
  }
  std::uint32_t office = 0;
  for (const auto& row : tsv_rows(offices)) {
    for (const std::string_view name : split_list(cell(row, 0), ';')) {
      lexicon.offices.add(name, office, tokens);
    }
    ++office;
  }
}

}  // namespace

AttributionLexicon AttributionLexicon::load(const DataFiles& data, std::string_view language) {
  AttributionLexicon lexicon;
  const TokenRules tokens = TokenRules::load(data, language);
  load_verbs(lexicon, data.file(data_name(language, "reporting_verbs.tsv")), tokens);
  load_cue_phrases(lexicon, data.file(data_name(language, "cue_phrases.tsv")), tokens);
  load_titles(lexicon, data.file(data_name(language, "titles.tsv")), tokens);
  load_words(lexicon, data.file(data_name(language, "attribution_words.tsv")), true);
  load_words(lexicon, data.file(data_name(language, "function_words.tsv")), false);
  load_people(lexicon, data.file(data_name(language, "gender.tsv")),
              data.file(data_name(language, "offices.tsv")), tokens);
  lexicon.quoted = QuoteLexicon::load(data, language);
  load_word_kinds(lexicon, data.file(data_name(language, "word_classes.tsv")));
  return lexicon;
}

}  // namespace parallax
