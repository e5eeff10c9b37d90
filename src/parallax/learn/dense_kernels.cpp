// One body for each hot loop, compiled for the plain processor and for one with 256-bit vectors;
// products for 512 bits, too. None may fuse multiplications with additions: `fma` is not asked for,
// and the build turns contraction off for this file, since 512 bits bring fma along.
#include "parallax/learn/dense_kernels.h"

#include <algorithm>
#include <bit>
#include <cstring>

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

// A function's target cannot be a template's argument, so a macro it is; an attribute cannot stand
// in parentheses. NOLINTBEGIN(bugprone-macro-parentheses)
#define PARALLAX_LOOPS(NAME, TARGET)                                                         \
  struct NAME {                                                                              \
    TARGET static void add_product(const Product& p) { product_body<kRows, Vector>(p); }     \
    TARGET static void add_scaled(std::span<const std::int8_t> row, float by, float* sum) {  \
      add_scaled_body(row, by, sum);                                                         \
    }                                                                                        \
    TARGET static float dot_product(std::span<const float> a, const float* b) {              \
      return dot_product_body(a, b);                                                         \
    }                                                                                        \
    TARGET static void exponentials(std::span<float> values) { exponentials_body(values); }  \
    TARGET static void tangents(std::span<float> values) { tangents_body(values); }          \
    TARGET static void lstm_cell(float* gates, const float* before, float* cell, float* out, \
                                 std::size_t size) {                                         \
      cell_body(gates, before, cell, out, size);                                             \
    }                                                                                        \
  }
// NOLINTEND(bugprone-macro-parentheses)

PARALLAX_LOOPS(Plain, );
#if defined(__x86_64__)
PARALLAX_LOOPS(Wide, [[gnu::target("avx2")]]);

[[gnu::target("avx512f")]] void add_long_product(const Product& p) {
  product_body<kLongRows, LongVector>(p);
}
#endif

template <typename Loops>
constexpr Kernels kernels_of(const char* name) {
  return {name,
          &Loops::add_product,
          &Loops::add_scaled,
          &Loops::dot_product,
          &Loops::exponentials,
          &Loops::tangents,
          &Loops::lstm_cell};
}

}  // namespace

std::vector<Kernels> runnable_kernels() {
  std::vector<Kernels> kernels = {kernels_of<Plain>("plain")};
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") != 0) {
    kernels.push_back(kernels_of<Wide>("256 bits"));
  }
  if (__builtin_cpu_supports("avx512f") != 0) {
    kernels.push_back(kernels_of<Wide>("512 bits"));
    kernels.back().add_product = &add_long_product;
  }
#endif
  return kernels;
}

}  // namespace parallax
