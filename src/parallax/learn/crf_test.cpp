#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "parallax/learn/crf_trainer.h"

namespace parallax {
namespace {

constexpr std::uint32_t kOut = 0;
constexpr std::uint32_t kBegin = 1;
constexpr std::uint32_t kIn = 2;

/// Names in a made-up language: a name begins with a capital and goes on with any word until one
/// that ends in "o". What a word after the begin is can only be told from the label before it.
struct Word {
  bool capital = false;
  bool ends_in_o = false;
  std::uint32_t form = 0;
};

FeatureRows rows_of(const std::vector<std::vector<Feature>>& rows) {
  FeatureRows made;
  for (const std::vector<Feature>& row : rows) {
    std::ranges::for_each(row, [&](Feature feature) { made.add(feature); });
    made.end_row();
  }
  return made;
}

CrfExample example_of(std::mt19937& random) {
  CrfExample example;
  const std::size_t count = 3 + random() % 12;
  bool inside = false;
  for (std::size_t t = 0; t < count; ++t) {
    const Word word = {random() % 5 == 0, random() % 3 == 0,
                       static_cast<std::uint32_t>(random() % 40)};
    for (const Feature feature : {feature_of(1, word.capital), feature_of(2, word.ends_in_o),
                                  feature_of(3, word.form), feature_of(4, random() % 1000)}) {
      example.tokens.add(feature);
    }
    example.tokens.end_row();
    const bool begins = word.capital;
    example.labels.push_back(begins ? kBegin : inside && !word.ends_in_o ? kIn : kOut);
    inside = begins || (inside && !word.ends_in_o);
  }
  return example;
}

std::vector<CrfExample> examples_of(std::uint32_t seed, std::size_t count) {
  std::mt19937 random(seed);
  std::vector<CrfExample> examples(count);
  std::ranges::generate(examples, [&] { return example_of(random); });
  return examples;
}

ChainWeights names_chain() {
  ChainWeights chain(3);
  chain.forbid_first(kIn);
  chain.forbid(kOut, kIn);
  return chain;
}

/// A model of which the bytes stay where they are.
struct Stored {
  std::string bytes;
  Result<Crf> crf;
};
ModelIdentity identity() { return {.stage = "names", .language = "xx", .templates = 1}; }

Stored stored(const CrfData& data) {
  ModelWriter writer(identity());
  data.add_to(writer, "names");
  Stored made{writer.bytes(), {}};
  const auto file = ModelFile::open(made.bytes, identity());
  REQUIRE(file.has_value());
  made.crf = Crf::from(*file, "names");
  REQUIRE(made.crf.has_value());
  return made;
}

/// Of all labels of fresh examples, the share that is found.
double share_right(const Crf& crf) {
  std::size_t right = 0;
  std::size_t all = 0;
  for (const CrfExample& example : examples_of(99, 200)) {
    const auto found = crf.best(example.tokens);
    CHECK(names_chain().allows(found));
    for (std::size_t t = 0; t < found.size(); ++t) {
      right += found[t] == example.labels[t] ? 1 : 0;
      ++all;
    }
  }
  return static_cast<double>(right) / static_cast<double>(all);
}

}  // namespace

TEST_CASE("crf: the gradient is that of the loss, by finite differences") {
  CrfTrainer trainer(examples_of(1, 5), names_chain(), {.l2 = 0.7});
  std::mt19937 random(5);
  std::vector<double>& weights = trainer.weights();
  for (double& weight : weights) {
    weight += is_forbidden(weight) ? 0 : static_cast<double>(random() % 200) / 100 - 1;
  }
  const std::vector<double> gradient = trainer.gradient();
  REQUIRE(gradient.size() == weights.size());
  for (std::size_t i = 0; i < weights.size(); i += 1 + i / 20) {
    CAPTURE(i);
    const double weight = weights[i];
    if (is_forbidden(weight)) {
      CHECK(gradient[i] == 0);
      continue;
    }
    constexpr double kStep = 1e-5;
    weights[i] = weight + kStep;
    const double above = trainer.loss();
    weights[i] = weight - kStep;
    const double below = trainer.loss();
    weights[i] = weight;
    CHECK(gradient[i] == doctest::Approx((above - below) / (2 * kStep)).epsilon(1e-4));
  }
}

TEST_CASE("crf: training goes down, and near to where the gradient is nothing") {
  CrfTrainer trainer(examples_of(1, 40), names_chain(), {.l2 = 1.0});
  double before = trainer.loss();
  const double first = before;
  for (int epoch = 0; epoch < 60; ++epoch) {
    trainer.run_epoch();
    before = epoch == 4 ? trainer.loss() : before;
  }
  CHECK(before < first / 2);
  CHECK(trainer.loss() < before);
  double squares = 0;
  for (const double partial : trainer.gradient()) {
    squares += partial * partial;
  }
  CHECK(std::sqrt(squares) < first / 40);
}

TEST_CASE("crf: the model has the mean of the weights after each epoch of the second half") {
  CrfTrainer trainer(examples_of(1, 40), names_chain(), {.epochs = 4});
  for (int epoch = 0; epoch < 3; ++epoch) {
    trainer.run_epoch();
  }
  const std::vector<double> third = trainer.weights();
  trainer.run_epoch();
  const std::vector<double> fourth = trainer.weights();
  REQUIRE(third.front() != fourth.front());
  CHECK(trainer.data().chain.first.front() ==
        doctest::Approx((third.front() + fourth.front()) / 2).epsilon(1e-12));
}

TEST_CASE("crf: labels that only their neighbours tell are learnt, and rules are kept") {
  const CrfData data = train_crf(examples_of(7, 400), names_chain(), {.epochs = 15});
  const Stored model = stored(data);
  CHECK(model.crf->labels() == 3);
  CHECK(share_right(*model.crf) > 0.97);
  const CrfData again = train_crf(examples_of(7, 400), names_chain(), {.epochs = 15});
  CHECK(stored(again).bytes == model.bytes);
}

TEST_CASE("crf: probabilities add up to one and agree with the labels where they are sure") {
  const Stored model = stored(train_crf(examples_of(7, 200), names_chain(), {.epochs = 10}));
  for (const CrfExample& example : examples_of(3, 20)) {
    const auto labels = model.crf->best(example.tokens);
    const auto probabilities = model.crf->probabilities(example.tokens);
    REQUIRE(probabilities.size() == 3 * labels.size());
    for (std::size_t t = 0; t < labels.size(); ++t) {
      CHECK(probabilities[3 * t] + probabilities[3 * t + 1] + probabilities[3 * t + 2] ==
            doctest::Approx(1));
      for (std::uint32_t label = 0; label < 3; ++label) {
        CHECK((probabilities[3 * t + label] < 0.95 || labels[t] == label));
      }
    }
    CHECK(probabilities[kIn] == doctest::Approx(0));
  }
  CHECK(model.crf->best({}).empty());
  CHECK(model.crf->probabilities({}).empty());
  const FeatureRows featureless = rows_of({{}, {}, {}});
  CHECK(model.crf->best(featureless).size() == 3);
}

TEST_CASE("crf: examples that break a rule and rare features are left out") {
  std::vector<CrfExample> examples = examples_of(1, 10);
  examples.push_back({rows_of({{1}, {2}}), {kOut, kIn}});
  examples.push_back({rows_of({{1}, {2}}), {kOut}});
  examples.push_back({rows_of({{1}}), {7}});
  examples.push_back({});
  const CrfTrainer trainer(examples, names_chain(), {});
  CHECK(trainer.examples() == 10);
  const std::size_t all = train_crf(examples, names_chain(), {.epochs = 1}).tokens.weights.size();
  CrfOptions frequent{.epochs = 1, .least_count = 5};
  CHECK(train_crf(examples, names_chain(), frequent).tokens.weights.size() < all);
  const CrfData nothing = train_crf({}, names_chain(), {.epochs = 2});
  CHECK(stored(nothing).crf->best(examples[0].tokens).size() == examples[0].tokens.size());
}

TEST_CASE("crf: a damaged model is refused") {
  const CrfData good = train_crf(examples_of(1, 10), names_chain(), {.epochs = 1});
  const auto refused = [](const CrfData& data) {
    ModelWriter writer(identity());
    data.add_to(writer, "names");
    const std::string bytes = writer.bytes();
    const auto file = ModelFile::open(bytes, identity());
    REQUIRE(file.has_value());
    CHECK_FALSE(Crf::from(*file, "colours").has_value());
    return !Crf::from(*file, "names").has_value();
  };
  CHECK_FALSE(refused(good));
  CrfData bad = good;
  bad.chain.between.pop_back();
  CHECK(refused(bad));
  bad = good;
  bad.chain.labels = 0;
  CHECK(refused(bad));
  bad = good;
  bad.chain.first[0] = std::nan("");
  CHECK(refused(bad));
  bad = good;
  bad.step = 0;
  CHECK(refused(bad));
  bad = good;
  bad.tokens.weights.resize(4);
  CHECK(refused(bad));
}

}  // namespace parallax
