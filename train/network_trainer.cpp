#include "train/network_trainer.h"

#include <algorithm>
#include <cmath>

#include "train/network_batch.h"

namespace parallax {

namespace {

constexpr float kMostGradient = 5.0F;

Steps steps_of(std::span<const Lesson* const> lessons) {
  std::vector<std::uint32_t> lengths;
  for (const Lesson* lesson : lessons) {
    lengths.push_back(static_cast<std::uint32_t>(lesson->size()));
  }
  return Steps::of(lengths);
}

void take_rows(Rows& out, const std::vector<float>& from, std::size_t columns) {
  out.resize(from.size() / columns, columns);
  out.all() = from;
}

}  // namespace

NetworkTrainer::NetworkTrainer(const NetworkShape& shape, WordVectors words, std::uint64_t seed)
    : shape_(shape),
      words_(std::move(words)),
      random_(seed),
      first_(shape.word, shape.first, random_),
      second_(2 * shape.first, shape.second, random_),
      later_tags_(2 * shape.second, shape.tags()),
      tags_(2 * shape.first, shape.tags()),
      tags_bias_(1, shape.tags()),
      heads_(2 * shape.second, shape.heads()),
      heads_bias_(1, shape.heads()),
      arcs_(shape.arc, shape.arc + kDistances),
      arcs_bias_(1, shape.arc + kDistances),
      root_(1, shape.arc + shape.label),
      far_(kDistances, shape.label),
      labels_(shape.label, shape.deprel),
      labels_bias_(1, shape.deprel) {
  tags_.fill(random_, 2 * shape.first, shape.xpos);
  heads_.fill(random_, 2 * shape.second, shape.arc);
  arcs_.fill(random_, shape.arc, shape.arc);
  root_.fill(random_, shape.arc, shape.arc);
  labels_.fill(random_, shape.label, shape.deprel);
}

std::vector<NetworkTrainer::NamedParameter> NetworkTrainer::parameters() {
  const auto first = first_.parameters();
  const auto second = second_.parameters();
  return {{"first.input", first[0]},
          {"first.bias", first[1]},
          {"first.ahead", first[2]},
          {"first.back", first[3]},
          {"second.input", second[0]},
          {"second.bias", second[1]},
          {"second.ahead", second[2]},
          {"second.back", second[3]},
          {"tags", &tags_},
          {"tags.bias", &tags_bias_},
          {"heads", &heads_},
          {"heads.bias", &heads_bias_},
          {"arcs", &arcs_},
          {"arcs.bias", &arcs_bias_},
          {"root", &root_},
          {"far", &far_},
          {"labels", &labels_},
          {"labels.bias", &labels_bias_},
          {"tags.later", &later_tags_}};
}

void NetworkTrainer::embed(Batch& batch) {
  batch.words.resize(batch.steps.rows(), shape_.word);
  batch.features.resize(batch.steps.rows());
  for (std::size_t b = 0; b < batch.lessons.size(); ++b) {
    const Lesson& lesson = *batch.lessons[b];
    for (std::size_t w = 0; w < lesson.size(); ++w) {
      const std::size_t row = batch.row(b, w);
      const auto& features = lesson.features[w];
      for (std::size_t f = 0; f < features.size(); ++f) {
        if (f < lesson.whole[w]) {
          const auto count = static_cast<float>(words_.count_of(features[f]));
          const float rate = batch.rates->forget_whole;
          if (random_.unit() < rate / (rate + count)) {
            continue;
          }
        }
        words_.add_to(batch.words.row(row), features[f]);
        batch.features[row].push_back(features[f]);
      }
    }
  }
}

void NetworkTrainer::run(Batch& batch) {
  batch.steps = steps_of(batch.lessons);
  const std::size_t rows = batch.steps.rows();
  const TrainingRates& rates = *batch.rates;
  embed(batch);
  drop(batch.words, rates.drop_word, random_, batch.word_mask);
  first_.forward(batch.words, batch.steps, batch.first_run);
  take_rows(batch.first, batch.first_run.out, 2 * shape_.first);
  drop(batch.first, rates.drop_first, random_, batch.first_mask);
  batch.tags.resize(rows, shape_.tags());
  forward(batch.first, tags_, &tags_bias_, batch.tags);
  second_.forward(batch.first, batch.steps, batch.second_run);
  take_rows(batch.second, batch.second_run.out, 2 * shape_.second);
  drop(batch.second, rates.drop_second, random_, batch.second_mask);
  forward(batch.second, later_tags_, nullptr, batch.tags);
  batch.heads.resize(rows, shape_.heads());
  forward(batch.second, heads_, &heads_bias_, batch.heads);
  for (std::size_t row = 0; row < rows; ++row) {
    rectify({batch.heads.row(row), 2 * shape_.arc});
  }
  drop(batch.heads, rates.drop_heads, random_, batch.heads_mask);
  batch.arcs.resize(rows, shape_.arc + kDistances);
  Rows dependents;
  dependents.resize(rows, shape_.arc);
  for (std::size_t row = 0; row < rows; ++row) {
    std::copy_n(batch.heads.row(row), shape_.arc, dependents.row(row));
  }
  forward(dependents, arcs_, &arcs_bias_, batch.arcs);
}

void NetworkTrainer::take_sides(const Batch& batch, std::size_t number, Rows& as_head,
                                Rows& as_dependent) const {
  const std::size_t words = batch.lessons[number]->size();
  as_head.resize(words + 1, shape_.arc);
  as_dependent.resize(words, shape_.arc);
  std::copy_n(root_.value().data(), shape_.arc, as_head.row(0));
  for (std::size_t w = 0; w < words; ++w) {
    const std::size_t row = batch.row(number, w);
    std::copy_n(batch.heads.row(row) + shape_.arc, shape_.arc, as_head.row(w + 1));
    std::copy_n(batch.arcs.row(row), shape_.arc, as_dependent.row(w));
  }
}

void NetworkTrainer::score_arcs(const Batch& batch, std::size_t number, const Rows& as_head,
                                const Rows& as_dependent, Rows& scores) const {
  const std::size_t words = as_dependent.rows();
  scores.resize(words, words + 1);
  add_product(as_dependent.matrix(), words, {as_head.transposed(), shape_.arc, words + 1},
              scores.row(0), words + 1);
  for (std::uint32_t w = 0; w < words; ++w) {
    const float* const far = batch.arcs.row(batch.row(number, w)) + shape_.arc;
    for (std::uint32_t head = 0; head <= words; ++head) {
      float& score = scores.row(w)[head];
      score = head == w + 1 ? -1e9F : score + far[distance_class(w + 1, head)];
    }
  }
}

void NetworkTrainer::label_inputs(const Batch& batch, std::size_t number,
                                  std::span<const std::uint32_t> heads, Rows& out) const {
  for (std::uint32_t w = 0; w < heads.size(); ++w) {
    const std::uint32_t head = heads[w];
    const std::size_t row = batch.row(number, w);
    const float* const own = batch.heads.row(row) + 2 * shape_.arc;
    const float* const other =
        head == 0 ? root_.value().data() + shape_.arc
                  : batch.heads.row(batch.row(number, head - 1)) + 2 * shape_.arc + shape_.label;
    const float* const far = far_.value().data() + distance_class(w + 1, head) * shape_.label;
    float* const sums = out.row(row);
    for (std::size_t k = 0; k < shape_.label; ++k) {
      sums[k] = std::max(0.0F, own[k] + other[k] + far[k]);
    }
  }
}

void NetworkTrainer::backward(Batch& batch) {
  const std::size_t rows = batch.steps.rows();
  Rows dependents, dependent_gradient, second_gradient, first_gradient, word_gradient;
  dependents.resize(rows, shape_.arc);
  for (std::size_t row = 0; row < rows; ++row) {
    std::copy_n(batch.heads.row(row), shape_.arc, dependents.row(row));
  }
  dependent_gradient.resize(rows, shape_.arc);
  parallax::backward(dependents, arcs_, &arcs_bias_, batch.arcs_gradient, &dependent_gradient);
  for (std::size_t row = 0; row < rows; ++row) {
    float* const gradient = batch.heads_gradient.row(row);
    std::copy_n(dependent_gradient.row(row), shape_.arc, gradient);
    for (std::size_t k = 0; k < 2 * shape_.arc; ++k) {
      gradient[k] = batch.heads.row(row)[k] > 0.0F ? gradient[k] : 0.0F;
    }
  }
  drop_backward(batch.heads_gradient, batch.heads_mask);
  second_gradient.resize(rows, 2 * shape_.second);
  parallax::backward(batch.second, heads_, &heads_bias_, batch.heads_gradient, &second_gradient);
  parallax::backward(batch.second, later_tags_, nullptr, batch.tags_gradient, &second_gradient);
  drop_backward(second_gradient, batch.second_mask);
  first_gradient.resize(rows, 2 * shape_.first);
  second_.backward(batch.first, batch.steps, batch.second_run, second_gradient, first_gradient);
  parallax::backward(batch.first, tags_, &tags_bias_, batch.tags_gradient, &first_gradient);
  drop_backward(first_gradient, batch.first_mask);
  word_gradient.resize(rows, shape_.word);
  first_.backward(batch.words, batch.steps, batch.first_run, first_gradient, word_gradient);
  drop_backward(word_gradient, batch.word_mask);
  for (std::size_t row = 0; row < rows; ++row) {
    for (const std::uint32_t feature : batch.features[row]) {
      words_.add_gradient(word_gradient.row(row), feature);
    }
  }
}

void NetworkTrainer::step(AdamStep& adam, std::size_t words) {
  adam.next();
  const float mean = 1.0F / static_cast<float>(words);
  double squares = 0;
  for (const auto& [name, parameter] : parameters()) {
    squares += parameter->squared_gradient();
  }
  const float size = static_cast<float>(std::sqrt(squares)) * mean;
  const float scale = size > kMostGradient ? mean * kMostGradient / size : mean;
  for (const auto& [name, parameter] : parameters()) {
    parameter->step(adam, scale);
  }
  words_.step(adam, scale);
}

double NetworkTrainer::add_gradients(std::span<const Lesson* const> lessons,
                                     const TrainingRates& rates) {
  Batch batch;
  batch.lessons = lessons;
  batch.rates = &rates;
  run(batch);
  const std::size_t rows = batch.steps.rows();
  batch.heads_gradient.resize(rows, shape_.heads());
  batch.arcs_gradient.resize(rows, shape_.arc + kDistances);
  double loss = tag_loss(batch) + label_loss(batch);
  for (std::size_t b = 0; b < lessons.size(); ++b) {
    loss += arc_loss(batch, b);
  }
  backward(batch);
  return loss;
}

double NetworkTrainer::learn(std::span<const Lesson* const> lessons, const TrainingRates& rates,
                             AdamStep& adam) {
  std::size_t words = 0;
  for (const Lesson* lesson : lessons) {
    words += lesson->size();
  }
  const double loss = add_gradients(lessons, rates);
  step(adam, words);
  return loss / static_cast<double>(words);
}

}  // namespace parallax
