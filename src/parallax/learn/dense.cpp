// One body for each hot loop, compiled for the plain processor and for one with 256-bit vectors.
// The wider one must not fuse multiplications with additions, so it does not enable `fma`.
#include "parallax/learn/dense.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#if defined(__x86_64__)
#define PARALLAX_WIDE 1
#else
#define PARALLAX_WIDE 0
#endif

// Vectors are passed between inlined functions only, so how they would be passed does not matter.
#pragma GCC diagnostic ignored "-Wpsabi"

namespace parallax {
namespace {

constexpr std::size_t kPanel = PackedMatrix::kPanel;
constexpr std::size_t kMostRows = 6;  // rows of a tile: 6 × 16 sums fill the registers

typedef float Vector __attribute__((vector_size(32)));
constexpr std::size_t kVector = sizeof(Vector) / sizeof(float);

[[gnu::always_inline]] inline Vector load(const float* from) {
  Vector values;
  std::memcpy(&values, from, sizeof(Vector));
  return values;
}
[[gnu::always_inline]] inline void store(float* to, Vector values) {
  std::memcpy(to, &values, sizeof(Vector));
}

/// The sums of one tile: `Rows` rows of a, one panel of b.
template <std::size_t Rows>
[[gnu::always_inline]] inline void tile(LeftMatrix a, const float* panel, std::size_t inner,
                                        float* c, std::size_t c_row, std::size_t columns) {
  Vector sums[Rows][2];
  for (std::size_t r = 0; r < Rows; ++r) {
    sums[r][0] = sums[r][1] = Vector{};
  }
  for (std::size_t i = 0; i < inner; ++i) {
    const Vector left = load(panel + i * kPanel);
    const Vector right = load(panel + i * kPanel + kVector);
    const float* const column = a.data + i * a.column;
    for (std::size_t r = 0; r < Rows; ++r) {
      const float factor = column[r * a.row];
      sums[r][0] += factor * left;
      sums[r][1] += factor * right;
    }
  }
  for (std::size_t r = 0; r < Rows; ++r) {
    float* const out = c + r * c_row;
    if (columns >= kPanel) {
      store(out, load(out) + sums[r][0]);
      store(out + kVector, load(out + kVector) + sums[r][1]);
      continue;
    }
    for (std::size_t k = 0; k < columns; ++k) {
      out[k] += sums[r][k / kVector][k % kVector];
    }
  }
}

struct Product {
  LeftMatrix a;
  std::size_t rows;
  const PackedMatrix* b;
  float* c;
  std::size_t c_row;
};

template <std::size_t Rows>
[[gnu::always_inline]] inline void tile_of(const Product& p, std::size_t row, std::size_t panel) {
  const LeftMatrix a{p.a.data + row * p.a.row, p.a.row, p.a.column};
  tile<Rows>(a, p.b->panel(panel), p.b->inner(), p.c + row * p.c_row + panel * kPanel, p.c_row,
             p.b->columns() - panel * kPanel);
}

[[gnu::always_inline]] inline void product_body(const Product& p) {
  for (std::size_t panel = 0; panel * kPanel < p.b->columns(); ++panel) {
    std::size_t row = 0;
    for (; row + kMostRows <= p.rows; row += kMostRows) {
      tile_of<kMostRows>(p, row, panel);
    }
    for (; row + 2 <= p.rows; row += 2) {
      tile_of<2>(p, row, panel);
    }
    if (row < p.rows) {
      tile_of<1>(p, row, panel);
    }
  }
}

typedef std::int32_t Whole __attribute__((vector_size(32)));

[[gnu::always_inline]] inline Vector all(float value) { return Vector{} + value; }

/// 2^n · 2^r with n whole and r in −½..½; 2^r by its Taylor polynomial.
[[gnu::always_inline]] inline Vector exponential(Vector x) {
  constexpr float kLog2OfE = 1.44269504F;
  constexpr float kRound = 12582912.0F;  // 1.5 · 2^23: adding it rounds to whole numbers
  constexpr float kMost = 87.0F;
  x = x > kMost ? all(kMost) : x;
  x = x < -kMost ? all(-kMost) : x;
  const Vector power = x * kLog2OfE;
  const Vector whole = (power + kRound) - kRound;
  const Vector rest = power - whole;
  Vector sum = all(0.0013333558F);
  for (const float factor : {0.0096181291F, 0.055504109F, 0.24022651F, 0.69314718F, 1.0F}) {
    sum = sum * rest + factor;
  }
  const Whole exponent = (__builtin_convertvector(whole, Whole) + 127) << 23;
  return sum * std::bit_cast<Vector>(exponent);
}

/// `function` of each value, a vector at a time; the last one is filled up.
template <typename Function>
[[gnu::always_inline]] inline void for_each_value(std::span<float> values, Function function) {
  std::size_t at = 0;
  for (; at + kVector <= values.size(); at += kVector) {
    float* const here = values.data() + at;
    store(here, function(load(here)));
  }
  if (at < values.size()) {
    Vector rest{};
    for (std::size_t i = at; i < values.size(); ++i) {
      rest[i - at] = values[i];
    }
    rest = function(rest);
    for (std::size_t i = at; i < values.size(); ++i) {
      values[i] = rest[i - at];
    }
  }
}

[[gnu::always_inline]] inline Vector sigmoid(Vector x) { return 1.0F / (1.0F + exponential(-x)); }
[[gnu::always_inline]] inline Vector tangent(Vector x) {
  return 1.0F - 2.0F / (1.0F + exponential(2.0F * x));
}

[[gnu::always_inline]] inline void cell_body(float* gates, const float* before, float* cell,
                                             float* out, std::size_t size) {
  for (std::size_t i = 0; i < size; i += kVector) {
    const Vector keep = sigmoid(load(gates + i));
    const Vector show = sigmoid(load(gates + size + i));
    const Vector fresh = tangent(load(gates + 2 * size + i));
    const Vector old = before == nullptr ? Vector{} : load(before + i);
    const Vector now = keep * old + (1.0F - keep) * fresh;
    store(gates + i, keep);
    store(gates + size + i, show);
    store(gates + 2 * size + i, fresh);
    store(cell + i, now);
    store(out + i, show * tangent(now));
  }
}

[[gnu::always_inline]] inline void exponentials_body(std::span<float> values) {
  for_each_value(values, [](Vector x) __attribute__((always_inline)) { return exponential(x); });
}
[[gnu::always_inline]] inline void sigmoids_body(std::span<float> values) {
  for_each_value(values, [](Vector x) __attribute__((always_inline)) { return sigmoid(x); });
}
[[gnu::always_inline]] inline void tangents_body(std::span<float> values) {
  for_each_value(values, [](Vector x) __attribute__((always_inline)) { return tangent(x); });
}

[[gnu::always_inline]] inline void add_scaled_body(std::span<const std::int8_t> row, float scale,
                                                   float* sum) {
  typedef std::int8_t Bytes __attribute__((vector_size(8)));
  std::size_t at = 0;
  for (; at + kVector <= row.size(); at += kVector) {
    Bytes bytes;
    std::memcpy(&bytes, row.data() + at, sizeof(Bytes));
    store(sum + at, load(sum + at) + scale * __builtin_convertvector(bytes, Vector));
  }
  for (; at < row.size(); ++at) {
    sum[at] += scale * static_cast<float>(row[at]);
  }
}

[[gnu::always_inline]] inline float dot_product_body(std::span<const float> a, const float* b) {
  Vector sums{};
  std::size_t at = 0;
  for (; at + kVector <= a.size(); at += kVector) {
    sums += load(a.data() + at) * load(b + at);
  }
  float sum = 0.0F;
  for (std::size_t i = 0; i < kVector; ++i) {
    sum += sums[i];
  }
  for (; at < a.size(); ++at) {
    sum += a[at] * b[at];
  }
  return sum;
}

#if PARALLAX_WIDE
[[gnu::target("avx2")]] float dot_product_wide(std::span<const float> a, const float* b) {
  return dot_product_body(a, b);
}
[[gnu::target("avx2")]] void add_scaled_wide(std::span<const std::int8_t> row, float scale,
                                             float* sum) {
  add_scaled_body(row, scale, sum);
}
[[gnu::target("avx2")]] void product_wide(const Product& p) { product_body(p); }
[[gnu::target("avx2")]] void exponentials_wide(std::span<float> v) { exponentials_body(v); }
[[gnu::target("avx2")]] void sigmoids_wide(std::span<float> v) { sigmoids_body(v); }
[[gnu::target("avx2")]] void tangents_wide(std::span<float> v) { tangents_body(v); }
[[gnu::target("avx2")]] void cell_wide(float* gates, const float* before, float* cell, float* out,
                                       std::size_t size) {
  cell_body(gates, before, cell, out, size);
}

bool is_wide() {
  static const bool kWide = __builtin_cpu_supports("avx2") != 0;
  return kWide;
}
#endif

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
  const Product product{a, rows, &b, c, c_row};
#if PARALLAX_WIDE
  if (is_wide()) {
    return product_wide(product);
  }
#endif
  product_body(product);
}

void add_scaled(std::span<const std::int8_t> row, float scale, float* sum) {
#if PARALLAX_WIDE
  if (is_wide()) {
    return add_scaled_wide(row, scale, sum);
  }
#endif
  add_scaled_body(row, scale, sum);
}

void exponentials(std::span<float> values) {
#if PARALLAX_WIDE
  if (is_wide()) {
    return exponentials_wide(values);
  }
#endif
  exponentials_body(values);
}

void sigmoids(std::span<float> values) {
#if PARALLAX_WIDE
  if (is_wide()) {
    return sigmoids_wide(values);
  }
#endif
  sigmoids_body(values);
}

void tangents(std::span<float> values) {
#if PARALLAX_WIDE
  if (is_wide()) {
    return tangents_wide(values);
  }
#endif
  tangents_body(values);
}

void lstm_cell(float* gates, const float* before, float* cell, float* out, std::size_t size) {
#if PARALLAX_WIDE
  if (is_wide()) {
    return cell_wide(gates, before, cell, out, size);
  }
#endif
  cell_body(gates, before, cell, out, size);
}

float dot_product(std::span<const float> a, const float* b) {
#if PARALLAX_WIDE
  if (is_wide()) {
    return dot_product_wide(a, b);
  }
#endif
  return dot_product_body(a, b);
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
