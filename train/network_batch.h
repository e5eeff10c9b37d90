#pragma once
#include <vector>

#include "train/network_trainer.h"

namespace parallax {

/// Everything of one batch. Rows stand step by step (learn/lstm.h): word w of lesson b is row
/// `steps.first[w] + b`.
struct NetworkTrainer::Batch {
  std::span<const Lesson* const> lessons;
  const TrainingRates* rates = nullptr;
  Steps steps;
  std::vector<std::vector<std::uint32_t>> features;  ///< by row, those that were not forgotten
  Rows words, first, second;
  LstmRun first_run, second_run;
  Rows tags, heads, arcs;
  std::vector<float> word_mask, first_mask, second_mask, heads_mask;
  Rows tags_gradient, heads_gradient, arcs_gradient;

  std::size_t row(std::size_t lesson, std::size_t word) const { return steps.first[word] + lesson; }
};

}  // namespace parallax
