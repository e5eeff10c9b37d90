#include "parallax/learn/lstm.h"

#include <algorithm>

namespace parallax {
namespace {

/// One direction of a run: step by step, each from the step before it in that direction.
class Direction {
 public:
  Direction(const LstmWeights& weights, const Steps& steps, LstmRun& run, std::size_t number)
      : size_(weights.size),
        recurrent_(weights.recurrent[number]),
        steps_(steps),
        run_(run),
        number_(number) {}

  void forward() {
    for (std::size_t step = 0; step < steps_.steps(); ++step) {
      take(step, step == 0 ? kNone : step - 1);
    }
  }
  void backward() {
    for (std::size_t step = steps_.steps(); step-- > 0;) {
      take(step, step + 1 == steps_.steps() ? kNone : step + 1);
    }
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  float* gates(std::size_t row) {
    return run_.gates.data() + row * 6 * size_ + number_ * 3 * size_;
  }
  float* cell(std::size_t row) { return run_.cells.data() + row * 2 * size_ + number_ * size_; }
  float* out(std::size_t row) { return run_.out.data() + row * 2 * size_ + number_ * size_; }

  void take(std::size_t step, std::size_t before) {
    const std::size_t row = steps_.first[step];
    const std::size_t active = steps_.active(step);
    const std::size_t old = before == kNone ? 0 : steps_.first[before];
    const std::size_t had = before == kNone ? 0 : std::min(active, steps_.active(before));
    add_product({out(old), 2 * size_, 1}, had, recurrent_, gates(row), 6 * size_);
    for (std::size_t i = 0; i < active; ++i) {
      lstm_cell(gates(row + i), i < had ? cell(old + i) : nullptr, cell(row + i), out(row + i),
                size_);
    }
  }

  std::size_t size_;
  const PackedMatrix& recurrent_;
  const Steps& steps_;
  LstmRun& run_;
  std::size_t number_;
};

}  // namespace

Steps Steps::of(std::span<const std::uint32_t> lengths) {
  Steps steps;
  steps.first.push_back(0);
  std::size_t active = lengths.size();
  for (std::uint32_t step = 0; active > 0; ++step) {
    while (active > 0 && lengths[active - 1] <= step) {
      --active;
    }
    if (active > 0) {
      steps.first.push_back(steps.first.back() + static_cast<std::uint32_t>(active));
    }
  }
  return steps;
}

void run_lstm(const LstmWeights& weights, std::span<const float> input, const Steps& steps,
              LstmRun& run) {
  const std::size_t rows = steps.rows();
  const std::size_t columns = 6 * weights.size;
  run.gates.resize(rows * columns);
  for (std::size_t row = 0; row < rows; ++row) {
    std::ranges::copy(weights.bias, run.gates.begin() + static_cast<std::ptrdiff_t>(row * columns));
  }
  add_product({input.data(), weights.input.inner(), 1}, rows, weights.input, run.gates.data(),
              columns);
  run_cells(weights, steps, run);
}

void run_cells(const LstmWeights& weights, const Steps& steps, LstmRun& run) {
  run.cells.resize(steps.rows() * 2 * weights.size);
  run.out.resize(steps.rows() * 2 * weights.size);
  Direction(weights, steps, run, 0).forward();
  Direction(weights, steps, run, 1).backward();
}

}  // namespace parallax
