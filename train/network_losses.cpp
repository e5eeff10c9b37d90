// What is learnt from: tags, heads and relations, each with the gradient of its scores.
#include <algorithm>

#include "train/network_batch.h"

namespace parallax {
namespace {

constexpr float kFeatsWeight = 0.5F;

/// From scores to the gradient of −log P(right); returns the loss.
double learn_choice(std::span<float> scores, std::uint32_t right, float weight) {
  const float score = scores[right];
  const float sum = softmax(scores);
  scores[right] -= 1.0F;
  for (float& value : scores) {
    value *= weight;
  }
  return static_cast<double>(weight * (sum - score));
}

void add_to(float* sum, const float* values, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    sum[i] += values[i];
  }
}

}  // namespace

double NetworkTrainer::tag_loss(Batch& batch) {
  batch.tags_gradient = batch.tags;
  double loss = 0;
  for (std::size_t b = 0; b < batch.lessons.size(); ++b) {
    const Lesson& lesson = *batch.lessons[b];
    for (std::size_t w = 0; w < lesson.size(); ++w) {
      float* const scores = batch.tags_gradient.row(batch.row(b, w));
      loss += learn_choice({scores, shape_.upos}, lesson.upos[w], 1.0F);
      loss += learn_choice({scores + shape_.upos, shape_.xpos}, lesson.xpos[w], 1.0F);
      loss += learn_choice({scores + shape_.upos + shape_.xpos, shape_.feats}, lesson.feats[w],
                           kFeatsWeight);
    }
  }
  return loss;
}

double NetworkTrainer::arc_loss(Batch& batch, std::size_t number) {
  const Lesson& lesson = *batch.lessons[number];
  const std::size_t words = lesson.size();
  Rows as_head, as_dependent, scores;
  take_sides(batch, number, as_head, as_dependent);
  score_arcs(batch, number, as_head, as_dependent, scores);
  double loss = 0;
  for (std::uint32_t w = 0; w < words; ++w) {
    loss += learn_choice(scores.span(w), lesson.heads[w], 1.0F);
  }
  Rows head_gradient, dependent_gradient;
  head_gradient.resize(words + 1, shape_.arc);
  dependent_gradient.resize(words, shape_.arc);
  add_product(scores.matrix(), words, {as_head.matrix(), words + 1, shape_.arc},
              dependent_gradient.row(0), shape_.arc);
  add_product(scores.transposed(), words + 1, {as_dependent.matrix(), words, shape_.arc},
              head_gradient.row(0), shape_.arc);
  add_to(root_.gradient().data(), head_gradient.row(0), shape_.arc);
  for (std::uint32_t w = 0; w < words; ++w) {
    const std::size_t row = batch.row(number, w);
    std::copy_n(dependent_gradient.row(w), shape_.arc, batch.arcs_gradient.row(row));
    add_to(batch.heads_gradient.row(row) + shape_.arc, head_gradient.row(w + 1), shape_.arc);
    float* const far = batch.arcs_gradient.row(row) + shape_.arc;
    for (std::uint32_t head = 0; head <= words; ++head) {
      if (head != w + 1) {
        far[distance_class(w + 1, head)] += scores.row(w)[head];
      }
    }
  }
  return loss;
}

double NetworkTrainer::label_loss(Batch& batch) {
  const std::size_t rows = batch.steps.rows();
  Rows inputs, scores, input_gradient;
  inputs.resize(rows, shape_.label);
  for (std::size_t b = 0; b < batch.lessons.size(); ++b) {
    label_inputs(batch, b, batch.lessons[b]->heads, inputs);
  }
  scores.resize(rows, shape_.deprel);
  forward(inputs, labels_, &labels_bias_, scores);
  double loss = 0;
  for (std::size_t b = 0; b < batch.lessons.size(); ++b) {
    for (std::size_t w = 0; w < batch.lessons[b]->size(); ++w) {
      loss += learn_choice(scores.span(batch.row(b, w)), batch.lessons[b]->deprels[w], 1.0F);
    }
  }
  input_gradient.resize(rows, shape_.label);
  parallax::backward(inputs, labels_, &labels_bias_, scores, &input_gradient);
  for (std::size_t i = 0; i < inputs.all().size(); ++i) {
    input_gradient.all()[i] *= inputs.all()[i] > 0.0F ? 1.0F : 0.0F;
  }
  for (std::size_t b = 0; b < batch.lessons.size(); ++b) {
    for (std::uint32_t w = 0; w < batch.lessons[b]->size(); ++w) {
      spread_label(batch, b, w, input_gradient.row(batch.row(b, w)));
    }
  }
  return loss;
}

/// To the word, to its head, and to the distance between them.
void NetworkTrainer::spread_label(Batch& batch, std::size_t number, std::uint32_t word,
                                  const float* gradient) {
  const std::uint32_t head = batch.lessons[number]->heads[word];
  float* const labels = batch.heads_gradient.row(batch.row(number, word)) + 2 * shape_.arc;
  float* const other = head == 0 ? root_.gradient().data() + shape_.arc
                                 : batch.heads_gradient.row(batch.row(number, head - 1)) +
                                       2 * shape_.arc + shape_.label;
  add_to(labels, gradient, shape_.label);
  add_to(other, gradient, shape_.label);
  add_to(far_.gradient().data() + distance_class(word + 1, head) * shape_.label, gradient,
         shape_.label);
}

}  // namespace parallax
