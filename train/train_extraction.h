#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "parallax/learn/boosted_trees_trainer.h"
#include "train/extraction_corpus.h"

namespace parallax {

struct ExtractionPlan {
  BoostingOptions first{.trees = 120, .depth = 5, .rate = 0.1};
  BoostingOptions second{.trees = 80, .depth = 5, .rate = 0.1};
  BoostingOptions headline{.trees = 80, .depth = 4, .rate = 0.1, .least_weight = 1.0};
  std::uint32_t inner_folds = 3;  ///< the second round learns from answers to pages not learnt from
};

/// Which model is learnt (parallax/collect/html/block_model.h, plain/line_model.h).
struct PieceModel {
  ModelIdentity identity;
  TwoRounds::Widths widths;
};
PieceModel piece_model(PagePieces pieces);

/// The bytes of a model file learnt from the pages.
std::string train_extraction(std::span<const TaughtPage* const> pages, const PieceModel& model,
                             const ExtractionPlan& plan);

/// Which of `folds` parts a page belongs to, by its host.
std::uint32_t fold_of(const TaughtPage& page, std::uint32_t folds);

}  // namespace parallax
