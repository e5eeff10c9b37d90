#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <string>

#include "parallax/learn/crf_trainer.h"
#include "train/attribution_corpus.h"

namespace parallax {

struct AttributionPlan {
  CrfOptions cues{.epochs = 24, .rate = 0.1, .l2 = 10.0, .least_count = 3, .smallest = 0.05};
  CrfOptions roles{.epochs = 18, .rate = 0.1, .l2 = 10.0, .least_count = 4, .smallest = 0.05};
};

/// Learns the taggers of cues and of roles and writes their sections. `tell` hears in one line how
/// far it is.
void train_attribution(std::span<const TaughtArticle> corpus, const AttributionPlan& plan,
                       ModelWriter& out, const std::function<void(const std::string&)>& tell);

/// How well the model finds what people marked, in per cent: F1 of spans that are exactly theirs.
struct AttributionFigures {
  double source = 0;
  double cue = 0;
  double content = 0;
};
AttributionFigures measure_attribution(std::span<const TaughtArticle> articles,
                                       const AttributionModel& model);

}  // namespace parallax
