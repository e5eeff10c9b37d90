#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

/// Small dense networks: products of matrices and the functions between them, in 32-bit floats, row
/// by row. Every sum is taken in one order, and no multiplication is fused with an addition: the
/// result is the same to the bit on every machine, whatever vectors its processor has, and for
/// every row whichever rows stand beside it.
namespace parallax {

/// A matrix as the left side of a product: element (r, c) is data[r * row + c * column]. A view.
struct LeftMatrix {
  const float* data = nullptr;
  std::size_t row = 0;
  std::size_t column = 1;
};

/// A matrix as the right side of a product: copied in panels of 16 columns, as the processor wants
/// to walk it. Immutable; any thread may use it.
class PackedMatrix {
 public:
  PackedMatrix() = default;
  /// Element (i, c) is data[i * row + c * column], i < inner, c < columns.
  PackedMatrix(LeftMatrix from, std::size_t inner, std::size_t columns) {
    pack(from, inner, columns);
  }
  void pack(LeftMatrix from, std::size_t inner, std::size_t columns);

  std::size_t inner() const { return inner_; }
  std::size_t columns() const { return columns_; }
  const float* panel(std::size_t number) const { return data_.data() + number * inner_ * kPanel; }

  static constexpr std::size_t kPanel = 16;

 private:
  std::size_t inner_ = 0;
  std::size_t columns_ = 0;
  std::vector<float> data_;
};

/// c += a · b for `rows` rows; row r of c begins at c[r * c_row].
void add_product(LeftMatrix a, std::size_t rows, const PackedMatrix& b, float* c,
                 std::size_t c_row);

/// sum += scale · row, number by number.
void add_scaled(std::span<const std::int8_t> row, float scale, float* sum);

/// In eight sums, added at the end; `b` has as many numbers as `a`.
float dot_product(std::span<const float> a, const float* b);

/// e^x for each; relative error below 4e-6; x is cut to −87..87.
void exponentials(std::span<float> values);
void tangents(std::span<float> values);  ///< hyperbolic
/// One step of a memory cell (lstm.h) of `size` numbers, a multiple of 8. `gates` has 3 · size sums
/// (keep, show, fresh) and gets their functions; `before` is null at the first step.
void lstm_cell(float* gates, const float* before, float* cell, float* out, std::size_t size);
/// Negative values become 0.
void rectify(std::span<float> values);
/// Values become probabilities; returns the logarithm of the sum of exponentials.
float softmax(std::span<float> values);

}  // namespace parallax
