#pragma once
#include <array>
#include <span>
#include <vector>

#include "parallax/read/syntax/network_shape.h"
#include "train/lstm_trainer.h"
#include "train/word_vectors.h"

namespace parallax {

/// A sentence as the network learns from it: numbers for everything. All vectors have one item a
/// word.
struct Lesson {
  std::vector<std::vector<std::uint32_t>> features;  ///< rows of the word table, whole-word first
  std::vector<std::uint8_t> whole;                   ///< how many of them name the whole word
  std::vector<std::uint32_t> upos;
  std::vector<std::uint32_t> xpos;
  std::vector<std::uint32_t> feats;
  std::vector<std::uint32_t> heads;
  std::vector<std::uint32_t> deprels;

  std::size_t size() const { return features.size(); }
};

struct TrainingRates {
  float drop_word = 0.25F;   ///< of the numbers of a word's vector
  float drop_first = 0.25F;  ///< of the first layer's
  float drop_second = 0.25F;
  float drop_heads = 0.25F;    ///< of the vectors that arcs and labels are scored with
  float forget_whole = 0.25F;  ///< a whole word seen n times is forgotten with r / (r + n)
};

/// The network of syntax in training. Batches are computed whole: `lessons` descend by size.
class NetworkTrainer {
 public:
  NetworkTrainer(const NetworkShape& shape, WordVectors words, std::uint64_t seed);

  /// Adds the gradients of a batch to the parameters; returns the loss, summed over words.
  double add_gradients(std::span<const Lesson* const> lessons, const TrainingRates& rates);
  /// One step of learning; returns the loss a word.
  double learn(std::span<const Lesson* const> lessons, const TrainingRates& rates, AdamStep& adam);

  const NetworkShape& shape() const { return shape_; }
  const WordVectors& words() const { return words_; }
  const Parameter& tags() const { return tags_; }
  const Parameter& later_tags() const { return later_tags_; }
  const Parameter& tags_bias() const { return tags_bias_; }
  struct NamedParameter {
    const char* name;
    Parameter* parameter;
  };
  /// All but the word table, in one order.
  std::vector<NamedParameter> parameters();

 private:
  struct Batch;
  void embed(Batch& batch);
  void run(Batch& batch);
  /// The words of a sentence, and the root first, as heads; the words as dependents.
  void take_sides(const Batch& batch, std::size_t number, Rows& as_head, Rows& as_dependent) const;
  /// words × (words + 1)
  void score_arcs(const Batch& batch, std::size_t number, const Rows& as_head,
                  const Rows& as_dependent, Rows& scores) const;
  void label_inputs(const Batch& batch, std::size_t number, std::span<const std::uint32_t> heads,
                    Rows& out) const;
  double tag_loss(Batch& batch);
  double arc_loss(Batch& batch, std::size_t number);
  double label_loss(Batch& batch);
  void spread_label(Batch& batch, std::size_t number, std::uint32_t word, const float* gradient);
  void backward(Batch& batch);
  void step(AdamStep& adam, std::size_t words);

  NetworkShape shape_;
  WordVectors words_;
  Random random_;
  LstmTrainer first_;
  LstmTrainer second_;
  Parameter later_tags_;            ///< 2 · second × tags
  Parameter tags_, tags_bias_;      ///< 2 · first × tags
  Parameter heads_, heads_bias_;    ///< 2 · second × [dependent, head, label of each]
  Parameter arcs_, arcs_bias_;      ///< arc × [arc, distances]
  Parameter root_;                  ///< the root as a head: [arc, label]
  Parameter far_;                   ///< distances × label
  Parameter labels_, labels_bias_;  ///< label × deprel
};

}  // namespace parallax
