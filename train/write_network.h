#pragma once
#include <span>

#include "parallax/learn/model_file.h"
#include "train/train_syntax.h"

namespace parallax {

/// Writes the sections "net.*" that read/syntax/load_network.cpp reads. `corpus` tells which tags
/// stand together.
void write_network(TrainedSyntax& trained, std::span<const ConlluSentence> corpus,
                   ModelWriter& writer);

/// Writes "net.frequent": the forms that are computed when the model is opened, the most frequent
/// first.
void write_frequent_forms(std::span<const ConlluSentence> corpus, ModelWriter& writer);

}  // namespace parallax
