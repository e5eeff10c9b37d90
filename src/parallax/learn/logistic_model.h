#pragma once
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "parallax/learn/linear_model.h"
#include "parallax/learn/model_file.h"

namespace parallax {

/// Probabilities of classes: multinomial logistic regression over hashed features. A view into a
/// model file; immutable; any thread may use it.
class LogisticModel {
 public:
  LogisticModel() = default;
  /// The sections `name.*`. Fails with bad_format where they do not fit each other or so many
  /// classes.
  static Result<LogisticModel> from(const ModelFile& file, const std::string& name,
                                    std::uint32_t classes);

  std::uint32_t classes() const { return weights_.classes(); }
  /// What `probabilities` works in and gives: one probability a class; together they are 1.
  struct Work {
    std::vector<std::int32_t> scores;
    std::vector<float> probabilities;
  };
  void probabilities(std::span<const Feature> features, Work& work) const;

 private:
  LinearModel weights_;
  float unit_ = 1.0F;  ///< what one step of a weight means in log odds
};

/// What a LogisticModel is a view of, when it is not in a file.
struct LogisticData {
  LinearModelData weights;
  float unit = 1.0F;

  /// Writes the sections `name.*`.
  void add_to(ModelWriter& writer, const std::string& name) const;
};

struct LogisticExample {
  std::vector<Feature> features;
  std::uint32_t right = 0;  ///< the class
};

/// Learns such a model by stochastic gradients with a step size a weight (AdaGrad: Duchi, Hazan and
/// Singer 2011). Deterministic. Only for trainers.
class LogisticTrainer {
 public:
  struct Settings {
    std::uint32_t classes = 2;
    std::uint32_t rounds = 5;
    std::uint32_t seed = 1;
    float rate = 0.05F;
    float shrink = 1e-5F;    ///< how strongly weights are drawn to 0 (L2)
    std::uint32_t seen = 2;  ///< features of fewer examples are left out
    float smallest = 0.01F;  ///< rows without a larger weight are left out of the model
  };
  explicit LogisticTrainer(const Settings& settings) : settings_(settings) {}

  void train(std::span<const LogisticExample> examples);
  /// Fits the temperature (Guo and others 2017) on examples that were not trained on: one factor
  /// for all scores, so that probabilities are as often right as they say.
  void calibrate(std::span<const LogisticExample> examples);

  LogisticData data() const;

 private:
  void number_features(std::span<const LogisticExample> examples);
  std::vector<std::uint32_t> rows_of(const LogisticExample& example) const;
  void scores(std::span<const std::uint32_t> rows, std::vector<float>& out) const;
  void step(std::span<const std::uint32_t> rows, std::uint32_t right);
  double loss(std::span<const LogisticExample> examples, float factor) const;

  Settings settings_;
  std::unordered_map<Feature, std::uint32_t> index_;
  std::vector<Feature> features_;  ///< by row
  std::vector<float> weights_;     ///< by row and class
  std::vector<float> squares_;     ///< by row and class: of all gradients so far
  std::vector<float> scratch_;
  float factor_ = 1.0F;
};

}  // namespace parallax
