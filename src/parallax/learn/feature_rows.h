#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "parallax/learn/feature.h"

namespace parallax {

/// The features of each token of a sequence, in order, in one piece of memory: it is cleared and
/// filled again without being given back.
class FeatureRows {
 public:
  void clear() {
    features_.clear();
    ends_.clear();
  }
  /// Of the row that `end_row` ends.
  void add(Feature feature) { features_.push_back(feature); }
  void end_row() { ends_.push_back(features_.size()); }

  std::size_t size() const { return ends_.size(); }
  bool empty() const { return ends_.empty(); }
  std::span<const Feature> operator[](std::size_t row) const {
    const std::size_t begin = row == 0 ? 0 : ends_[row - 1];
    return std::span(features_).subspan(begin, ends_[row] - begin);
  }
  /// Of all rows.
  std::span<const Feature> all() const { return features_; }

 private:
  std::vector<Feature> features_;
  std::vector<std::size_t> ends_;
};

}  // namespace parallax
