#pragma once
#include <memory>
#include <string_view>
#include <vector>

#include "parallax/collect/html/block_features.h"
#include "parallax/collect/two_rounds.h"

namespace parallax {

ModelIdentity block_identity();

/// Says of each block of a page how probable it is that it belongs to the article.
class BlockModel {
 public:
  static Result<BlockModel> open(std::string_view bytes);
  /// The program's own; null if it carries none.
  static std::shared_ptr<const BlockModel> built_in();

  /// One a block, 0 to 1; `rows` are the page's block_features.
  std::vector<float> probabilities(const HtmlPage& page, std::span<const float> rows) const;

 private:
  TwoRounds rounds_;
};

/// What the second round sees: each block's row, and the probabilities around it and in the
/// elements that hold it.
inline constexpr std::uint32_t kSecondBlockFeatures = kBlockFeatures + AnswersAround::kAround + 5;
std::vector<float> second_block_features(const HtmlPage& page, std::span<const float> rows,
                                         std::span<const float> first);

}  // namespace parallax
