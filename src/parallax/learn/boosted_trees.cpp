#include "parallax/learn/boosted_trees.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace parallax {
namespace {

constexpr float kDeepest = 12;
constexpr float kLargest = 1e6F;

bool is_weight(float weight) { return std::abs(weight) <= kLargest; }

}  // namespace

Result<BoostedTrees> BoostedTrees::from(const ModelFile& file, const std::string& name,
                                        std::uint32_t features) {
  const auto shape = file.array<float>(name + ".shape");
  const auto splits = file.array<Split>(name + ".splits");
  const auto leaves = file.array<float>(name + ".leaves");
  if (!shape || !splits || !leaves) {
    return damaged_model("a section of trees is missing");
  }
  if (shape->size() != 2 || !((*shape)[0] >= 1 && (*shape)[0] <= kDeepest) ||
      !is_weight((*shape)[1])) {
    return damaged_model("the shape of its trees");
  }
  BoostedTrees trees;
  trees.features_ = features;
  trees.depth_ = static_cast<std::uint32_t>((*shape)[0]);
  trees.start_ = (*shape)[1];
  const std::size_t width = std::size_t{1} << trees.depth_;
  const std::size_t count = leaves->size() / width;
  if (leaves->size() != count * width || splits->size() != count * (width - 1)) {
    return damaged_model("the number of its splits");
  }
  if (std::ranges::any_of(*splits, [&](const Split& split) { return split.feature >= features; }) ||
      !std::ranges::all_of(*leaves, is_weight)) {
    return damaged_model("a split or a leaf");
  }
  trees.splits_ = *splits;
  trees.leaves_ = *leaves;
  return trees;
}

void BoostedTrees::add_tree(std::size_t tree, std::span<const float> rows,
                            std::span<float> sums) const {
  const std::size_t width = std::size_t{1} << depth_;
  const Split* const splits = splits_.data() + tree * (width - 1);
  const float* const leaves = leaves_.data() + tree * width;
  // Rows that walk abreast do not wait for each other, and no step is a branch to be guessed.
  const auto walk = [&]<std::size_t kAbreast>(std::size_t first) {
    std::array<std::size_t, kAbreast> at{};
    for (std::uint32_t level = 0; level < depth_; ++level) {
      for (std::size_t i = 0; i < kAbreast; ++i) {
        const Split& split = splits[at[i]];
        const float number = rows[(first + i) * features_ + split.feature];
        at[i] = 2 * at[i] + 2 - static_cast<std::size_t>(number <= split.most);
      }
    }
    for (std::size_t i = 0; i < kAbreast; ++i) {
      sums[first + i] += leaves[at[i] - (width - 1)];
    }
  };
  constexpr std::size_t kMany = 8;
  std::size_t row = 0;
  for (; row + kMany <= sums.size(); row += kMany) {
    walk.operator()<kMany>(row);
  }
  for (; row < sums.size(); ++row) {
    walk.operator()<1>(row);
  }
}

std::vector<float> BoostedTrees::probabilities(std::span<const float> rows) const {
  std::vector<float> sums(rows.size() / features_, start_);
  const std::size_t trees = leaves_.size() >> depth_;
  constexpr std::size_t kTogether = 64;  // rows stay near while all trees pass over them
  for (std::size_t begin = 0; begin < sums.size(); begin += kTogether) {
    const std::size_t count = std::min(kTogether, sums.size() - begin);
    for (std::size_t tree = 0; tree < trees; ++tree) {
      add_tree(tree, rows.subspan(begin * features_, count * features_),
               std::span(sums).subspan(begin, count));
    }
  }
  for (float& sum : sums) {
    sum = 1.0F / (1.0F + std::exp(-sum));
  }
  return sums;
}

void BoostedTreesData::add_to(ModelWriter& writer, const std::string& name) const {
  const std::array<float, 2> shape = {static_cast<float>(depth), start};
  writer.array<float>(name + ".shape", shape);
  writer.array<BoostedTrees::Split>(name + ".splits", splits);
  writer.array<float>(name + ".leaves", leaves);
}

}  // namespace parallax
