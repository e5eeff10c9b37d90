#pragma once
#include <span>

#include "parallax/learn/model_file.h"
#include "parallax/text/conllu.h"

namespace parallax {

using Treebank = std::span<const ConlluSentence>;

/// Learns what `Lemmas` (read/syntax/lemmas.h) reads, from words with tags and lemmas; writes the
/// sections "lemma.*". Deterministic; linear, some seconds for half a million words.
///
/// Where treebanks disagree on a word's lemma each has one vote, however large it is: words count
/// as shares of their treebank. Give it gold tags: with predicted ones beside them the lemmas of
/// dev were 0.1 points worse.
void train_lemmas(std::span<const Treebank> treebanks, ModelWriter& writer);

/// One treebank, or several that vote by their size.
void train_lemmas(Treebank corpus, ModelWriter& writer);

}  // namespace parallax
