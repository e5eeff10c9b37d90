#include "parallax/learn/chain.h"

#include <doctest/doctest.h>

#include <cmath>
#include <random>

namespace parallax {
namespace {

struct Chain {
  ChainWeights weights;
  std::vector<double> tokens;
};

double between(std::mt19937& random, double low, double high) {
  return low + (high - low) * static_cast<double>(random()) / std::mt19937::max();
}

Chain random_chain(std::uint32_t labels, std::size_t count, std::mt19937& random) {
  Chain chain{ChainWeights(labels), std::vector<double>(count * labels)};
  for (std::vector<double>* part :
       {&chain.weights.first, &chain.weights.last, &chain.weights.between, &chain.tokens}) {
    for (double& weight : *part) {
      weight = between(random, -2, 2);
    }
  }
  return chain;
}

/// Every labelled sequence there is.
std::vector<std::vector<std::uint32_t>> all_sequences(std::uint32_t labels, std::size_t count) {
  std::vector<std::vector<std::uint32_t>> all = {{}};
  for (std::size_t t = 0; t < count; ++t) {
    std::vector<std::vector<std::uint32_t>> longer;
    for (const auto& sequence : all) {
      for (std::uint32_t label = 0; label < labels; ++label) {
        longer.push_back(sequence);
        longer.back().push_back(label);
      }
    }
    all = std::move(longer);
  }
  return all;
}

void check_expectations(const Chain& chain, std::size_t count) {
  const std::uint32_t labels = chain.weights.labels;
  ChainExpectations wanted{0, std::vector<double>(count * labels),
                           std::vector<double>(std::size_t{labels} * labels)};
  double sum = 0;
  for (const auto& sequence : all_sequences(labels, count)) {
    const double share = std::exp(score_of(chain.weights, chain.tokens, sequence));
    sum += share;
    for (std::size_t t = 0; t < count; ++t) {
      wanted.label[t * labels + sequence[t]] += share;
      if (t > 0) {
        wanted.between[std::size_t{sequence[t - 1]} * labels + sequence[t]] += share;
      }
    }
  }
  ChainExpectations found;
  expect(chain.weights, chain.tokens, found);
  CHECK(found.log_sum == doctest::Approx(std::log(sum)));
  for (std::size_t i = 0; i < wanted.label.size(); ++i) {
    CHECK(found.label[i] == doctest::Approx(wanted.label[i] / sum));
  }
  for (std::size_t i = 0; i < wanted.between.size(); ++i) {
    CHECK(found.between[i] == doctest::Approx(wanted.between[i] / sum));
  }
}

void check_best(const Chain& chain, std::size_t count) {
  const auto found = best_labels(chain.weights, chain.tokens);
  REQUIRE(found.size() == count);
  const double score = score_of(chain.weights, chain.tokens, found);
  for (const auto& sequence : all_sequences(chain.weights.labels, count)) {
    CHECK(score_of(chain.weights, chain.tokens, sequence) <= score + 1e-9);
  }
}

}  // namespace

TEST_CASE("chain: best labels and expectations are those of all sequences one by one") {
  std::mt19937 random(2);
  for (const std::size_t count : {1U, 2U, 3U, 5U}) {
    for (const std::uint32_t labels : {1U, 2U, 4U}) {
      CAPTURE(count);
      CAPTURE(labels);
      const Chain chain = random_chain(labels, count, random);
      check_best(chain, count);
      check_expectations(chain, count);
    }
  }
}

TEST_CASE("chain: what is forbidden is not taken, and has no probability") {
  std::mt19937 random(3);
  for (int i = 0; i < 20; ++i) {
    Chain chain = random_chain(3, 4, random);
    chain.weights.forbid_first(2);
    chain.weights.forbid_last(1);
    chain.weights.forbid(0, 2);
    chain.weights.forbid(2, 2);
    for (std::size_t t = 0; t < 4; ++t) {
      chain.tokens[t * 3 + 2] += 5;  // it would be taken everywhere
    }
    check_best(chain, 4);
    check_expectations(chain, 4);
    CHECK(chain.weights.allows(best_labels(chain.weights, chain.tokens)));
    CHECK_FALSE(chain.weights.allows(std::vector<std::uint32_t>{2}));
    CHECK_FALSE(chain.weights.allows(std::vector<std::uint32_t>{0, 2, 0}));
    CHECK_FALSE(chain.weights.allows(std::vector<std::uint32_t>{0, 1}));
    CHECK(chain.weights.allows(std::vector<std::uint32_t>{1, 2, 0}));
    CHECK(chain.weights.allows({}));
  }
}

TEST_CASE("chain: where no way is allowed, as little as possible is broken") {
  Chain chain{ChainWeights(2), {1, 0, 0, 3}};
  chain.weights.forbid_first(0);
  chain.weights.forbid_first(1);
  chain.weights.forbid(0, 1);
  CHECK(best_labels(chain.weights, chain.tokens) == std::vector<std::uint32_t>{1, 1});
  ChainExpectations expected;
  expect(chain.weights, chain.tokens, expected);
  for (const double probability : expected.label) {
    CHECK((probability >= 0 && probability <= 1));
  }
}

TEST_CASE("chain: scores of any size, no tokens, no labels") {
  Chain chain{ChainWeights(2), {1e9, -1e9, -1e9, 1e9, 700, 800}};
  ChainExpectations expected;
  expect(chain.weights, chain.tokens, expected);
  CHECK(expected.label[0] == doctest::Approx(1));
  CHECK(expected.label[3] == doctest::Approx(1));
  CHECK(best_labels(chain.weights, chain.tokens) == std::vector<std::uint32_t>{0, 1, 1});
  CHECK(best_labels(chain.weights, {}).empty());
  CHECK(best_labels({}, {}).empty());
  expect({}, {}, expected);
  CHECK(expected.label.empty());
}

}  // namespace parallax
