#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "parallax/core/result.h"
#include "parallax/read/sentences/sentence_ends.h"
#include "parallax/read/syntax/lemmas.h"
#include "parallax/read/syntax/syntax_network.h"

namespace parallax {

/// What syntax is read with: the models of one language out of one model file. A view into bytes
/// that outlive it; immutable; any thread may use it.
class SyntaxModel {
 public:
  /// Fails with bad_format or newer_version, in one sentence.
  static Result<SyntaxModel> open(std::string_view bytes, std::string_view language);
  /// The program's own. Fails with not_found where it has none for this language.
  static Result<SyntaxModel> built_in(std::string_view language);

  const SentenceEnds& sentence_ends() const { return sentence_ends_; }
  const SyntaxNetwork& network() const { return network_; }
  const Lemmas& lemmas() const { return lemmas_; }
  const std::vector<std::string>& xpos() const { return xpos_; }
  const std::vector<std::string>& feats() const { return feats_; }
  const std::vector<std::string>& deprel() const { return deprel_; }

 private:
  SentenceEnds sentence_ends_;
  SyntaxNetwork network_;
  Lemmas lemmas_;
  std::vector<std::string> xpos_, feats_, deprel_;  ///< names of the network's numbers
};

/// What a model of syntax is known by. Its templates are those of word_features.h, end_features.h
/// and lemma_edit.h: raise the number in syntax_model.cpp with every change of these.
ModelIdentity syntax_identity(std::string_view language);

}  // namespace parallax
