#pragma once
#include <vector>

#include "parallax/read/reading.h"
#include "parallax/text/data_files.h"
#include "parallax/text/phrase_table.h"

namespace parallax {

/// The words that put a name at a distance ("so-called", "self-styled"). Immutable.
struct LabelLexicon {
  PhraseTable so_called;
  WordTable<bool> function_words;  ///< words after which a short quotation is a name or a
                                   ///< statement, no scare quote

  static LabelLexicon load(const DataFiles& data, std::string_view language);
};

/// Scare quotes (up to four quoted words with no cue around them) and so-called, ascending.
/// `target` is the entity inside or right behind the label, where there is one. Needs tokens,
/// sentences, entities, attributions.
std::vector<Label> find_labels(const Reading& reading, const LabelLexicon& lexicon);

}  // namespace parallax
