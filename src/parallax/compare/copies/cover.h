#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace parallax {

constexpr std::uint32_t kNotCovered = 0xFFFFFFFFU;
/// For each word of a text its place in another, or `kNotCovered`.
using Cover = std::vector<std::uint32_t>;

/// Finds the words of `text` that stand in `other`: runs of three or more that make up a chain of
/// at least eight, in which runs follow each other in both texts with a few other words between
/// them. Where a run occurs several times the one that goes on from the word before is taken, else
/// the first. Linear.
Cover cover(std::span<const std::uint64_t> text, std::span<const std::uint64_t> other);

}  // namespace parallax
