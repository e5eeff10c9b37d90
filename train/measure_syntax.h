#pragma once
#include <span>

#include "parallax/read/syntax/syntax_model.h"
#include "parallax/text/conllu.h"

namespace parallax {

/// Figures in per cent of words, with the tokens of the gold; relations without subtypes.
struct SyntaxFigures {
  double upos = 0;
  double xpos = 0;
  double feats = 0;
  double lemma = 0;
  double uas = 0;
  double las = 0;
};

/// What the model reaches as the program reads with it.
SyntaxFigures measure_syntax(const SyntaxModel& model, std::span<const ConlluSentence> gold);

}  // namespace parallax
