#pragma once
#include <vector>

#include "parallax/read/reading.h"
#include "parallax/text/data_files.h"
#include "parallax/text/gazetteer.h"
#include "parallax/text/phrase_table.h"

namespace parallax {

/// The gazetteer and the words that make or unmake a name. Immutable.
struct EntityLexicon {
  Gazetteer gazetteer;
  PhraseTable titles;
  WordTable<EntityType> head_nouns;  ///< a name that ends in "ministry" or "river" is one
  WordTable<bool> event_nouns;
  WordTable<bool> not_names;
  WordTable<bool> function_words;
  WordTable<bool> months;
  WordTable<bool> event_groups;  ///< groups of the gazetteer that name a war or an operation
  PhraseTable naming_cues;       ///< to GlossKind

  static EntityLexicon load(const DataFiles& data, std::string_view language);
};

struct EntityReading {
  std::vector<Entity> entities;
  std::vector<Gloss> glosses;
};

/// Who and what the article names, each under one canonical name, with its own table of aliases;
/// and its glosses. Needs tokens and sentences.
EntityReading find_entities(const Reading& reading, const EntityLexicon& lexicon);

}  // namespace parallax
