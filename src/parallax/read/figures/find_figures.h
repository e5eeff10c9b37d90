#pragma once
#include <string>
#include <vector>

#include "parallax/read/pieces.h"
#include "parallax/read/reading.h"
#include "parallax/text/data_files.h"

namespace parallax {

/// What a word can be beside a number; data/lang/xx/figure_words.tsv says what each role means. The
/// last four come from function_words.tsv; `starts` marks the first words of bounds, number phrases
/// and currencies.
enum class FigureRole : std::uint8_t {
  article,
  range_to,
  range_from,
  range_between,
  range_and,
  of,
  by,
  lone,
  only,
  numbered,
  counter,
  change,
  reached,
  lasting,
  scope,
  scope_bound,
  since,
  scope_alone,
  scope_of,
  noun,
  relative,
  money_multiplier,
  plural_ending,
  no_plural_ending,
  not_head,
  ordinal_ending,
  decade_ending,
  many,
  each,
  noun_decides,
  of_people,
  thing,
  starts,
  function,
  determiner,
  preposition,
  auxiliary,
};

struct FigureWord {
  std::uint64_t roles = 0;  ///< a bit for each FigureRole
  double value = 0;         ///< of money_multiplier, many, scope_alone
  bool passive = false;     ///< an auxiliary before a participle: "were", "got"

  bool is(FigureRole role) const { return (roles >> static_cast<unsigned>(role) & 1U) != 0; }
};

/// Number words, bounds, units and what can be counted, in one language. Immutable.
struct FigureLexicon {
  enum class Bound : std::uint8_t {
    none,
    at_least,
    more_than,
    at_most,
    less_than,
    about,
    almost,
    exactly
  };
  struct Counted {
    std::string noun_class;  ///< empty when the phrase is no noun
    std::string verb_class;
    bool noun_decides = false;   ///< the verb leaves the noun its own class
    bool noun_of_event = false;  ///< the noun's class is also that of a verb: "deaths", "captives"
  };
  struct Unit {
    std::string unit;
    std::string kind;
    double factor = 1;      ///< to the base unit of the kind; days for durations
    bool capitals = false;  ///< an acronym, no word: "ALL", "TRY"

    /// May stand before its number: "$5", "magnitude 6".
    bool leads() const { return kind == "money" || kind == "magnitude"; }
  };

  NumberWords numbers;
  WordTable<FigureWord> words;
  Phrases bound_phrases;    ///< values are Bounds
  Phrases counted_phrases;  ///< into `counted`
  std::vector<Counted> counted;
  Phrases unit_phrases;  ///< into `units`
  std::vector<Unit> units;
  std::vector<std::string> plural_endings;
  std::vector<std::string> no_plural_endings;
  std::vector<std::string> no_noun_endings;

  static FigureLexicon load(const DataFiles& data, std::string_view language);
};

/// Numbers, ranges and vague amounts with what they count, ascending and not overlapping. Unit
/// names ("328th Regiment"), years, dates, list and law numbers, counters are no figures. Needs
/// tokens, sentences and timexes. `voice` stays absent: read_article fills it in.
std::vector<Figure> find_figures(const Reading& reading, const FigureLexicon& lexicon);

}  // namespace parallax
