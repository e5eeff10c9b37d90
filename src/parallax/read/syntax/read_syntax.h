#pragma once
#include <string_view>

#include "parallax/core/analysis.h"
#include "parallax/read/syntax/syntax_model.h"

namespace parallax {

/// Tags, lemmas and trees: fills `upos`, `xpos`, `feats`, `lemma`, `head` and `deprel` of
/// `analysis.tokens`, and `analysis.strings`. Takes `sentences` and `tokens` as they are; what
/// stood in the fields before is overwritten. Each sentence gets one tree with one root, whatever
/// the text is. A sentence of more words than `kMostWordsParsed` is parsed in pieces, whose roots
/// hang on the first one's, and gets a note.
void read_syntax(std::string_view text, const SyntaxModel& model, Analysis& analysis);

constexpr std::uint32_t kMostWordsParsed = 256;

}  // namespace parallax
