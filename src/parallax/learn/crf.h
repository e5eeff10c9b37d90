#pragma once
#include <string>
#include <vector>

#include "parallax/learn/chain.h"
#include "parallax/learn/feature_rows.h"
#include "parallax/learn/linear_model.h"
#include "parallax/learn/model_file.h"

namespace parallax {

/// Labels for the tokens of a sequence, chosen together: a linear-chain conditional random field
/// (Lafferty, McCallum and Pereira 2001). A token's score of a label is the sum of its features'
/// weights; steps from label to label have weights too, and some may be forbidden ("inside" after
/// "outside"). A view into a model file; immutable; any thread may use it. Trained by
/// crf_trainer.h.
class Crf {
 public:
  Crf() = default;
  /// The sections `name.*`. Fails with bad_format where they do not fit each other.
  static Result<Crf> from(const ModelFile& file, const std::string& name);

  std::uint32_t labels() const { return chain_.labels; }
  /// The best labels, one a token. Forbidden steps are only in it where there is no way around
  /// them.
  std::vector<std::uint32_t> best(const FeatureRows& tokens) const;
  /// How probable each label is at each token, whatever stands at the others: [token * labels +
  /// label].
  std::vector<double> probabilities(const FeatureRows& tokens) const;

 private:
  std::vector<double> scores(const FeatureRows& tokens) const;

  LinearModel model_;
  double step_ = 1;     ///< of the weights: what 1 in the model file means
  ChainWeights chain_;  ///< in steps
};

/// What a Crf is a view of, when it is not in a file.
struct CrfData {
  LinearModelData tokens;
  double step = 1;
  ChainWeights chain;  ///< not in steps

  /// Writes the sections `name.*`; `name` has at most 14 bytes.
  void add_to(ModelWriter& writer, const std::string& name) const;
};

}  // namespace parallax
