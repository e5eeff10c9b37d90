#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "parallax/learn/dense.h"
#include "parallax/learn/random.h"

namespace parallax {

/// How Adam moves a parameter (Kingma and Ba 2015).
struct AdamStep {
  float rate = 0.002F;
  float first = 0.9F;       ///< how much of the mean of gradients is kept
  float second = 0.99F;     ///< and of their squares
  float first_left = 1.0F;  ///< how much of the means' first values is still in them
  float second_left = 1.0F;

  void next() {
    first_left *= first;
    second_left *= second;
  }
};

/// A matrix that is learnt: values, the gradient of the batch, and what Adam remembers.
class Parameter {
 public:
  Parameter() = default;
  Parameter(std::size_t rows, std::size_t columns)
      : rows_(rows),
        columns_(columns),
        value_(rows * columns),
        gradient_(value_.size()),
        mean_(value_.size()),
        square_(value_.size()) {}
  /// Even random values of the variance that keeps sums alike (Glorot and Bengio 2010).
  void fill(Random& random, std::size_t inputs, std::size_t outputs);

  std::size_t rows() const { return rows_; }
  std::size_t columns() const { return columns_; }
  std::vector<float>& value() { return value_; }
  const std::vector<float>& value() const { return value_; }
  std::vector<float>& gradient() { return gradient_; }
  LeftMatrix matrix() const { return {value_.data(), columns_, 1}; }
  LeftMatrix transposed() const { return {value_.data(), 1, columns_}; }

  /// Moves the rows `first` .. `first + count`, and clears their gradient.
  void step(const AdamStep& adam, float scale, std::size_t first, std::size_t count);
  void step(const AdamStep& adam, float scale) { step(adam, scale, 0, rows_); }
  double squared_gradient() const;

 private:
  std::size_t rows_ = 0;
  std::size_t columns_ = 0;
  std::vector<float> value_;
  std::vector<float> gradient_;
  std::vector<float> mean_;
  std::vector<float> square_;
};

/// rows × columns, row by row, used anew for each batch.
class Rows {
 public:
  void resize(std::size_t rows, std::size_t columns) {
    columns_ = columns;
    data_.assign(rows * columns, 0.0F);
  }
  float* row(std::size_t number) { return data_.data() + number * columns_; }
  const float* row(std::size_t number) const { return data_.data() + number * columns_; }
  std::span<float> span(std::size_t number) { return {row(number), columns_}; }
  std::vector<float>& all() { return data_; }
  const std::vector<float>& all() const { return data_; }
  std::size_t columns() const { return columns_; }
  std::size_t rows() const { return columns_ == 0 ? 0 : data_.size() / columns_; }
  LeftMatrix matrix() const { return {data_.data(), columns_, 1}; }
  LeftMatrix transposed() const { return {data_.data(), 1, columns_}; }

 private:
  std::size_t columns_ = 0;
  std::vector<float> data_;
};

/// out += in · weights + bias (a parameter of one row, or null).
void forward(const Rows& in, const Parameter& weights, const Parameter* bias, Rows& out);
/// From the gradient of `out` to those of the weights, of the bias, and (added, if not null) of
/// `in`.
void backward(const Rows& in, Parameter& weights, Parameter* bias, const Rows& out_gradient,
              Rows* in_gradient);

/// Sets some numbers to 0 and makes the others larger, so that their sum stays (Srivastava et al.
/// 2014); `mask` keeps what each was multiplied with.
void drop(Rows& values, float rate, Random& random, std::vector<float>& mask);
void drop_backward(Rows& gradient, const std::vector<float>& mask);

}  // namespace parallax
