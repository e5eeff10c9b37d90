#include "train/measure_syntax.h"

#include "parallax/read/syntax/read_syntax.h"

namespace parallax {
namespace {

std::string_view without_subtype(std::string_view relation) {
  return relation.substr(0, relation.find(':'));
}

}  // namespace

SyntaxFigures measure_syntax(const SyntaxModel& model, std::span<const ConlluSentence> gold) {
  ConlluText read = text_of(gold);
  read_syntax(read.text, model, read.analysis);
  SyntaxFigures figures;
  std::size_t at = 0;
  for (const ConlluSentence& sentence : gold) {
    for (const ConlluWord& right : sentence.words) {
      const Token& token = read.analysis.tokens[at++];
      const auto add = [](double& figure, bool is_right) { figure += is_right ? 1 : 0; };
      const bool head = token.head == right.head;
      add(figures.upos, token.upos == right.upos);
      add(figures.xpos, read.analysis.string(token.xpos) == right.xpos);
      add(figures.feats, read.analysis.string(token.feats) == right.feats);
      add(figures.lemma, right.lemma.empty() || read.analysis.string(token.lemma) == right.lemma);
      add(figures.uas, head);
      add(figures.las, head && without_subtype(read.analysis.string(token.deprel)) ==
                                   without_subtype(right.deprel));
    }
  }
  for (double* figure :
       {&figures.upos, &figures.xpos, &figures.feats, &figures.lemma, &figures.uas, &figures.las}) {
    *figure *= at == 0 ? 0 : 100.0 / static_cast<double>(at);
  }
  return figures;
}

}  // namespace parallax
