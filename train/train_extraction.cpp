#include "train/train_extraction.h"

#include <cmath>

#include "parallax/collect/html/block_model.h"
#include "parallax/core/hash.h"

namespace parallax {
namespace {

using Pages = std::vector<const TaughtPage*>;

/// A block weighs more the longer it is: what counts in the end is words.
float weight_of(const TaughtPage& page, std::size_t block) {
  return std::sqrt(page.words[block] + 1.0F);
}

void add_rows(const TaughtPage& page, std::span<const float> rows, BoostingExamples& examples) {
  examples.numbers.insert(examples.numbers.end(), rows.begin(), rows.end());
  for (std::size_t i = 0; i < page.right.size(); ++i) {
    examples.right.push_back(page.right[i]);
    examples.weights.push_back(weight_of(page, i));
  }
}

BoostedTreesData train_first(const Pages& pages, const BoostingOptions& options) {
  BoostingExamples examples{.features = kBlockFeatures, .numbers = {}, .right = {}, .weights = {}};
  for (const TaughtPage* const page : pages) {
    add_rows(*page, page->rows, examples);
  }
  return train_boosted_trees(examples, options);
}

/// What trees that were not trained on a page say of its blocks.
void add_second_rows(const Pages& pages, const BoostedTreesData& first,
                     BoostingExamples& examples) {
  ModelWriter writer(block_identity());
  first.add_to(writer, "first");
  const std::string bytes = writer.bytes();
  const auto file = ModelFile::open(bytes, block_identity());
  const auto trees = BoostedTrees::from(file.value(), "first", kBlockFeatures).value();
  for (const TaughtPage* const page : pages) {
    const std::vector<float> said = trees.probabilities(page->rows);
    add_rows(*page, second_features(page->page, page->rows, said), examples);
  }
}

BoostedTreesData train_second(const Pages& pages, const ExtractionPlan& plan) {
  BoostingExamples examples{.features = kSecondFeatures, .numbers = {}, .right = {}, .weights = {}};
  for (std::uint32_t fold = 0; fold < plan.inner_folds; ++fold) {
    Pages others;
    Pages own;
    for (const TaughtPage* const page : pages) {
      const bool is_own = fold_of(*page, plan.inner_folds * 7) % plan.inner_folds == fold;
      (is_own ? own : others).push_back(page);
    }
    add_second_rows(own, train_first(others, plan.first), examples);
  }
  return train_boosted_trees(examples, plan.second);
}

}  // namespace

std::uint32_t fold_of(const TaughtPage& page, std::uint32_t folds) {
  return static_cast<std::uint32_t>(std::stoul(hash_hex(page.host).substr(0, 7), nullptr, 16) %
                                    folds);
}

std::string train_extraction(std::span<const TaughtPage* const> pages, const ExtractionPlan& plan) {
  const Pages all(pages.begin(), pages.end());
  ModelWriter writer(block_identity());
  train_first(all, plan.first).add_to(writer, "first");
  train_second(all, plan).add_to(writer, "second");
  return writer.bytes();
}

}  // namespace parallax
