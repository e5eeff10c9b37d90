#pragma once
#include <vector>

#include "parallax/read/reading.h"
#include "parallax/text/data_files.h"
#include "parallax/text/phrase_table.h"

namespace parallax {

/// Reporting verbs, cue phrases and titles of one language. Immutable.
struct AttributionLexicon {
  struct Verb {
    std::string lemma;
    Stance stance = Stance::say;
    std::string construction;  ///< comma list, see data/lang/en/reporting_verbs.tsv
  };
  PhraseTable verb_phrases;  ///< into `verbs`
  std::vector<Verb> verbs;
  PhraseTable cue_phrases;  ///< into `cue_stances`
  std::vector<Stance> cue_stances;
  PhraseTable titles;  ///< into `title_kinds`
  std::vector<std::string> title_kinds;
  WordMap<std::string> function_words;

  static AttributionLexicon load(const DataFiles& data, std::string_view language);
};

/// Who says what: direct quotes with their cue wherever it stands, statements behind a reporting verb, sources named by a phrase, the
/// dash line after a quoted paragraph, "X added" resolved to X, and attributions nested in contents. Needs tokens, sentences, entities.
std::vector<Attribution> find_attributions(const Reading& reading, const AttributionLexicon& lexicon);

/// Where a statement comes from: "many experts hold", "it is no secret that", "official data". Needs tokens and sentences.
struct SourcingLexicon {
  PhraseTable phrases;  ///< into `kinds`
  std::vector<SourcingKind> kinds;
  WordMap<bool> quantifiers;
  WordMap<bool> anonymous_nouns;

  static SourcingLexicon load(const DataFiles& data, std::string_view language);
};
std::vector<Sourcing> find_sourcing(const Reading& reading, const SourcingLexicon& lexicon);

}  // namespace parallax
