#include "parallax/learn/logistic_model.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "parallax/learn/dense.h"
#include "parallax/learn/random.h"

namespace parallax {
namespace {

constexpr float kSmall = 1e-6F;
constexpr double kLargestWeight = 32000.0;

}  // namespace

Result<LogisticModel> LogisticModel::from(const ModelFile& file, const std::string& name,
                                          std::uint32_t classes) {
  const auto slots = file.array<LinearModel::Slot>(name + ".slots");
  const auto weights = file.array<std::int16_t>(name + ".weights");
  const auto unit = file.array<float>(name + ".unit");
  if (!slots || !weights || !unit) {
    return damaged_model("a section " + name);
  }
  if (unit->size() != 1 || !(unit->front() > 0.0F) || !std::isfinite(unit->front())) {
    return damaged_model("the unit of " + name);
  }
  const auto linear = LinearModel::from(classes, *slots, *weights);
  if (!linear) {
    return std::unexpected(linear.error());
  }
  LogisticModel model;
  model.weights_ = *linear;
  model.unit_ = unit->front();
  return model;
}

void LogisticData::add_to(ModelWriter& writer, const std::string& name) const {
  writer.array<LinearModel::Slot>(name + ".slots", weights.slots);
  writer.array<std::int16_t>(name + ".weights", weights.weights);
  writer.array<float>(name + ".unit", std::span(&unit, 1));
}

void LogisticModel::probabilities(std::span<const Feature> features, Work& work) const {
  work.scores.resize(weights_.stride());
  work.probabilities.resize(classes());
  weights_.score(features, work.scores);
  for (std::uint32_t c = 0; c < classes(); ++c) {
    work.probabilities[c] = static_cast<float>(work.scores[c]) * unit_;
  }
  softmax(work.probabilities);
}

void LogisticTrainer::number_features(std::span<const LogisticExample> examples) {
  std::unordered_map<Feature, std::uint32_t> counts;
  for (const LogisticExample& example : examples) {
    for (const Feature feature : example.features) {
      if (++counts[feature] == settings_.seen) {
        index_.emplace(feature, static_cast<std::uint32_t>(features_.size()));
        features_.push_back(feature);
      }
    }
  }
  weights_.assign(features_.size() * settings_.classes, 0.0F);
  squares_.assign(weights_.size(), kSmall);
}

std::vector<std::uint32_t> LogisticTrainer::rows_of(const LogisticExample& example) const {
  std::vector<std::uint32_t> rows;
  for (const Feature feature : example.features) {
    if (const auto at = index_.find(feature); at != index_.end()) {
      rows.push_back(at->second);
    }
  }
  return rows;
}

void LogisticTrainer::scores(std::span<const std::uint32_t> rows, std::vector<float>& out) const {
  out.assign(settings_.classes, 0.0F);
  for (const std::uint32_t row : rows) {
    for (std::uint32_t c = 0; c < settings_.classes; ++c) {
      out[c] += weights_[std::size_t{row} * settings_.classes + c];
    }
  }
}

void LogisticTrainer::step(std::span<const std::uint32_t> rows, std::uint32_t right) {
  scores(rows, scratch_);
  softmax(scratch_);
  for (const std::uint32_t row : rows) {
    for (std::uint32_t c = 0; c < settings_.classes; ++c) {
      const std::size_t at = std::size_t{row} * settings_.classes + c;
      const float gradient =
          scratch_[c] - (c == right ? 1.0F : 0.0F) + settings_.shrink * weights_[at];
      squares_[at] += gradient * gradient;
      weights_[at] -= settings_.rate * gradient / std::sqrt(squares_[at]);
    }
  }
}

void LogisticTrainer::train(std::span<const LogisticExample> examples) {
  number_features(examples);
  std::vector<std::vector<std::uint32_t>> rows;
  rows.reserve(examples.size());
  for (const LogisticExample& example : examples) {
    rows.push_back(rows_of(example));
  }
  std::vector<std::uint32_t> order(examples.size());
  std::iota(order.begin(), order.end(), 0U);
  Random random(settings_.seed);
  for (std::uint32_t round = 0; round < settings_.rounds; ++round) {
    random.shuffle(order);
    for (const std::uint32_t at : order) {
      step(rows[at], examples[at].right);
    }
  }
}

double LogisticTrainer::loss(std::span<const LogisticExample> examples, float factor) const {
  double sum = 0.0;
  std::vector<float> out;
  for (const LogisticExample& example : examples) {
    scores(rows_of(example), out);
    for (float& score : out) {
      score *= factor;
    }
    softmax(out);
    sum -= std::log(std::max(out[example.right], kSmall));
  }
  return sum;
}

void LogisticTrainer::calibrate(std::span<const LogisticExample> examples) {
  float low = 0.1F;
  float high = 3.0F;
  constexpr int kSteps = 20;
  for (int i = 0; i < kSteps && !examples.empty(); ++i) {  // the loss is convex in the factor
    const float third = (high - low) / 3.0F;
    if (loss(examples, low + third) < loss(examples, high - third)) {
      high -= third;
    } else {
      low += third;
    }
  }
  factor_ = examples.empty() ? 1.0F : (low + high) / 2.0F;
}

LogisticData LogisticTrainer::data() const {
  std::vector<Feature> features;
  std::vector<double> weights;
  double largest = kSmall;
  for (std::size_t row = 0; row < features_.size(); ++row) {
    const std::span<const float> mine(weights_.data() + row * settings_.classes, settings_.classes);
    // Only differences between classes count.
    const auto [least, most] = std::ranges::minmax(mine);
    if (most - least > settings_.smallest) {
      features.push_back(features_[row]);
      weights.insert(weights.end(), mine.begin(), mine.end());
      largest = std::max(largest, std::max<double>(std::abs(least), std::abs(most)));
    }
  }
  const double scale = kLargestWeight / largest;
  return {.weights = LinearModelData::of(features, weights, settings_.classes, scale),
          .unit = static_cast<float>(factor_ / scale)};
}

}  // namespace parallax
