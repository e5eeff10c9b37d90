#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "parallax/learn/linear_model.h"

namespace parallax {

/// An averaged multiclass perceptron in the making (Freund and Schapire 1999; Collins 2002).
/// Deterministic: the same updates in the same order give the same model. Only for trainers.
class Perceptron {
 public:
  explicit Perceptron(std::uint32_t classes);

  /// `scores` gets one number a class.
  void score(std::span<const Feature> features, std::vector<float>& scores) const;
  /// Moves weight from one class to another; `right` and `wrong` may have features of their own.
  void update(std::span<const Feature> features, std::uint32_t right, std::uint32_t wrong);
  void add(std::span<const Feature> features, std::uint32_t to, float amount);
  /// Call once for each example, updated or not: averages count examples.
  void step() { ++steps_; }

  struct Pruning {
    float smallest = 0.0F;      ///< rows whose largest averaged weight is below are left out
    std::uint32_t touched = 1;  ///< rows updated less often are left out
  };
  /// The averaged weights in 16 bits: one scale for the whole model, which leaves the order of
  /// scores as it is.
  LinearModelData averaged(const Pruning& pruning) const;
  std::size_t rows() const { return touched_.size(); }

 private:
  std::size_t row_of(Feature feature) const;
  std::size_t row_or_new(Feature feature);
  void grow();

  std::uint32_t classes_;
  std::uint32_t steps_ = 1;
  std::vector<Feature> keys_;           ///< by slot; 0: free
  std::vector<std::uint32_t> index_;    ///< by slot
  std::vector<Feature> features_;       ///< by row
  std::vector<std::uint32_t> touched_;  ///< by row: number of updates
  std::vector<float> weights_;          ///< by row and class
  std::vector<double> totals_;          ///< by row and class: for the average, see `add`
};

}  // namespace parallax
