#include "parallax/read/syntax/best_tree.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace parallax {
namespace {

using Heads = std::vector<std::uint32_t>;

bool is_tree_on_one_word(const Heads& heads) {
  if (std::ranges::count(heads, 0U) != 1) {
    return false;
  }
  for (std::uint32_t word = 1; word <= heads.size(); ++word) {
    std::uint32_t at = word;
    for (std::size_t steps = 0; at != 0; ++steps) {
      if (steps > heads.size()) {
        return false;
      }
      at = heads[at - 1];
    }
  }
  return true;
}

double sum_of(const std::vector<float>& scores, const Heads& heads) {
  double sum = 0;
  for (std::size_t w = 0; w < heads.size(); ++w) {
    sum += static_cast<double>(scores[w * (heads.size() + 1) + heads[w]]);
  }
  return sum;
}

/// All assignments of heads, one after the other.
double best_sum(const std::vector<float>& scores, std::size_t words) {
  Heads heads(words, 0);
  double best = -HUGE_VAL;
  for (bool more = true; more;) {
    if (is_tree_on_one_word(heads)) {
      best = std::max(best, sum_of(scores, heads));
    }
    more = false;
    for (std::size_t w = 0; w < words && !more; ++w) {
      heads[w] = heads[w] == words ? 0 : heads[w] + 1;
      more = heads[w] != 0;
    }
  }
  return best;
}

std::vector<float> random_scores(std::mt19937& random, std::size_t words) {
  std::vector<float> scores(words * (words + 1));
  for (float& score : scores) {
    score = static_cast<float>(random() % 2000) / 100.0F - 10.0F;
  }
  return scores;
}

}  // namespace

TEST_CASE("the best tree is the best of all trees on one word") {
  std::mt19937 random(5);
  for (int i = 0; i < 400; ++i) {
    const std::size_t words = 1 + random() % 5;
    const auto scores = random_scores(random, words);
    const Heads heads = best_tree(scores, words);
    REQUIRE(is_tree_on_one_word(heads));
    CHECK(sum_of(scores, heads) == doctest::Approx(best_sum(scores, words)));
  }
}

TEST_CASE("circles within circles are opened") {
  // Words 1 and 2 want each other, and so do 3 and 4; both pairs want the other pair.
  std::vector<float> scores(20, 0.0F);
  const auto want = [&](std::size_t word, std::size_t head, float score) {
    scores[(word - 1) * 5 + head] = score;
  };
  want(1, 2, 10);
  want(2, 1, 10);
  want(3, 4, 10);
  want(4, 3, 10);
  want(1, 3, 5);
  want(3, 1, 5);
  want(2, 0, 1);
  CHECK(best_tree(scores, 4) == Heads{2, 0, 1, 3});
}

TEST_CASE("any scores give a tree on one word") {
  std::mt19937 random(6);
  const float odd[] = {std::numeric_limits<float>::quiet_NaN(), HUGE_VALF, -HUGE_VALF, 0.0F, 1e38F};
  for (int i = 0; i < 200; ++i) {
    const std::size_t words = 1 + random() % 40;
    auto scores = random_scores(random, words);
    for (float& score : scores) {
      score = random() % 3 == 0 ? odd[random() % 5] : score;
    }
    CHECK(is_tree_on_one_word(best_tree(scores, words)));
  }
  CHECK(best_tree({}, 0).empty());
}

TEST_CASE("a long sentence whose words all want a circle gives a tree") {
  const std::size_t words = 256;
  std::vector<float> scores(words * (words + 1), -1.0F);
  for (std::size_t w = 0; w < words; ++w) {
    scores[w * (words + 1) + (w + 1) % words + 1] = 5.0F;
  }
  const Heads heads = best_tree(scores, words);
  CHECK(is_tree_on_one_word(heads));
  CHECK(sum_of(scores, heads) == doctest::Approx(255 * 5.0 - 1.0));
}

}  // namespace parallax
