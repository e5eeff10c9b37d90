#include "parallax/learn/dense.h"

#include <algorithm>
#include <cmath>

#include "parallax/learn/dense_kernels.h"

namespace parallax {
namespace {

constexpr std::size_t kPanel = PackedMatrix::kPanel;

const Kernels& kernels() {
  static const Kernels kFastest = runnable_kernels().back();
  return kFastest;
}

}  // namespace

void PackedMatrix::pack(LeftMatrix from, std::size_t inner, std::size_t columns) {
  inner_ = inner;
  columns_ = columns;
  const std::size_t panels = (columns + kPanel - 1) / kPanel;
  data_.resize(panels * inner * kPanel);
  for (std::size_t panel = 0; panel < panels; ++panel) {
    const std::size_t width = std::min(kPanel, columns - panel * kPanel);
    float* out = data_.data() + panel * inner * kPanel;
    for (std::size_t i = 0; i < inner; ++i, out += kPanel) {
      const float* const in = from.data + i * from.row + panel * kPanel * from.column;
      for (std::size_t k = 0; k < width; ++k) {
        out[k] = in[k * from.column];
      }
      std::fill(out + width, out + kPanel, 0.0F);
    }
  }
}

void add_product(LeftMatrix a, std::size_t rows, const PackedMatrix& b, float* c,
                 std::size_t c_row) {
  kernels().add_product({a, rows, &b, c, c_row});
}

void add_scaled(std::span<const std::int8_t> row, float scale, float* sum) {
  kernels().add_scaled(row, scale, sum);
}

float dot_product(std::span<const float> a, const float* b) { return kernels().dot_product(a, b); }

void exponentials(std::span<float> values) { kernels().exponentials(values); }

void tangents(std::span<float> values) { kernels().tangents(values); }

void lstm_cell(float* gates, const float* before, float* cell, float* out, std::size_t size) {
  kernels().lstm_cell(gates, before, cell, out, size);
}

void rectify(std::span<float> values) {
  for (float& value : values) {
    value = std::max(value, 0.0F);
  }
}

float softmax(std::span<float> values) {
  const float largest = *std::ranges::max_element(values);
  for (float& value : values) {
    value -= largest;
  }
  exponentials(values);
  float sum = 0.0F;
  for (const float value : values) {
    sum += value;
  }
  for (float& value : values) {
    value /= sum;
  }
  return largest + std::log(sum);
}

}  // namespace parallax
