#include <doctest/doctest.h>

#include <cmath>

#include "parallax/learn/boosted_trees_trainer.h"
#include "parallax/learn/random.h"

namespace parallax {
namespace {

/// Yes where exactly one of the first two numbers is above a half; the third says nothing.
BoostingExamples either_or(std::size_t count) {
  BoostingExamples examples{.features = 3, .numbers = {}, .right = {}, .weights = {}};
  Random random(7);
  for (std::size_t i = 0; i < count; ++i) {
    const float a = random.unit();
    const float b = random.unit();
    examples.numbers.insert(examples.numbers.end(), {a, b, random.unit()});
    examples.right.push_back((a > 0.5F) != (b > 0.5F) ? 1.0F : 0.0F);
    examples.weights.push_back(1.0F);
  }
  return examples;
}

std::string file_of(const BoostedTreesData& data) {
  ModelWriter writer({.stage = "trial", .language = "und", .templates = 1});
  data.add_to(writer, "trees");
  return writer.bytes();
}

Result<BoostedTrees> trees_in(std::string_view bytes, std::uint32_t features) {
  const auto file = ModelFile::open(bytes, {.stage = "trial", .language = "und", .templates = 1});
  return BoostedTrees::from(file.value(), "trees", features);
}

constexpr BoostingOptions kOptions = {.trees = 60, .depth = 3, .rate = 0.3, .columns = 1.0};

}  // namespace

TEST_CASE("boosted trees learn what no single number says") {
  const std::string bytes = file_of(train_boosted_trees(either_or(2000), kOptions));
  const auto trees = trees_in(bytes, 3).value();
  CHECK(trees.probabilities(std::vector{0.9F, 0.1F, 0.5F}).front() > 0.9F);
  CHECK(trees.probabilities(std::vector{0.1F, 0.9F, 0.5F}).front() > 0.9F);
  CHECK(trees.probabilities(std::vector{0.9F, 0.9F, 0.5F}).front() < 0.1F);
  CHECK(trees.probabilities(std::vector{0.1F, 0.1F, 0.5F}).front() < 0.1F);
}

TEST_CASE("boosted trees: the same examples make the same bytes") {
  CHECK(file_of(train_boosted_trees(either_or(300), kOptions)) ==
        file_of(train_boosted_trees(either_or(300), kOptions)));
}

TEST_CASE("boosted trees: a number that is none, and no examples at all, give a probability") {
  const std::string bytes = file_of(train_boosted_trees(either_or(300), kOptions));
  const float p = trees_in(bytes, 3)->probabilities(std::vector{NAN, INFINITY, -INFINITY}).front();
  CHECK((p >= 0.0F && p <= 1.0F));
  const std::string empty = file_of(train_boosted_trees({.features = 3}, kOptions));
  CHECK(trees_in(empty, 3)->probabilities(std::vector{1.0F, 1.0F, 1.0F}).front() ==
        doctest::Approx(0.5));
}

TEST_CASE("boosted trees refuse splits on features that rows do not have") {
  const std::string bytes = file_of(train_boosted_trees(either_or(300), kOptions));
  CHECK_FALSE(trees_in(bytes, 1).has_value());
  BoostedTreesData broken = train_boosted_trees(either_or(300), kOptions);
  broken.leaves.pop_back();
  CHECK_FALSE(trees_in(file_of(broken), 3).has_value());
}

}  // namespace parallax
