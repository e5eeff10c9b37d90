#include "parallax/learn/dense.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "parallax/learn/dense_kernels.h"
#include "parallax/learn/feature_table.h"
#include "parallax/learn/lstm.h"

namespace parallax {
namespace {

class Numbers {
 public:
  explicit Numbers(std::uint32_t seed) : random_(seed) {}
  std::vector<float> make(std::size_t count) {
    std::vector<float> made(count);
    for (float& value : made) {
      value = (static_cast<float>(random_() % 2001) - 1000.0F) / 500.0F;
    }
    return made;
  }

 private:
  std::mt19937 random_;
};

LstmWeights some_cells(std::size_t input, std::size_t size, Numbers& numbers) {
  LstmWeights weights{.size = size};
  weights.input.pack({numbers.make(input * 6 * size).data(), 6 * size, 1}, input, 6 * size);
  weights.bias = numbers.make(6 * size);
  for (PackedMatrix& recurrent : weights.recurrent) {
    recurrent.pack({numbers.make(size * 3 * size).data(), 3 * size, 1}, size, 3 * size);
  }
  return weights;
}

}  // namespace

TEST_CASE("a product is the sum over the inner side, for all sizes of its tiles") {
  Numbers numbers(1);
  for (const std::size_t rows : {1U, 2U, 5U, 6U, 13U}) {
    for (const std::size_t columns : {1U, 15U, 16U, 17U, 40U}) {
      const std::size_t inner = 7;
      const auto a = numbers.make(rows * inner);
      const auto b = numbers.make(inner * columns);
      std::vector<float> c(rows * columns, 1.0F);
      add_product({a.data(), inner, 1}, rows, {{b.data(), columns, 1}, inner, columns}, c.data(),
                  columns);
      for (std::size_t at = 0; at < c.size(); ++at) {
        float sum = 0.0F;
        for (std::size_t i = 0; i < inner; ++i) {
          sum += a[at / columns * inner + i] * b[i * columns + at % columns];
        }
        CHECK(c[at] == 1.0F + sum);
      }
    }
  }
}

TEST_CASE("a product takes both sides transposed") {
  const std::vector<float> a = {1, 2, 3, 4, 5, 6};   // 3 × 2, read as 2 × 3
  const std::vector<float> b = {1, 0, 2, 0, 1, -1};  // 2 × 3, read as 3 × 2
  std::vector<float> c(4, 0.0F);
  add_product({a.data(), 1, 2}, 2, {{b.data(), 1, 3}, 3, 2}, c.data(), 2);
  CHECK(c == std::vector<float>{11, -2, 14, -2});
}

TEST_CASE("vectors of every width give the same bits") {
  Numbers numbers(3);
  const auto kernels = runnable_kernels();
  const std::size_t inner = 37;
  const std::size_t columns = 41;
  const std::size_t size = 24;
  const auto a = numbers.make(29 * inner);
  const auto b = numbers.make(inner * columns);
  const PackedMatrix packed({b.data(), columns, 1}, inner, columns);
  const std::vector<std::int8_t> row = {3, -128, 127, 0, 5, -7, 11, 2, 90, -1, 8};
  const auto results = [&](const Kernels& kernel) {
    std::vector<float> all(29 * columns, 0.5F);
    kernel.add_product({{a.data(), inner, 1}, 29, &packed, all.data(), columns});
    std::vector<float> sums(row.size(), 0.25F);
    kernel.add_scaled(row, 0.0137F, sums.data());
    sums.push_back(kernel.dot_product(std::span(a).first(inner), b.data()));
    std::vector<float> powers = a;
    kernel.exponentials(powers);
    std::vector<float> curves = a;
    kernel.tangents(curves);
    std::vector<float> gates(a.begin(), a.begin() + 3 * size);
    std::vector<float> cell(size);
    std::vector<float> out(size);
    kernel.lstm_cell(gates.data(), b.data(), cell.data(), out.data(), size);
    for (const auto* part : {&sums, &powers, &curves, &gates, &cell, &out}) {
      all.insert(all.end(), part->begin(), part->end());
    }
    return all;
  };
  const std::vector<float> plain = results(kernels.front());
  for (const Kernels& kernel : kernels) {
    CAPTURE(std::string(kernel.name));
    CHECK(results(kernel) == plain);
  }
}

TEST_CASE("the functions are those of the mathematics library, but for their last digits") {
  std::vector<float> x;
  for (float value = -12.0F; value <= 12.0F; value += 0.37F) {
    x.push_back(value);
  }
  auto powers = x;
  auto curves = x;
  exponentials(powers);
  tangents(curves);
  for (std::size_t i = 0; i < x.size(); ++i) {
    CHECK(powers[i] == doctest::Approx(std::exp(x[i])).epsilon(4e-6));
    CHECK(std::fabs(curves[i] - std::tanh(x[i])) < 2e-6F);
  }
  std::vector<float> far = {-1e9F, 1e9F};
  tangents(far);
  CHECK(far == std::vector<float>{-1.0F, 1.0F});
}

TEST_CASE("softmax gives probabilities, and the logarithm of what they were divided by") {
  std::vector<float> values = {1.0F, 3.0F, 2.0F};
  const float sum = softmax(values);
  CHECK(values[0] + values[1] + values[2] == doctest::Approx(1.0F));
  CHECK(values[1] == doctest::Approx(0.66524F).epsilon(1e-4));
  CHECK(sum == doctest::Approx(3.40761F).epsilon(1e-5));
}

TEST_CASE("a dot product does not lose what is left behind the last vector") {
  const std::vector<float> a(11, 2.0F);
  const std::vector<float> b(11, 3.0F);
  CHECK(dot_product(a, b.data()) == 66.0F);
}

TEST_CASE("steps hold the sequences that are long enough") {
  const std::vector<std::uint32_t> lengths = {3, 2, 2, 1};
  const Steps steps = Steps::of(lengths);
  CHECK(steps.first == std::vector<std::uint32_t>{0, 4, 7, 8});
  CHECK(Steps::of({}).rows() == 0);
}

TEST_CASE("what memory cells make of a sequence does not depend on those beside it") {
  Numbers numbers(2);
  const std::size_t input = 5;
  const LstmWeights weights = some_cells(input, 8, numbers);
  const std::vector<std::uint32_t> lengths = {4, 3, 1};
  const Steps together = Steps::of(lengths);
  const auto words = numbers.make(together.rows() * input);
  LstmRun all;
  run_lstm(weights, words, together, all);
  for (std::size_t s = 0; s < lengths.size(); ++s) {
    std::vector<float> own;
    for (std::size_t w = 0; w < lengths[s]; ++w) {
      const auto from =
          words.begin() + static_cast<std::ptrdiff_t>((together.first[w] + s) * input);
      own.insert(own.end(), from, from + input);
    }
    LstmRun one;
    run_lstm(weights, own, Steps::of(std::span(lengths).subspan(s, 1)), one);
    for (std::size_t w = 0; w < lengths[s]; ++w) {
      for (std::size_t i = 0; i < 16; ++i) {
        CHECK(one.out[w * 16 + i] == all.out[(together.first[w] + s) * 16 + i]);
      }
    }
  }
}

TEST_CASE("a memory cell keeps, forgets and shows as its gates say") {
  // Gates of 8 cells: keep, show, fresh.
  std::vector<float> gates(24, 0.0F);
  gates[0] = 100.0F;   // keeps all
  gates[1] = -100.0F;  // forgets all
  std::fill_n(gates.begin() + 8, 8, 100.0F);
  std::fill_n(gates.begin() + 16, 8, 0.5F);
  const std::vector<float> before(8, 2.0F);
  std::vector<float> cell(8);
  std::vector<float> out(8);
  lstm_cell(gates.data(), before.data(), cell.data(), out.data(), 8);
  CHECK(cell[0] == doctest::Approx(2.0F));
  CHECK(cell[1] == doctest::Approx(std::tanh(0.5F)));
  CHECK(cell[2] == doctest::Approx(0.5F * 2.0F + 0.5F * std::tanh(0.5F)));
  CHECK(out[0] == doctest::Approx(std::tanh(2.0F)));
}

TEST_CASE("a table of features adds the row of a feature it knows, and nothing else") {
  const std::vector<Feature> features = {feature_of(1, 5U), feature_of(2, 5U)};
  const std::vector<float> values = {1.0F, -0.5F, 0.0F, 3.0F, 6.0F, -6.0F};
  const FeatureTableData data = FeatureTableData::of(features, values, 3);
  const auto table = FeatureTable::from(data.slots, data.rows, data.scales, 3);
  REQUIRE(table.has_value());
  std::vector<float> sum(3, 10.0F);
  table->add_to(sum.data(), features[0]);
  CHECK(sum[0] == doctest::Approx(11.0F));
  CHECK(sum[1] == doctest::Approx(9.5F).epsilon(0.001));
  table->add_to(sum.data(), feature_of(3, 5U));
  CHECK(sum[0] == doctest::Approx(11.0F));
}

TEST_CASE("a table of features that would be read beyond its ends is refused") {
  const std::vector<Feature> features = {feature_of(1, 5U)};
  const FeatureTableData data = FeatureTableData::of(features, std::vector<float>(3, 1.0F), 3);
  CHECK(FeatureTable::from(data.slots, data.rows, data.scales, 3).has_value());
  CHECK_FALSE(FeatureTable::from(data.slots, data.rows, data.scales, 2).has_value());
  CHECK_FALSE(FeatureTable::from(data.slots, data.rows, {}, 3).has_value());
  CHECK_FALSE(FeatureTable::from({}, data.rows, data.scales, 3).has_value());
  CHECK_FALSE(
      FeatureTable::from(std::span(data.slots).first(3), data.rows, data.scales, 3).has_value());
  const std::vector<FeatureTable::Slot> full(2, {7, 1});
  CHECK_FALSE(FeatureTable::from(full, data.rows, data.scales, 3).has_value());
  const std::vector<FeatureTable::Slot> outside = {{7, 2}, {}};
  CHECK_FALSE(FeatureTable::from(outside, data.rows, data.scales, 3).has_value());
}

}  // namespace parallax
