#pragma once
#include <cstdint>
#include <span>
#include <unordered_map>

#include "parallax/learn/feature.h"
#include "train/parameter.h"

namespace parallax {

/// One row of numbers for each feature that is frequent enough; a word's vector is the sum of its
/// features' rows. Rows begin at 0, so that a feature that was never learnt adds nothing.
class WordVectors {
 public:
  /// `features` of all words of the corpus, again and again; those seen `least` times get a row.
  WordVectors(std::span<const Feature> features, std::uint32_t least, std::size_t width);

  static constexpr std::uint32_t kNone = UINT32_MAX;
  std::uint32_t row_of(Feature feature) const;
  std::uint32_t count_of(std::uint32_t row) const { return counts_[row]; }

  void add_to(float* sum, std::uint32_t row) const;
  void add_gradient(const float* gradient, std::uint32_t row);
  /// Moves the rows that got a gradient since the last step.
  void step(const AdamStep& adam, float scale);

  std::size_t rows() const { return features_.size(); }
  std::size_t width() const { return values_.columns(); }
  const std::vector<Feature>& features() const { return features_; }
  const Parameter& values() const { return values_; }

 private:
  std::unordered_map<Feature, std::uint32_t> rows_;
  std::vector<Feature> features_;
  std::vector<std::uint32_t> counts_;
  Parameter values_;
  std::vector<bool> touched_;
  std::vector<std::uint32_t> to_move_;
};

}  // namespace parallax
