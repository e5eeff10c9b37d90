#pragma once
#include <cstdint>
#include <span>

#include "parallax/learn/model_file.h"
#include "parallax/text/conllu.h"
#include "parallax/text/sentences.h"

namespace parallax {

/// Learns where sentences end, from sentences in the order of their articles: their `# text` lines,
/// joined by a space, are paragraphs, which begin at `# newpar` and `# newdoc`. Writes the sections
/// "ends.*" that SentenceEnds reads. Deterministic.
void train_sentence_ends(std::span<const ConlluSentence> corpus, const SentenceRules& rules,
                         std::uint32_t seed, ModelWriter& out);

}  // namespace parallax
