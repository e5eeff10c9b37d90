#pragma once
#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// What models of words are made of. A feature is a 64-bit hash of the template that it comes from
/// and of the facts in it; models are tables from features to rows of weights (linear_model.h) or
/// of numbers that go into a network (feature_table.h), stored in model files (model_file.h). No
/// vocabulary is kept: a word is its hash.
namespace parallax {

using Feature = std::uint64_t;

/// Mixes one more fact into a feature. Not cryptographic; the same on every machine.
constexpr Feature with(Feature feature, std::uint64_t fact) {
  feature = (feature ^ fact) * 0x9E3779B97F4A7C15U;
  return feature ^ (feature >> 32U);
}

/// A feature of template number `name` from its facts, in order.
template <typename... Facts>
constexpr Feature feature_of(std::uint32_t name, Facts... facts) {
  Feature feature = (std::uint64_t{name} + 1) * 0xD1B54A32D192ED03U;
  ((feature = with(feature, static_cast<std::uint64_t>(facts))), ...);
  return feature;
}

/// A fact from bytes: FNV-1a, cut to 32 bits. Never 0, which stands for "none".
constexpr std::uint32_t fact_of(std::string_view bytes) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : bytes) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  }
  const auto fact = static_cast<std::uint32_t>(hash ^ (hash >> 32U));
  return fact == 0 ? 1 : fact;
}

/// A fact from a count, the rougher the larger it is: 0, 1, 2, 3–4, 5–8 … and one for all from 33
/// on.
constexpr std::uint32_t rough_fact(std::size_t count) {
  constexpr std::size_t kMost = 64;
  return static_cast<std::uint32_t>(std::bit_width(std::min(count * 2, kMost)));
}

}  // namespace parallax
