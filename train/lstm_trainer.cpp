#include "train/lstm_trainer.h"

#include <algorithm>

namespace parallax {
namespace {

constexpr float kFirstKeep = 0.5F;  // bias of the gate that keeps

/// One step of one cell backwards: `gates` (keep, show, fresh) become the gradients of their sums.
struct CellGradient {
  const float* before;    ///< the cell before; null at the first step
  const float* squashed;  ///< tanh of the cell
  const float* out_gradient;
  float* gates;
  float* carried_out;   ///< in: gradient that came through the step behind
  float* carried_cell;  ///< in and out
};

void cell_backward(const CellGradient& g, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) {
    const float keep = g.gates[i];
    const float show = g.gates[size + i];
    const float fresh = g.gates[2 * size + i];
    const float squashed = g.squashed[i];
    const float out = g.out_gradient[i] + g.carried_out[i];
    const float cell = g.carried_cell[i] + out * show * (1.0F - squashed * squashed);
    const float old = g.before == nullptr ? 0.0F : g.before[i];
    g.gates[i] = cell * (old - fresh) * keep * (1.0F - keep);
    g.gates[size + i] = out * squashed * show * (1.0F - show);
    g.gates[2 * size + i] = cell * (1.0F - keep) * (1.0F - fresh * fresh);
    g.carried_cell[i] = cell * keep;
  }
}

}  // namespace

LstmTrainer::LstmTrainer(std::size_t input, std::size_t size, Random& random)
    : size_(size),
      input_(input, 6 * size),
      bias_(1, 6 * size),
      recurrent_{Parameter(size, 3 * size), Parameter(size, 3 * size)} {
  input_.fill(random, input, size);
  for (Parameter& recurrent : recurrent_) {
    recurrent.fill(random, size, size);
  }
  for (std::size_t direction = 0; direction < 2; ++direction) {
    std::fill_n(bias_.value().begin() + static_cast<std::ptrdiff_t>(direction * 3 * size), size,
                kFirstKeep);
  }
}

void LstmTrainer::forward(const Rows& input, const Steps& steps, LstmRun& run) {
  packed_.size = size_;
  packed_.bias = bias_.value();
  packed_.input.pack(input_.matrix(), input_.rows(), input_.columns());
  for (std::size_t i = 0; i < 2; ++i) {
    packed_.recurrent[i].pack(recurrent_[i].matrix(), size_, 3 * size_);
  }
  run_lstm(packed_, input.all(), steps, run);
}

void LstmTrainer::backward_direction(std::size_t number, const Steps& steps, LstmRun& run,
                                     const std::vector<float>& squashed, const Rows& out_gradient) {
  const PackedMatrix transposed(recurrent_[number].transposed(), 3 * size_, size_);
  Rows before;  // the output that went into each row
  before.resize(steps.rows(), size_);
  Rows carried_out;
  Rows carried_cell;
  carried_out.resize(steps.active(0), size_);
  carried_cell.resize(steps.active(0), size_);
  const bool ahead = number == 0;
  for (std::size_t taken = 0; taken < steps.steps(); ++taken) {
    const std::size_t step = ahead ? steps.steps() - 1 - taken : taken;
    const std::size_t old = ahead ? step - 1 : step + 1;
    const bool has_old = ahead ? step > 0 : old < steps.steps();
    const std::size_t had = has_old ? std::min(steps.active(step), steps.active(old)) : 0;
    for (std::size_t i = 0; i < steps.active(step); ++i) {
      const std::size_t row = steps.first[step] + i;
      const std::size_t old_row = i < had ? steps.first[old] + i : 0;
      const std::size_t column = number * size_;
      if (i < had) {
        std::copy_n(run.out.data() + old_row * 2 * size_ + column, size_, before.row(row));
      }
      cell_backward({.before = i < had ? run.cells.data() + old_row * 2 * size_ + column : nullptr,
                     .squashed = squashed.data() + row * 2 * size_ + column,
                     .out_gradient = out_gradient.row(row) + column,
                     .gates = run.gates.data() + row * 6 * size_ + 3 * column,
                     .carried_out = carried_out.row(i),
                     .carried_cell = carried_cell.row(i)},
                    size_);
    }
    std::fill_n(carried_out.row(0), had * size_, 0.0F);
    add_product({run.gates.data() + 6 * size_ * steps.first[step] + 3 * number * size_, 6 * size_},
                had, transposed, carried_out.row(0), size_);
  }
  const LeftMatrix gates{run.gates.data() + 3 * number * size_, 6 * size_, 1};
  add_product(before.transposed(), size_, {gates, steps.rows(), 3 * size_},
              recurrent_[number].gradient().data(), 3 * size_);
}

void LstmTrainer::backward(const Rows& input, const Steps& steps, LstmRun& run,
                           const Rows& out_gradient, Rows& input_gradient) {
  std::vector<float> squashed = run.cells;
  tangents(squashed);
  backward_direction(0, steps, run, squashed, out_gradient);
  backward_direction(1, steps, run, squashed, out_gradient);
  Rows gates;
  gates.resize(0, 6 * size_);
  gates.all().swap(run.gates);
  parallax::backward(input, input_, &bias_, gates, &input_gradient);
  gates.all().swap(run.gates);
}

}  // namespace parallax
