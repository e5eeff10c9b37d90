#include <doctest/doctest.h>

#include "parallax/learn/linear_model.h"
#include "parallax/learn/model_file.h"

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

/// Two features with a weight for each of three classes.
LinearModelData small_model() {
  const std::vector<Feature> features = {feature_of(1, 7U), feature_of(2, 7U)};
  const std::vector<double> weights = {0.5, -1.0, 0.0, 2.0, 0.25, -0.5};
  return LinearModelData::of(features, weights, 3, 4.0);
}

}  // namespace

TEST_CASE("features of different templates, facts or orders differ") {
  CHECK(feature_of(1, 2U, 3U) == feature_of(1, 2U, 3U));
  CHECK(feature_of(1, 2U, 3U) != feature_of(1, 3U, 2U));
  CHECK(feature_of(1, 2U) != feature_of(2, 2U));
  CHECK(feature_of(1, 0U) != feature_of(1));
  CHECK(fact_of("") != 0);
}

TEST_CASE("a linear model adds the weights of the features that it knows") {
  const LinearModelData data = small_model();
  const auto model = LinearModel::from(data.classes, data.slots, data.weights);
  REQUIRE(model.has_value());
  std::vector<std::int32_t> scores(model->stride());
  const auto scored = [&](std::vector<Feature> features) {
    model->score(features, scores);
    return std::vector(scores.begin(), scores.begin() + 3);
  };
  CHECK(scored({feature_of(1, 7U)}) == std::vector<std::int32_t>{2, -4, 0});
  CHECK(scored({feature_of(1, 7U), feature_of(3, 7U), feature_of(2, 7U)}) ==
        std::vector<std::int32_t>{10, -3, -2});
  CHECK(scored({}) == std::vector<std::int32_t>{0, 0, 0});
}

TEST_CASE("a table that would be read beyond its ends is refused") {
  const LinearModelData data = small_model();
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
