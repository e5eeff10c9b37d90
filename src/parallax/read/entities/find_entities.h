#pragma once
#include <vector>

#include "parallax/read/reading.h"
#include "parallax/text/data_files.h"
#include "parallax/text/phrase_table.h"

namespace parallax {

/// One name of the gazetteer.
struct GazetteerName {
  std::string kind;   ///< state people capital organisation place rival
  std::string group;  ///< the referent's key
  std::string name;   ///< the name that its spellings stand for
};

/// The gazetteer and the words that make or unmake a name. Immutable.
struct EntityLexicon {
  std::vector<GazetteerName> names;
  PhraseTable name_phrases;     ///< into `names`; words in ASCII lower case
  WordMap<std::uint32_t> folded_names;  ///< folded spelling to `names`
  PhraseTable titles;           ///< into `title_kinds`
  std::vector<std::string> title_kinds;
  WordMap<EntityType> head_nouns;  ///< "ministry", "river": a name that ends so is one
  WordMap<bool> not_names;
  WordMap<std::string> function_words;

  static EntityLexicon load(const DataFiles& data, std::string_view language);
};

struct EntityReading {
  std::vector<Entity> entities;
  std::vector<Gloss> glosses;
};

/// Who and what the article names, each under one canonical name, with its own table of aliases; and its glosses.
/// Needs tokens and sentences.
EntityReading find_entities(const Reading& reading, const EntityLexicon& lexicon);

}  // namespace parallax
