#include <algorithm>
#include <array>

#include "parallax/read/figures/find_figures.h"
#include "parallax/text/fold.h"

namespace parallax {
namespace {

using Bound = FigureLexicon::Bound;

template <typename T>
struct Named {
  std::string_view name;
  T value;
};

constexpr std::array kRoles = {
    Named{"article", FigureRole::article},
    Named{"range_to", FigureRole::range_to},
    Named{"range_from", FigureRole::range_from},
    Named{"range_between", FigureRole::range_between},
    Named{"range_and", FigureRole::range_and},
    Named{"of", FigureRole::of},
    Named{"by", FigureRole::by},
    Named{"lone", FigureRole::lone},
    Named{"only", FigureRole::only},
    Named{"numbered", FigureRole::numbered},
    Named{"counter", FigureRole::counter},
    Named{"change", FigureRole::change},
    Named{"reached", FigureRole::reached},
    Named{"lasting", FigureRole::lasting},
    Named{"scope", FigureRole::scope},
    Named{"scope_bound", FigureRole::scope_bound},
    Named{"since", FigureRole::since},
    Named{"scope_alone", FigureRole::scope_alone},
    Named{"scope_of", FigureRole::scope_of},
    Named{"noun", FigureRole::noun},
    Named{"relative", FigureRole::relative},
    Named{"money_multiplier", FigureRole::money_multiplier},
    Named{"not_head", FigureRole::not_head},
    Named{"ordinal_ending", FigureRole::ordinal_ending},
    Named{"decade_ending", FigureRole::decade_ending},
    Named{"many", FigureRole::many},
    Named{"noun_decides", FigureRole::noun_decides},
    Named{"of_people", FigureRole::of_people},
    Named{"thing", FigureRole::thing},
    Named{"each", FigureRole::each},
    Named{"determiner", FigureRole::determiner},
    Named{"possessive", FigureRole::determiner},
    Named{"pronoun", FigureRole::determiner},
    Named{"preposition", FigureRole::preposition},
    Named{"auxiliary", FigureRole::auxiliary},
    Named{"modal", FigureRole::auxiliary},
    Named{"negator", FigureRole::auxiliary},
};
constexpr std::array kBounds = {
    Named{"at_least", Bound::at_least}, Named{"more_than", Bound::more_than},
    Named{"at_most", Bound::at_most},   Named{"less_than", Bound::less_than},
    Named{"about", Bound::about},       Named{"almost", Bound::almost},
    Named{"exactly", Bound::exactly},
};

void give(FigureWord& word, FigureRole role) {
  word.roles |= std::uint64_t{1} << static_cast<unsigned>(role);
}

void give_named(FigureWord& word, std::string_view name) {
  for (const auto& role : kRoles) {
    if (role.name == name) {
      give(word, role.value);
    }
  }
}

/// The first word of a phrase, as pieces are cut.
std::string_view first_word(std::string_view phrase) {
  return phrase.substr(0, std::max<std::size_t>(1, phrase.find_first_of(" -./")));
}

void load_words(FigureLexicon& lexicon, const DataFiles& data, const std::string& folder) {
  for (const auto& row : tsv_rows(data.file(folder + "function_words.tsv"))) {
    FigureWord& word = lexicon.words[ascii_lower(cell(row, 0))];
    give(word, FigureRole::function);
    give_named(word, cell(row, 1));
    const std::string_view features = cell(row, 2);
    word.passive = word.passive || features.starts_with("be") || features.starts_with("passive");
  }
  for (const auto& row : tsv_rows(data.file(folder + "figure_words.tsv"))) {
    if (cell(row, 1) == "plural_ending") {
      lexicon.plural_endings.emplace_back(cell(row, 0));
    } else if (cell(row, 1) == "no_plural_ending") {
      lexicon.no_plural_endings.emplace_back(cell(row, 0));
    } else if (cell(row, 1) == "no_noun_ending") {
      lexicon.no_noun_endings.emplace_back(cell(row, 0));
    } else {
      FigureWord& word = lexicon.words[cell(row, 0)];
      give_named(word, cell(row, 1));
      word.value = cell(row, 2).empty() ? word.value : number_cell(row, 2);
    }
  }
}

void load_counted(FigureLexicon& lexicon, std::string_view bytes) {
  WordMap<std::uint32_t> known;
  for (const auto& row : tsv_rows(bytes)) {
    const std::string phrase = ascii_lower(cell(row, 0));
    const auto [at, fresh] =
        known.try_emplace(phrase, static_cast<std::uint32_t>(lexicon.counted.size()));
    if (fresh) {
      lexicon.counted.emplace_back();
      lexicon.counted_phrases.add(phrase, at->second);
    }
    FigureLexicon::Counted& counted = lexicon.counted[at->second];
    std::string& wanted = cell(row, 2) == "verb" ? counted.verb_class : counted.noun_class;
    wanted = wanted.empty() ? cell(row, 1) : wanted;
  }
  WordMap<bool> verb_classes;
  for (const FigureLexicon::Counted& counted : lexicon.counted) {
    verb_classes.try_emplace(counted.verb_class, true);
  }
  for (FigureLexicon::Counted& counted : lexicon.counted) {
    const FigureWord* verb = lexicon.words.find(counted.verb_class);
    counted.noun_decides = verb != nullptr && verb->is(FigureRole::noun_decides);
    counted.noun_of_event =
        !counted.noun_class.empty() && verb_classes.contains(counted.noun_class);
  }
}

void load_units(FigureLexicon& lexicon, std::string_view bytes) {
  for (const auto& row : tsv_rows(bytes)) {
    const std::string_view word = cell(row, 0);
    const bool letters =
        std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    lexicon.unit_phrases.add(ascii_lower(word), static_cast<std::uint32_t>(lexicon.units.size()));
    lexicon.units.push_back({.unit = std::string(cell(row, 1)),
                             .kind = std::string(cell(row, 2)),
                             .factor = number_cell(row, 3),
                             .capitals = letters && word.size() > 1});
    if (lexicon.units.back().leads()) {
      give(lexicon.words[first_word(ascii_lower(word))], FigureRole::starts);
    }
  }
}

}  // namespace

FigureLexicon FigureLexicon::load(const DataFiles& data, std::string_view language) {
  FigureLexicon lexicon;
  const std::string folder = "lang/" + std::string(language) + "/";
  lexicon.numbers = NumberWords::load(data, language);
  load_words(lexicon, data, folder);
  load_counted(lexicon, data.file(folder + "counted.tsv"));
  for (const auto& row : tsv_rows(data.file(folder + "numbers.tsv"))) {
    if (cell(row, 0).find(' ') != std::string_view::npos) {
      give(lexicon.words[first_word(ascii_lower(cell(row, 0)))], FigureRole::starts);
    }
  }
  load_units(lexicon, data.file(folder + "units.tsv"));
  for (const auto& row : tsv_rows(data.file(folder + "bounds.tsv"))) {
    const auto* const bound = std::find_if(kBounds.begin(), kBounds.end(), [&](const auto& name) {
      return name.name == cell(row, 1);
    });
    if (bound != kBounds.end()) {
      give(lexicon.words[first_word(ascii_lower(cell(row, 0)))], FigureRole::starts);
      lexicon.bound_phrases.add(ascii_lower(cell(row, 0)),
                                static_cast<std::uint32_t>(bound->value));
    }
  }
  return lexicon;
}

}  // namespace parallax
