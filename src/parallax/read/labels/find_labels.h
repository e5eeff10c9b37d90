#pragma once
#include <vector>

#include "parallax/read/quoted_words.h"

namespace parallax {

/// So-called with what it belongs to, and scare quotes: a few quoted words that are no name, no
/// exclamation, and that no attribution around them reports, ascending. `target` is the entity
/// inside or right behind the label, where there is one. Needs tokens, sentences, entities,
/// attributions.
std::vector<Label> find_labels(const Reading& reading, const QuoteLexicon& lexicon);

}  // namespace parallax
