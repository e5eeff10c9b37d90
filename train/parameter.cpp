#include "train/parameter.h"

#include <algorithm>
#include <cmath>

namespace parallax {

void Parameter::fill(Random& random, std::size_t inputs, std::size_t outputs) {
  const float reach = std::sqrt(6.0F / static_cast<float>(inputs + outputs));
  for (float& value : value_) {
    value = reach * random.around_zero();
  }
}

void Parameter::step(const AdamStep& adam, float scale, std::size_t first, std::size_t count) {
  constexpr float kSmallest = 1e-8F;
  const float mean_scale = 1.0F / (1.0F - adam.first_left);
  const float square_scale = 1.0F / (1.0F - adam.second_left);
  for (std::size_t i = first * columns_; i < (first + count) * columns_; ++i) {
    const float gradient = gradient_[i] * scale;
    gradient_[i] = 0.0F;
    mean_[i] = adam.first * mean_[i] + (1.0F - adam.first) * gradient;
    square_[i] = adam.second * square_[i] + (1.0F - adam.second) * gradient * gradient;
    value_[i] -=
        adam.rate * mean_[i] * mean_scale / (std::sqrt(square_[i] * square_scale) + kSmallest);
  }
}

double Parameter::squared_gradient() const {
  float sums[8] = {};
  for (std::size_t i = 0; i + 8 <= gradient_.size(); i += 8) {
    for (std::size_t k = 0; k < 8; ++k) {
      sums[k] += gradient_[i + k] * gradient_[i + k];
    }
  }
  double sum = 0;
  for (const float part : sums) {
    sum += static_cast<double>(part);
  }
  return sum;
}

void forward(const Rows& in, const Parameter& weights, const Parameter* bias, Rows& out) {
  if (bias != nullptr) {
    for (std::size_t row = 0; row < out.rows(); ++row) {
      float* const sums = out.row(row);
      for (std::size_t k = 0; k < out.columns(); ++k) {
        sums[k] += bias->value()[k];
      }
    }
  }
  add_product(in.matrix(), in.rows(), {weights.matrix(), weights.rows(), weights.columns()},
              out.row(0), out.columns());
}

void backward(const Rows& in, Parameter& weights, Parameter* bias, const Rows& out_gradient,
              Rows* in_gradient) {
  const std::size_t rows = in.rows();
  add_product(in.transposed(), in.columns(), {out_gradient.matrix(), rows, out_gradient.columns()},
              weights.gradient().data(), weights.columns());
  if (bias != nullptr) {
    for (std::size_t row = 0; row < rows; ++row) {
      for (std::size_t k = 0; k < out_gradient.columns(); ++k) {
        bias->gradient()[k] += out_gradient.row(row)[k];
      }
    }
  }
  if (in_gradient != nullptr) {
    add_product(out_gradient.matrix(), rows,
                {weights.transposed(), weights.columns(), weights.rows()}, in_gradient->row(0),
                in_gradient->columns());
  }
}

void drop(Rows& values, float rate, Random& random, std::vector<float>& mask) {
  mask.resize(values.all().size());
  const float kept = 1.0F / (1.0F - rate);
  const auto limit = static_cast<std::uint64_t>(static_cast<double>(rate) * 65536.0);
  std::size_t i = 0;
  while (i < mask.size()) {
    std::uint64_t bits = random.next();
    for (std::size_t k = 0; k < 4 && i < mask.size(); ++k, ++i, bits >>= 16U) {
      mask[i] = (bits & 0xFFFFU) < limit ? 0.0F : kept;
      values.all()[i] *= mask[i];
    }
  }
}

void drop_backward(Rows& gradient, const std::vector<float>& mask) {
  for (std::size_t i = 0; i < mask.size(); ++i) {
    gradient.all()[i] *= mask[i];
  }
}

}  // namespace parallax
