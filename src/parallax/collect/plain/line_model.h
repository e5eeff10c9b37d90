#pragma once
#include <memory>
#include <string_view>
#include <vector>

#include "parallax/collect/plain/line_features.h"
#include "parallax/collect/two_rounds.h"

namespace parallax {

ModelIdentity line_identity();

/// How probable each line is: as part of the article's text, and as its headline.
struct LineProbabilities {
  std::vector<float> text;
  std::vector<float> headline;
};

/// Tells the article from its page's menus, line by line: two rounds for the text, and trees that
/// see what the first round said for the headline.
class LineModel {
 public:
  static Result<LineModel> open(std::string_view bytes);
  /// The program's own; null if it carries none.
  static std::shared_ptr<const LineModel> built_in();

  /// `rows` are the page's line_features.
  LineProbabilities probabilities(std::span<const TextLine> lines,
                                  std::span<const float> rows) const;

 private:
  TwoRounds rounds_;
  BoostedTrees headline_;
};

/// What the second round sees: each line's row, and the probabilities around it.
inline constexpr std::uint32_t kSecondLineFeatures = kLineFeatures + AnswersAround::kAround + 1;
/// `letters` of each line.
std::vector<float> second_line_features(std::span<const float> letters, std::span<const float> rows,
                                        std::span<const float> first);

}  // namespace parallax
