#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "parallax/learn/model_file.h"

namespace parallax {

/// A yes or no from a row of numbers: a sum of small regression trees, learnt one after the other
/// (gradient boosting: Friedman 2001). All trees have one depth d: 2^d − 1 splits, stored as a heap
/// (the children of i are 2i + 1 and 2i + 2), and 2^d leaves. A view into a model file; immutable;
/// any thread may use it. Trained by boosted_trees_trainer.h.
class BoostedTrees {
 public:
  /// Goes left where the number is at most `most`.
  struct Split {
    std::uint32_t feature = 0;
    float most = 0;
  };

  BoostedTrees() = default;
  /// The sections `name.*`. Fails with bad_format where they do not fit each other or rows of
  /// `features` numbers.
  static Result<BoostedTrees> from(const ModelFile& file, const std::string& name,
                                   std::uint32_t features);

  std::uint32_t features() const { return features_; }
  /// How probable yes is, 0 to 1, for each of the rows of `features()` numbers. A number that is
  /// none goes right.
  std::vector<float> probabilities(std::span<const float> rows) const;

 private:
  void add_tree(std::size_t tree, std::span<const float> rows, std::span<float> sums) const;

  std::uint32_t features_ = 0;
  std::uint32_t depth_ = 0;
  float start_ = 0;  ///< log odds before any tree
  std::span<const Split> splits_;
  std::span<const float> leaves_;
};

/// What BoostedTrees are a view of, when they are not in a file.
struct BoostedTreesData {
  std::uint32_t depth = 0;
  float start = 0;
  std::vector<BoostedTrees::Split> splits;  ///< (2^depth − 1) a tree
  std::vector<float> leaves;                ///< 2^depth a tree

  /// Writes the sections `name.*`; `name` has at most 14 bytes.
  void add_to(ModelWriter& writer, const std::string& name) const;
};

}  // namespace parallax
