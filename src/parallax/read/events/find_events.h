#pragma once
#include <string>
#include <vector>

#include "parallax/read/reading.h"
#include "parallax/text/data_files.h"
#include "parallax/text/phrase_table.h"

namespace parallax {

/// The words of one language that name events, and what stands around them. Immutable.
struct EventLexicon {
  struct Word {
    std::string lemma;
    std::string event_class;  ///< PLOVER
    bool is_noun = false;
    bool is_participle = false;
  };
  PhraseTable words;  ///< into `entries`: event nouns and verbs, rival words
  std::vector<Word> entries;
  PhraseTable phases;  ///< into `phase_names`: "began", "took effect"
  std::vector<std::string> phase_names;
  WordTable<Modality> modals;
  WordTable<bool> negators;
  WordTable<bool> auxiliaries;
  WordTable<bool> prepositions;
  WordTable<bool>
      clause_openers;  ///< subordinators, relatives: a role is not looked for across one

  static EventLexicon load(const DataFiles& data, std::string_view language);
};

/// What is said to have happened, first version: words of the lexicon with the nearest names in
/// their clause as actor, target and place, and the nearest date of their sentence. `mode` is the
/// phase (begin, happen, end) where one is said. Ascending. Needs tokens, sentences, timexes,
/// entities. `voice` stays absent: read_article fills it in.
std::vector<Event> find_events(const Reading& reading, const EventLexicon& lexicon);

}  // namespace parallax
