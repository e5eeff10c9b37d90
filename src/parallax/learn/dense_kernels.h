#pragma once
#include <span>
#include <vector>

#include "parallax/learn/dense.h"

/// The hot loops of dense.h, compiled once for each width of vectors. All of them give the same
/// bits; dense_test.cpp holds those that the machine at hand can run to that.
namespace parallax {

struct Product {
  LeftMatrix a;
  std::size_t rows = 0;
  const PackedMatrix* b = nullptr;
  float* c = nullptr;
  std::size_t c_row = 0;
};

struct Kernels {
  const char* name = "";
  void (*add_product)(const Product&) = nullptr;
  void (*add_scaled)(std::span<const std::int8_t>, float, float*) = nullptr;
  float (*dot_product)(std::span<const float>, const float*) = nullptr;
  void (*exponentials)(std::span<float>) = nullptr;
  void (*tangents)(std::span<float>) = nullptr;
  void (*lstm_cell)(float*, const float*, float*, float*, std::size_t) = nullptr;
};

/// Those that this machine can run; the last is the fastest.
std::vector<Kernels> runnable_kernels();

}  // namespace parallax
