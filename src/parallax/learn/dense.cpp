// One body for each hot loop, compiled for the plain processor and for one with 256-bit vectors;
// products for 512 bits, too. None may fuse multiplications with additions: `fma` is not asked for,
// and the build turns contraction off for this file, since 512 bits bring fma along.
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

namespace parallax {
namespace {

constexpr std::size_t kPanel = PackedMatrix::kPanel;
constexpr std::size_t kRows = 6;       // of a tile: 6 × 16 sums fill 12 of 16 registers
constexpr std::size_t kLongRows = 12;  // 12 of 32

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

/// A panel's row as it is held: in two vectors of 256 bits, or in one of 512.
typedef float LongVector __attribute__((vector_size(64)));

/// The sums of one tile: `Rows` rows of a, one panel of b.
template <std::size_t Rows, typename V>
[[gnu::always_inline]] inline void tile(LeftMatrix a, const float* panel, std::size_t inner,
                                        float* c, std::size_t c_row, std::size_t columns) {
  constexpr std::size_t kParts = kPanel * sizeof(float) / sizeof(V);
  constexpr std::size_t kPart = kPanel / kParts;
  V sums[Rows][kParts] = {};
  for (std::size_t i = 0; i < inner; ++i) {
    V right[kParts];
    std::memcpy(right, panel + i * kPanel, sizeof(right));
    const float* const column = a.data + i * a.column;
    for (std::size_t r = 0; r < Rows; ++r) {
      const float factor = column[r * a.row];
      for (std::size_t part = 0; part < kParts; ++part) {
        sums[r][part] += factor * right[part];
      }
    }
  }
  for (std::size_t r = 0; r < Rows; ++r) {
    float* const out = c + r * c_row;
    if (columns >= kPanel) {
      V old[kParts];
      std::memcpy(old, out, sizeof(old));
      for (std::size_t part = 0; part < kParts; ++part) {
        old[part] += sums[r][part];
      }
      std::memcpy(out, old, sizeof(old));
      continue;
    }
    for (std::size_t k = 0; k < columns; ++k) {
      out[k] += sums[r][k / kPart][k % kPart];
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

template <std::size_t Rows, typename V>
[[gnu::always_inline]] inline void tiles(const Product& p, std::size_t panel, std::size_t& row) {
  for (; row + Rows <= p.rows; row += Rows) {
    const LeftMatrix a{p.a.data + row * p.a.row, p.a.row, p.a.column};
    tile<Rows, V>(a, p.b->panel(panel), p.b->inner(), p.c + row * p.c_row + panel * kPanel, p.c_row,
                  p.b->columns() - panel * kPanel);
  }
}

/// As many rows in a tile as the registers hold sums of, and fewer for what is left.
template <std::size_t Rows, typename V>
[[gnu::always_inline]] inline void product_body(const Product& p) {
  for (std::size_t panel = 0; panel * kPanel < p.b->columns(); ++panel) {
    std::size_t row = 0;
    tiles<Rows, V>(p, panel, row);
    tiles<Rows / 2, V>(p, panel, row);
    tiles<2, V>(p, panel, row);
    tiles<1, V>(p, panel, row);
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
[[gnu::target("avx512f")]] void product_long(const Product& p) {
  product_body<kLongRows, LongVector>(p);
}
[[gnu::target("avx2")]] void product_wide(const Product& p) { product_body<kRows, Vector>(p); }
[[gnu::target("avx2")]] void exponentials_wide(std::span<float> v) { exponentials_body(v); }
[[gnu::target("avx2")]] void sigmoids_wide(std::span<float> v) { sigmoids_body(v); }
[[gnu::target("avx2")]] void tangents_wide(std::span<float> v) { tangents_body(v); }
[[gnu::target("avx2")]] void cell_wide(float* gates, const float* before, float* cell, float* out,
                                       std::size_t size) {
  cell_body(gates, before, cell, out, size);
}

bool is_long() {
  static const bool kLong = __builtin_cpu_supports("avx512f") != 0;
  return kLong;
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
  if (is_long()) {
    return product_long(product);
  }
  if (is_wide()) {
    return product_wide(product);
  }
#endif
  product_body<kRows, Vector>(product);
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
