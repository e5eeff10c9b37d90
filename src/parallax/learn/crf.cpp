#include "parallax/learn/crf.h"

#include <algorithm>

namespace parallax {
namespace {

constexpr std::uint32_t kMostLabels = 256;
constexpr double kLargestWeight = 1e6;
constexpr double kSmallestStep = 1e-9;

bool is_weight(double weight) {
  return weight == kForbidden || (weight >= -kLargestWeight && weight <= kLargestWeight);
}

/// The section `name.chain`: the step, then the weights of first, last and between.
Result<ChainWeights> load_chain(std::span<const double> numbers, std::uint32_t labels) {
  ChainWeights chain(labels);
  if (numbers.size() != 1 + 2 * std::size_t{labels} + chain.between.size()) {
    return damaged_model("the number of steps between labels");
  }
  if (!(numbers[0] >= kSmallestStep && numbers[0] <= 1) ||
      !std::ranges::all_of(numbers.subspan(1), is_weight)) {
    return damaged_model("a weight of a step between labels");
  }
  const double* next = numbers.data() + 1;
  for (std::vector<double>* part : {&chain.first, &chain.last, &chain.between}) {
    for (double& weight : *part) {
      weight = is_forbidden(*next) ? kForbidden : *next / numbers[0];
      ++next;
    }
  }
  return chain;
}

}  // namespace

Result<Crf> Crf::from(const ModelFile& file, const std::string& name) {
  const auto labels = file.array<std::uint32_t>(name + ".labels");
  const auto numbers = file.array<double>(name + ".chain");
  const auto slots = file.array<LinearModel::Slot>(name + ".slots");
  const auto weights = file.array<std::int16_t>(name + ".weights");
  if (!labels || !numbers || !slots || !weights) {
    return damaged_model("a section of labels is missing");
  }
  if (labels->size() != 1 || labels->front() == 0 || labels->front() > kMostLabels) {
    return damaged_model("the number of labels");
  }
  auto model = LinearModel::from(labels->front(), *slots, *weights);
  if (!model) {
    return std::unexpected(model.error());
  }
  auto chain = load_chain(*numbers, labels->front());
  if (!chain) {
    return std::unexpected(chain.error());
  }
  Crf crf;
  crf.model_ = *model;
  crf.step_ = numbers->front();
  crf.chain_ = std::move(*chain);
  return crf;
}

std::vector<double> Crf::scores(const FeatureRows& tokens) const {
  std::vector<double> all;
  all.reserve(tokens.size() * labels());
  std::vector<std::int32_t> scores(model_.stride());
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    model_.score(tokens[t], scores);
    all.insert(all.end(), scores.begin(), scores.begin() + labels());
  }
  return all;
}

std::vector<std::uint32_t> Crf::best(const FeatureRows& tokens) const {
  return best_labels(chain_, scores(tokens));
}

std::vector<double> Crf::probabilities(const FeatureRows& tokens) const {
  ChainWeights chain = chain_;
  for (std::vector<double>* part : {&chain.first, &chain.last, &chain.between}) {
    for (double& weight : *part) {
      weight = is_forbidden(weight) ? kForbidden : weight * step_;
    }
  }
  std::vector<double> all = scores(tokens);
  for (double& score : all) {
    score *= step_;
  }
  ChainExpectations expected;
  expect(chain, all, expected);
  return std::move(expected.label);
}

void CrfData::add_to(ModelWriter& writer, const std::string& name) const {
  const std::uint32_t labels = chain.labels;
  std::vector<double> numbers = {step};
  for (const std::vector<double>* part : {&chain.first, &chain.last, &chain.between}) {
    numbers.insert(numbers.end(), part->begin(), part->end());
  }
  writer.array<std::uint32_t>(name + ".labels", std::span(&labels, 1));
  writer.array<double>(name + ".chain", numbers);
  writer.array<LinearModel::Slot>(name + ".slots", tokens.slots);
  writer.array<std::int16_t>(name + ".weights", tokens.weights);
}

}  // namespace parallax
