#include "train/train_extraction.h"

#include <cmath>

#include "parallax/collect/html/block_model.h"
#include "parallax/collect/plain/line_model.h"
#include "parallax/core/hash.h"

namespace parallax {
namespace {

using Pages = std::vector<const TaughtPage*>;

/// A piece weighs more the longer it is: what counts in the end is words.
float weight_of(const TaughtPage& page, std::size_t piece) {
  return std::sqrt(page.words[piece] + 1.0F);
}

void add_rows(const TaughtPage& page, std::span<const float> rows, BoostingExamples& examples) {
  examples.numbers.insert(examples.numbers.end(), rows.begin(), rows.end());
  for (std::size_t i = 0; i < page.right.size(); ++i) {
    examples.right.push_back(page.right[i]);
    examples.weights.push_back(weight_of(page, i));
  }
}

BoostedTreesData train_first(const Pages& pages, const PieceModel& model,
                             const BoostingOptions& options) {
  BoostingExamples examples{
      .features = model.widths.first, .numbers = {}, .right = {}, .weights = {}};
  for (const TaughtPage* const page : pages) {
    add_rows(*page, page->rows, examples);
  }
  return train_boosted_trees(examples, options);
}

/// The same rows teach both the text and the headline.
struct SecondExamples {
  BoostingExamples text;
  std::vector<float> headline;  ///< right answers; empty where none are known
};

/// What trees that were not trained on a page say of its pieces.
void add_second_rows(const Pages& pages, const PieceModel& model, const BoostedTreesData& first,
                     SecondExamples& examples) {
  ModelWriter writer(model.identity);
  first.add_to(writer, "first");
  const std::string bytes = writer.bytes();
  const auto file = ModelFile::open(bytes, model.identity);
  const auto trees = BoostedTrees::from(file.value(), "first", model.widths.first).value();
  for (const TaughtPage* const page : pages) {
    const std::vector<float> said = trees.probabilities(page->rows);
    add_rows(*page, page->second_rows(said), examples.text);
    examples.headline.insert(examples.headline.end(), page->headline.begin(), page->headline.end());
  }
}

SecondExamples second_examples(const Pages& pages, const PieceModel& model,
                               const ExtractionPlan& plan) {
  SecondExamples examples;
  examples.text.features = model.widths.second;
  for (std::uint32_t fold = 0; fold < plan.inner_folds; ++fold) {
    Pages others;
    Pages own;
    for (const TaughtPage* const page : pages) {
      const bool is_own = fold_of(*page, plan.inner_folds * 7) % plan.inner_folds == fold;
      (is_own ? own : others).push_back(page);
    }
    add_second_rows(own, model, train_first(others, model, plan.first), examples);
  }
  return examples;
}

}  // namespace

std::uint32_t fold_of(const TaughtPage& page, std::uint32_t folds) {
  return static_cast<std::uint32_t>(std::stoul(hash_hex(page.host).substr(0, 7), nullptr, 16) %
                                    folds);
}

PieceModel piece_model(PagePieces pieces) {
  return pieces == PagePieces::blocks
             ? PieceModel{block_identity(), {kBlockFeatures, kSecondBlockFeatures}}
             : PieceModel{line_identity(), {kLineFeatures, kSecondLineFeatures}};
}

std::string train_extraction(std::span<const TaughtPage* const> pages, const PieceModel& model,
                             const ExtractionPlan& plan) {
  const Pages all(pages.begin(), pages.end());
  ModelWriter writer(model.identity);
  train_first(all, model, plan.first).add_to(writer, "first");
  auto [examples, headline] = second_examples(all, model, plan);
  train_boosted_trees(examples, plan.second).add_to(writer, "second");
  if (!headline.empty()) {
    examples.right = std::move(headline);
    examples.weights.assign(examples.right.size(), 1.0F);
    train_boosted_trees(examples, plan.headline).add_to(writer, "headline");
  }
  return writer.bytes();
}

}  // namespace parallax
