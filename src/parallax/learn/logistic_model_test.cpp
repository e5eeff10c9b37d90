#include "parallax/learn/logistic_model.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <random>

namespace parallax {
namespace {

/// Class 1 is right as often as the fact says, in tenths; the second feature is noise.
std::vector<LogisticExample> examples(std::uint32_t seed, std::size_t count) {
  std::mt19937 random(seed);
  std::vector<LogisticExample> all;
  for (std::size_t i = 0; i < count; ++i) {
    const auto tenths = static_cast<std::uint32_t>(random() % 11);
    const auto noise = static_cast<std::uint32_t>(random() % 100);
    all.push_back({.features = {feature_of(1, tenths), feature_of(2, noise)},
                   .right = random() % 10 < tenths ? 1U : 0U});
  }
  return all;
}

LogisticData trained() {
  LogisticTrainer trainer({.classes = 2});
  trainer.train(examples(1, 4000));
  trainer.calibrate(examples(2, 1000));
  return trainer.data();
}

std::string file_of(const LogisticData& data) {
  ModelWriter writer({.stage = "test", .language = "en", .templates = 1});
  data.add_to(writer, "odds");
  return writer.bytes();
}

/// A view into `bytes`.
Result<LogisticModel> opened(const std::string& bytes, std::uint32_t classes) {
  const auto file = ModelFile::open(bytes, {.stage = "test", .language = "en", .templates = 1});
  return LogisticModel::from(file.value(), "odds", classes);
}

}  // namespace

TEST_CASE("probabilities are as often right as they say") {
  const std::string bytes = file_of(trained());
  const auto model = opened(bytes, 2);
  REQUIRE(model.has_value());
  LogisticModel::Work work;
  for (const std::uint32_t tenths : {1U, 3U, 5U, 8U}) {
    const std::vector<Feature> features = {feature_of(1, tenths)};
    model->probabilities(features, work);
    const std::vector<float>& probabilities = work.probabilities;
    CHECK(probabilities.size() == 2);
    CHECK(probabilities[0] + probabilities[1] == doctest::Approx(1.0));
    CHECK(probabilities[1] == doctest::Approx(tenths / 10.0).epsilon(0.25));
  }
}

TEST_CASE("the same examples and seed give the same model, of several classes too") {
  CHECK(trained().weights.weights == trained().weights.weights);
  CHECK(trained().unit == trained().unit);
  LogisticTrainer trainer({.classes = 3});
  std::vector<LogisticExample> taught;
  taught.reserve(90);
  for (std::uint32_t i = 0; i < 90; ++i) {
    taught.push_back({.features = {feature_of(1, i % 3)}, .right = i % 3});
  }
  trainer.train(taught);
  const std::string bytes = file_of(trainer.data());
  const auto model = opened(bytes, 3);
  REQUIRE(model.has_value());
  LogisticModel::Work work;
  for (std::uint32_t i = 0; i < 3; ++i) {
    const std::vector<Feature> features = {feature_of(1, i)};
    model->probabilities(features, work);
    const std::vector<float>& probabilities = work.probabilities;
    CHECK(std::ranges::max_element(probabilities) - probabilities.begin() == i);
  }
}

TEST_CASE("calibrating cools what is too sure of itself") {
  LogisticTrainer sure({.classes = 2, .rounds = 40, .rate = 0.5F, .seen = 1});
  std::vector<LogisticExample> few = examples(3, 60);
  sure.train(few);
  const float before = sure.data().unit;
  sure.calibrate(examples(4, 1000));
  CHECK(sure.data().unit < before);
}

TEST_CASE("a unit that is no positive number is refused, and so are other classes") {
  LogisticData data = trained();
  CHECK(opened(file_of(data), 2).has_value());
  CHECK(!opened(file_of(data), 20).has_value());
  for (const float unit : {0.0F, -1.0F, std::numeric_limits<float>::infinity(),
                           std::numeric_limits<float>::quiet_NaN()}) {
    data.unit = unit;
    CHECK(!opened(file_of(data), 2).has_value());
  }
}

}  // namespace parallax
