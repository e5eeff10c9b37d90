#pragma once
#include <memory>
#include <string_view>
#include <vector>

#include "parallax/collect/html/block_features.h"
#include "parallax/learn/boosted_trees.h"

namespace parallax {

ModelIdentity block_identity();

/// Says of each block of a page how probable it is that it belongs to the article. Learnt from
/// pages with their clean texts (train/train_extraction.h) in two rounds: trees that see a block
/// and its surroundings, then trees that see also what the first said of the blocks around it. A
/// view into a model file; immutable; any thread may use it.
class BlockModel {
 public:
  static Result<BlockModel> open(std::string_view bytes);
  /// The program's own; null if it carries none.
  static std::shared_ptr<const BlockModel> built_in();

  /// One a block, 0 to 1; `rows` are the page's block_features.
  std::vector<float> probabilities(const HtmlPage& page, std::span<const float> rows) const;

 private:
  BoostedTrees first_;
  BoostedTrees second_;
};

/// What the second round sees: each block's row and the probabilities around it.
inline constexpr std::uint32_t kContextFeatures = 16;
inline constexpr std::uint32_t kSecondFeatures = kBlockFeatures + kContextFeatures;
std::vector<float> second_features(const HtmlPage& page, std::span<const float> rows,
                                   std::span<const float> first);

}  // namespace parallax
