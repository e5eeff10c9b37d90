#pragma once
#include <vector>

#include "parallax/read/attribution/word_classes.h"
#include "parallax/read/quoted_words.h"
#include "parallax/read/reading.h"
#include "parallax/text/data_files.h"
#include "parallax/text/phrase_table.h"

namespace parallax {

class AttributionModel;

/// What a pronoun, a title or a given name says of a person.
enum class Gender : std::uint8_t { male, female };

/// Reporting verbs, cue phrases and titles of one language. Immutable.
struct AttributionLexicon {
  enum class VerbForm : std::uint8_t { base, third_person, past, ing };
  /// Where the source stands beside a phrase; the last three name none: where it was said
  /// ("in a statement"), that it was said ("reportedly"), and the words themselves ("the slogan").
  enum class CuePosition : std::uint8_t {
    source_after,
    source_before,
    source_inside,
    medium,
    hedge,
    none
  };
  struct CuePhrase {
    Stance stance = Stance::say;
    CuePosition position = CuePosition::none;
  };
  enum class TitleKind : std::uint8_t { honorific, role, collective };
  /// Lexicographer classes (word_classes.tsv) as a noun and as a verb, numbered from 1 in the order
  /// of the file; 0: none known.
  struct WordKinds {
    std::uint8_t noun = 0;
    std::uint8_t verb = 0;
  };
  struct Verb {
    std::string lemma;
    Stance stance = Stance::say;
    std::uint16_t takes = 0;  ///< bits of `Takes`
    VerbForm form = VerbForm::base;
  };
  PhraseTable verb_phrases;  ///< into `verbs`
  std::vector<Verb> verbs;
  PhraseTable cue_phrases;  ///< into `cues`
  std::vector<CuePhrase> cues;
  WordTable<Stance> cue_nouns;  ///< "claim", "warning": those of the phrases behind a possessive
  PhraseTable titles;           ///< into `title_kinds`
  std::vector<TitleKind> title_kinds;
  WordTable<WordClass> function_words;
  WordTable<std::uint16_t> word_roles;  ///< bits of `Takes` and `WordRole`
  std::vector<std::string> adverb_endings;
  std::vector<std::string> past_endings;
  std::vector<std::string> participle_endings;
  std::vector<std::string> plural_endings;
  std::vector<std::string> singular_endings;  ///< "press" is no plural
  WordTable<bool> plurals;          ///< "people", "police": subjects of "say" without an s
  WordTable<bool> source_nouns;     ///< "poll", "letter": things that say something
  WordTable<bool> first_person;     ///< "I", "we": the voice that speaks anyway
  WordTable<WordKinds> word_kinds;  ///< by lemma
  std::vector<bool> speech_kinds;   ///< of each class: whether it is of speech or thought
  std::uint8_t person_kind = 0;     ///< the class of nouns for people
  QuoteLexicon quoted;
  WordTable<Gender> genders;      ///< of pronouns, titles and kinship
  WordTable<Gender> given_names;  ///< borne by one sex
  PhraseTable offices;            ///< names of offices; those of one office have one number

  static AttributionLexicon load(const DataFiles& data, std::string_view language);
};

/// Who says what: direct quotes with their cue wherever it stands, statements behind a reporting
/// verb, sources named by a phrase, the dash line after a quoted paragraph, "X added" resolved to
/// X, and attributions nested in contents. Needs tokens, sentences, entities. With a model, and
/// where syntax was read, those that only the model finds are added (join_tagged.h). `model` may be
/// null.
std::vector<Attribution> find_attributions(const Reading& reading,
                                           const AttributionLexicon& lexicon,
                                           const AttributionModel* model = nullptr);

/// Where a statement comes from: "many experts hold", "it is no secret that", "official data".
/// Needs tokens and sentences. The sources of the attributions found before are added; a group or a
/// described person counts only where it is such a source.
struct SourcingLexicon {
  PhraseTable phrases;  ///< into `kinds`
  std::vector<SourcingKind> kinds;
  PhraseTable quantifiers;
  PhraseTable anonymous_nouns;
  WordTable<bool> document_nouns;  ///< "poll", "letter"
  WordTable<bool> stops;           ///< words that no adjective between the two can be

  static SourcingLexicon load(const DataFiles& data, std::string_view language);
};
std::vector<Sourcing> find_sourcing(const Reading& reading, const SourcingLexicon& lexicon);

}  // namespace parallax
