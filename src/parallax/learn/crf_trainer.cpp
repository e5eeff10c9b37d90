#include "parallax/learn/crf_trainer.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <unordered_map>

namespace parallax {
namespace {

constexpr double kLargestStored = 32000;
constexpr double kFirstSquares = 1e-8;

bool is_usable(const CrfExample& example, const ChainWeights& chain) {
  const bool labelled = !example.tokens.empty() && example.tokens.size() == example.labels.size();
  const auto is_label = [&](std::uint32_t label) { return label < chain.labels; };
  return labelled && std::ranges::all_of(example.labels, is_label) && chain.allows(example.labels);
}

}  // namespace

CrfTrainer::CrfTrainer(std::span<const CrfExample> examples, const ChainWeights& chain,
                       const CrfOptions& options)
    : labels_(chain.labels), options_(options), random_(options.seed) {
  for (const std::vector<double>* part : {&chain.first, &chain.last, &chain.between}) {
    for (const double weight : *part) {
      weights_.push_back(weight);
      fixed_.push_back(is_forbidden(weight));
    }
  }
  std::vector<const CrfExample*> usable;
  for (const CrfExample& example : examples) {
    if (is_usable(example, chain)) {
      usable.push_back(&example);
    }
  }
  count_features(usable);
  weights_.resize(fixed_.size() + features_.size() * labels_, 0.0);
  squares_.assign(weights_.size(), kFirstSquares);
  for (const CrfExample* example : usable) {
    order_.push_back(static_cast<std::uint32_t>(examples_.size()));
    examples_.push_back(numbered(*example));
  }
}

void CrfTrainer::count_features(std::span<const CrfExample* const> examples) {
  std::vector<Feature> all;
  for (const CrfExample* example : examples) {
    const auto features = example->tokens.all();
    all.insert(all.end(), features.begin(), features.end());
  }
  std::ranges::sort(all);
  for (std::size_t at = 0; at < all.size();) {
    const auto end = std::ranges::upper_bound(all, all[at]) - all.begin();
    const std::size_t count = static_cast<std::size_t>(end) - at;
    if (count >= options_.least_count) {
      features_.push_back(all[at]);
      counts_.push_back(static_cast<std::uint32_t>(count));
    }
    at = static_cast<std::size_t>(end);
  }
}

CrfTrainer::Example CrfTrainer::numbered(const CrfExample& example) const {
  Example made;
  made.labels = example.labels;
  for (std::size_t t = 0; t < example.tokens.size(); ++t) {
    for (const Feature feature : example.tokens[t]) {
      const auto at = std::ranges::lower_bound(features_, feature);
      if (at != features_.end() && *at == feature) {
        made.rows.push_back(static_cast<std::uint32_t>(at - features_.begin()));
      }
    }
    made.ends.push_back(static_cast<std::uint32_t>(made.rows.size()));
  }
  return made;
}

CrfTrainer::Rows CrfTrainer::rows_of(const Example& example, std::size_t token) {
  const std::uint32_t begin = token == 0 ? 0 : example.ends[token - 1];
  return Rows(example.rows).subspan(begin, example.ends[token] - begin);
}

ChainWeights CrfTrainer::chain(const std::vector<double>& weights) const {
  ChainWeights chain(labels_);
  auto next = weights.begin();
  for (std::vector<double>* part : {&chain.first, &chain.last, &chain.between}) {
    std::copy_n(next, part->size(), part->begin());
    next += static_cast<std::ptrdiff_t>(part->size());
  }
  return chain;
}

void CrfTrainer::score(const Example& example, std::vector<double>& tokens) const {
  tokens.assign(example.labels.size() * labels_, 0.0);
  for (std::size_t t = 0; t < example.labels.size(); ++t) {
    for (const std::uint32_t row : rows_of(example, t)) {
      for (std::uint32_t y = 0; y < labels_; ++y) {
        tokens[t * labels_ + y] += weights_[weight_of(row) + y];
      }
    }
  }
}

template <typename Add>
void CrfTrainer::each_partial(const Example& example, const Add& add) const {
  std::vector<double> tokens;
  score(example, tokens);
  ChainExpectations expected;
  expect(chain(weights_), tokens, expected);
  // Expected less right: of labels, which are those of the ends too, and of steps.
  std::vector<double>& label = expected.label;
  for (std::size_t t = 0; t < example.labels.size(); ++t) {
    label[t * labels_ + example.labels[t]] -= 1;
    if (t > 0) {
      expected.between[std::size_t{example.labels[t - 1]} * labels_ + example.labels[t]] -= 1;
    }
  }
  const std::size_t last = (example.labels.size() - 1) * labels_;
  for (std::size_t y = 0; y < labels_; ++y) {
    add(y, label[y], examples_.size());
    add(labels_ + y, label[last + y], examples_.size());
  }
  for (std::size_t i = 0; i < expected.between.size(); ++i) {
    add(2 * std::size_t{labels_} + i, expected.between[i], examples_.size());
  }
  for (std::size_t t = 0; t < example.labels.size(); ++t) {
    for (const std::uint32_t row : rows_of(example, t)) {
      for (std::size_t y = 0; y < labels_; ++y) {
        add(weight_of(row) + y, label[t * labels_ + y], counts_[row]);
      }
    }
  }
}

void CrfTrainer::step(const Example& example) {
  // All partials are of the weights before the step: `each_partial` has read them.
  each_partial(example, [&](std::size_t at, double partial, std::size_t touches) {
    if (at < fixed_.size() && fixed_[at]) {
      return;
    }
    partial += options_.l2 * weights_[at] / static_cast<double>(touches);
    squares_[at] += partial * partial;
    weights_[at] -= options_.rate * partial / std::sqrt(squares_[at]);
  });
}

void CrfTrainer::run_epoch() {
  random_.shuffle(order_);
  for (const std::uint32_t number : order_) {
    step(examples_[number]);
  }
  ++epochs_;
  if (2 * epochs_ > options_.epochs) {
    sums_.resize(weights_.size());
    std::ranges::transform(sums_, weights_, sums_.begin(), std::plus<>());
  }
}

std::vector<double> CrfTrainer::mean_weights() const {
  if (sums_.empty()) {
    return weights_;
  }
  std::vector<double> mean = sums_;
  const std::uint32_t first = options_.epochs / 2;
  const double count = epochs_ - first;
  std::ranges::for_each(mean, [&](double& weight) { weight /= count; });
  return mean;
}

double CrfTrainer::loss() const {
  double loss = 0;
  std::vector<double> tokens;
  ChainExpectations expected;
  for (const Example& example : examples_) {
    score(example, tokens);
    expect(chain(weights_), tokens, expected);
    loss += expected.log_sum - score_of(chain(weights_), tokens, example.labels);
  }
  for (std::size_t i = 0; i < weights_.size(); ++i) {
    const bool fixed = i < fixed_.size() && fixed_[i];
    loss += fixed ? 0.0 : options_.l2 / 2 * weights_[i] * weights_[i];
  }
  return loss;
}

std::vector<double> CrfTrainer::gradient() const {
  std::vector<double> gradient(weights_.size(), 0.0);
  for (const Example& example : examples_) {
    each_partial(example, [&](std::size_t at, double partial, std::size_t /*touches*/) {
      gradient[at] += partial;
    });
  }
  for (std::size_t i = 0; i < weights_.size(); ++i) {
    const bool fixed = i < fixed_.size() && fixed_[i];
    gradient[i] = fixed ? 0.0 : gradient[i] + options_.l2 * weights_[i];
  }
  return gradient;
}

CrfData CrfTrainer::data() const {
  std::vector<Feature> kept;
  std::vector<double> rows;
  double largest = 1e-3;
  const std::vector<double> mean = mean_weights();
  for (std::uint32_t row = 0; row < features_.size(); ++row) {
    const auto weights = std::span(mean).subspan(weight_of(row), labels_);
    double most = 0;
    for (const double weight : weights) {
      most = std::max(most, std::abs(weight));
    }
    if (most > options_.smallest) {
      kept.push_back(features_[row]);
      rows.insert(rows.end(), weights.begin(), weights.end());
      largest = std::max(largest, most);
    }
  }
  const double scale = kLargestStored / largest;
  return {.tokens = LinearModelData::of(kept, rows, labels_, scale),
          .step = 1 / scale,
          .chain = chain(mean)};
}

CrfData train_crf(std::span<const CrfExample> examples, const ChainWeights& chain,
                  const CrfOptions& options) {
  CrfTrainer trainer(examples, chain, options);
  for (std::uint32_t epoch = 0; epoch < options.epochs; ++epoch) {
    trainer.run_epoch();
  }
  return trainer.data();
}

}  // namespace parallax
