#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "parallax/learn/crf.h"
#include "parallax/learn/random.h"

namespace parallax {

/// A sequence with its right labels, one a token.
struct CrfExample {
  FeatureRows tokens;
  std::vector<std::uint32_t> labels;
};

struct CrfOptions {
  std::uint32_t epochs = 20;
  double rate = 0.2;  ///< of AdaGrad
  double l2 = 0.5;    ///< the weight of half the sum of squares, against the whole corpus
  std::uint32_t least_count = 1;  ///< features of fewer tokens are left out
  double smallest = 1e-3;         ///< a row of weights that are all smaller is left out at the end
  std::uint64_t seed = 1;         ///< of the order of examples
};

/// A Crf in the making: minimises −log p(labels | tokens) over the examples, plus l2 / 2 times the
/// sum of squares of all weights, one example at a time with AdaGrad (Duchi, Hazan and Singer
/// 2011). The model's weights are the mean over the ends of the epochs of the second half: the
/// order of the examples moves them less than the last ones. Deterministic: the same examples,
/// options and math library give the same model. Only for trainers.
class CrfTrainer {
 public:
  /// `chain` says how many labels there are and which steps are forbidden; its weights are where
  /// training starts. An example that takes a forbidden step, is empty, or has not one label a
  /// token is left out.
  CrfTrainer(std::span<const CrfExample> examples, const ChainWeights& chain,
             const CrfOptions& options);

  void run_epoch();
  CrfData data() const;
  std::size_t examples() const { return examples_.size(); }

  /// What is minimised, and its gradient by each of `weights()`: those of the chain (first, last,
  /// between), then a row of labels for each feature. For tests, and to watch it go down.
  double loss() const;
  std::vector<double> gradient() const;
  std::vector<double>& weights() { return weights_; }

 private:
  struct Example {
    std::vector<std::uint32_t> rows;  ///< where features' weights begin
    std::vector<std::uint32_t> ends;  ///< of each token's rows
    std::vector<std::uint32_t> labels;
  };
  using Rows = std::span<const std::uint32_t>;

  void count_features(std::span<const CrfExample* const> examples);
  Example numbered(const CrfExample& example) const;
  std::size_t weight_of(std::uint32_t row) const {
    return fixed_.size() + std::size_t{row} * labels_;
  }
  static Rows rows_of(const Example& example, std::size_t token);
  ChainWeights chain(const std::vector<double>& weights) const;
  std::vector<double> mean_weights() const;
  void score(const Example& example, std::vector<double>& tokens) const;
  double loss_of(const Example& example) const;
  /// The derivative of an example's −log p by each weight that it touches, once for each time it
  /// does: `add(weight, derivative, how often all examples touch it)`.
  template <typename Add>
  void each_partial(const Example& example, const Add& add) const;
  void step(const Example& example);

  std::uint32_t labels_;
  CrfOptions options_;
  std::vector<Feature> features_;      ///< ascending, one a row
  std::vector<std::uint32_t> counts_;  ///< in tokens, one a row
  std::vector<bool> fixed_;            ///< weights of the chain that are forbidden steps
  std::vector<double> weights_;
  std::vector<double> sums_;     ///< of the weights after each epoch of the second half
  std::uint32_t epochs_ = 0;     ///< done so far
  std::vector<double> squares_;  ///< of all steps so far: AdaGrad's
  std::vector<Example> examples_;
  std::vector<std::uint32_t> order_;
  Random random_;
};

/// All epochs.
CrfData train_crf(std::span<const CrfExample> examples, const ChainWeights& chain,
                  const CrfOptions& options);

}  // namespace parallax
