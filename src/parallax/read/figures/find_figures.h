#pragma once
#include <vector>

#include "parallax/read/reading.h"
#include "parallax/text/data_files.h"
#include "parallax/text/phrase_table.h"

namespace parallax {

/// Number words, bounds, units and what can be counted, in one language. Immutable; the .cpp says what is inside.
class FigureLexicon {
 public:
  static FigureLexicon load(const DataFiles& data, std::string_view language);

  struct Number {
    double low = 0;
    double high = 0;
    std::string kind;  ///< cardinal ordinal multiplier fraction vague
  };
  struct Counted {
    std::string counted_class;
    bool is_verb = false;
  };
  struct Unit {
    std::string unit;
    std::string kind;
    double factor = 1;  ///< to the base unit of the kind; days for durations
  };
  PhraseTable number_phrases;  ///< into `numbers`
  std::vector<Number> numbers;
  PhraseTable bound_phrases;  ///< into `bounds`
  std::vector<std::string> bounds;
  PhraseTable counted_phrases;  ///< into `counted`
  std::vector<Counted> counted;
  PhraseTable unit_phrases;  ///< into `units`
  std::vector<Unit> units;
};

/// Numbers, ranges and vague amounts with what they count, ascending and not overlapping. Unit names ("328th Regiment"), years, dates,
/// list and law numbers, counters are no figures. Needs tokens, sentences and timexes. `voice` stays absent: read_article fills it in.
std::vector<Figure> find_figures(const Reading& reading, const FigureLexicon& lexicon);

}  // namespace parallax
