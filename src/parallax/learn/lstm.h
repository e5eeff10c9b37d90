#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "parallax/learn/dense.h"

/// Long short-term memory over sequences, read from both ends (Hochreiter and Schmidhuber 1997;
/// Graves and Schmidhuber 2005), with the input gate coupled to the forget gate (Greff et al.
/// 2017):
///   keep = σ(·), show = σ(·), fresh = tanh(·)
///   cell = keep · cell before + (1 − keep) · fresh,  out = show · tanh(cell)
namespace parallax {

/// Sequences laid out step by step, the longest first, so that one product moves all of them: step
/// t has rows `first[t]` .. `first[t + 1]`, one for each sequence that is long enough, in their
/// order.
struct Steps {
  std::vector<std::uint32_t> first;  ///< one more entry at the end: all rows

  /// `lengths` descend; none is 0.
  static Steps of(std::span<const std::uint32_t> lengths);
  std::size_t steps() const { return first.empty() ? 0 : first.size() - 1; }
  std::size_t active(std::size_t step) const { return first[step + 1] - first[step]; }
  std::size_t rows() const { return first.empty() ? 0 : first.back(); }
};

/// Immutable; any thread may use it. `size` is that of one direction, a multiple of 8.
struct LstmWeights {
  std::size_t size = 0;
  PackedMatrix input;                     ///< width of the input × 6 · size: forward, backward
  std::vector<float> bias;                ///< 6 · size
  std::array<PackedMatrix, 2> recurrent;  ///< size × 3 · size
};

/// What a run leaves behind; training needs all of it.
struct LstmRun {
  std::vector<float> gates;  ///< rows × 6 · size
  std::vector<float> cells;  ///< rows × 2 · size
  std::vector<float> out;    ///< rows × 2 · size: forward, backward
};

/// `input` has a row for each row of `steps`. `run` is overwritten.
void run_lstm(const LstmWeights& weights, std::span<const float> input, const Steps& steps,
              LstmRun& run);

/// The same where `run.gates` has the sums of the input and the bias already: rows × 6 · size.
void run_cells(const LstmWeights& weights, const Steps& steps, LstmRun& run);

}  // namespace parallax
