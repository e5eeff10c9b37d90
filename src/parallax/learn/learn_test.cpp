#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "parallax/learn/model_file.h"
#include "parallax/learn/perceptron.h"

namespace parallax {
namespace {

ModelIdentity identity() { return {.stage = "syntax", .language = "en", .templates = 3}; }

std::string small_file() {
  ModelWriter writer(identity());
  const std::vector<std::int16_t> weights = {1, -2, 3};
  writer.array<std::int16_t>("weights", weights);
  writer.lines("names", std::vector<std::string>{"NOUN", "VERB"});
  return writer.bytes();
}

/// Three classes; the first fact decides, the second is noise.
struct Example {
  Feature features[2];
  std::uint32_t right;
};

std::vector<Example> examples() {
  std::mt19937 random(1);
  std::vector<Example> all;
  for (int i = 0; i < 300; ++i) {
    const auto fact = static_cast<std::uint32_t>(random() % 30);
    all.push_back({{feature_of(1, fact), feature_of(2, random() % 50)}, fact % 3});
  }
  return all;
}

Perceptron trained() {
  Perceptron perceptron(3);
  std::vector<float> scores;
  for (int epoch = 0; epoch < 5; ++epoch) {
    for (const Example& example : examples()) {
      perceptron.score(example.features, scores);
      const auto guess =
          static_cast<std::uint32_t>(std::ranges::max_element(scores) - scores.begin());
      perceptron.update(example.features, example.right, guess);
      perceptron.step();
    }
  }
  return perceptron;
}

}  // namespace

TEST_CASE("features of different templates, facts or orders differ") {
  CHECK(feature_of(1, 2U, 3U) == feature_of(1, 2U, 3U));
  CHECK(feature_of(1, 2U, 3U) != feature_of(1, 3U, 2U));
  CHECK(feature_of(1, 2U) != feature_of(2, 2U));
  CHECK(feature_of(1, 0U) != feature_of(1));
  CHECK(fact_of("") != 0);
}

TEST_CASE("the averaged perceptron learns what can be told apart, and the same each time") {
  const LinearModelData data = trained().averaged({});
  const auto model = LinearModel::from(data.classes, data.slots, data.weights);
  REQUIRE(model.has_value());
  std::vector<std::int32_t> scores;
  const auto right = std::ranges::count_if(examples(), [&](const Example& example) {
    return model->best(example.features, scores) == example.right;
  });
  CHECK(right >= 285);  // of 300; a guess gets 100
  const LinearModelData again = trained().averaged({});
  CHECK(again.weights == data.weights);
}

TEST_CASE("pruning leaves out what was seldom touched or weighs little") {
  const Perceptron perceptron = trained();
  const std::size_t all = perceptron.averaged({}).weights.size();
  CHECK(perceptron.averaged({.smallest = 0.0F, .touched = 5}).weights.size() < all);
  CHECK(perceptron.averaged({.smallest = 0.5F, .touched = 1}).weights.size() < all);
  const LinearModelData none = perceptron.averaged({.smallest = 1e9F, .touched = 1});
  const auto model = LinearModel::from(none.classes, none.slots, none.weights);
  REQUIRE(model.has_value());
  std::vector<std::int32_t> scores;
  CHECK(model->best(examples().front().features, scores) == 0);
}

TEST_CASE("a table that would be read beyond its ends is refused") {
  const LinearModelData data = trained().averaged({});
  CHECK_FALSE(LinearModel::from(0, data.slots, data.weights).has_value());
  CHECK_FALSE(LinearModel::from(1U << 20U, data.slots, data.weights).has_value());
  CHECK_FALSE(LinearModel::from(3, std::span(data.slots).first(3), data.weights).has_value());
  CHECK_FALSE(LinearModel::from(3, data.slots, std::span(data.weights).first(8)).has_value());
  CHECK_FALSE(LinearModel::from(3, data.slots, std::span(data.weights).first(9)).has_value());
  std::vector<LinearModel::Slot> full(4, {1, 1});
  CHECK_FALSE(LinearModel::from(3, full, data.weights).has_value());
}

TEST_CASE("a model file gives back what was written") {
  const std::string bytes = small_file();
  const auto file = ModelFile::open(bytes, identity());
  REQUIRE(file.has_value());
  const auto weights = file->array<std::int16_t>("weights");
  REQUIRE(weights.has_value());
  CHECK(std::vector(weights->begin(), weights->end()) == std::vector<std::int16_t>{1, -2, 3});
  CHECK(file->lines("names").value() == std::vector<std::string>{"NOUN", "VERB"});
  CHECK_FALSE(file->array<std::int32_t>("weights").has_value());
  CHECK_FALSE(file->text("colours").has_value());
}

TEST_CASE("a foreign, cut or damaged model file is refused in one sentence") {
  const std::string bytes = small_file();
  for (const ModelIdentity& other :
       {ModelIdentity{"tone", "en", 3}, ModelIdentity{"syntax", "xx", 3},
        ModelIdentity{"syntax", "en", 4}}) {
    CHECK_FALSE(ModelFile::open(bytes, other).has_value());
  }
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(ModelFile::open(std::string_view(bytes).substr(0, size), identity()).has_value());
  }
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 0x41);
    CAPTURE(at);
    const auto file = ModelFile::open(changed, identity());
    REQUIRE_FALSE(file.has_value());
    CHECK(file.error().message.size() > 10);
  }
  std::string newer = bytes;
  newer[8] = 9;
  CHECK(ModelFile::open(newer, identity()).error().code == ErrorCode::newer_version);
}

}  // namespace parallax
