#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "parallax/text/conllu.h"
#include "train/network_trainer.h"

namespace parallax {

struct TrainingPlan {
  NetworkShape shape;  ///< the numbers of tags and relations come from the corpus
  TrainingRates rates;
  float rate = 0.003F;  ///< of the first step; falls to 0 along a half wave
  std::size_t epochs = 28;
  std::size_t batch_words = 500;
  std::uint32_t least_whole = 2;  ///< how often a whole word must stand in the corpus
  std::uint32_t least_part = 4;   ///< and a part of words
  std::uint64_t seed = 1;
};

/// The names that the numbers of lessons and guesses stand for.
struct TagNames {
  std::vector<std::string> xpos;
  std::vector<std::string> feats;
  std::vector<std::string> deprel;
};

struct TrainedSyntax {
  TagNames names;
  NetworkTrainer network;
};

/// Calls `after_epoch` with the number of epochs done and the loss a word.
TrainedSyntax train_syntax(std::span<const ConlluSentence> corpus, const TrainingPlan& plan,
                           const std::function<void(std::size_t, double)>& after_epoch);

}  // namespace parallax
