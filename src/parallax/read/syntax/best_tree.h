#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace parallax {

/// The tree with the highest sum of scores that hangs on the root by one word (Chu and Liu 1965;
/// Edmonds 1967; contraction in a dense matrix after Tarjan 1977). `scores` holds, for each of
/// `words` words, the scores of its words + 1 possible heads, 0 the root; its own place is ignored.
/// Gives each word's head, counted from 1, 0 = root: always a tree, whatever the scores are (a
/// score that is no number counts as the lowest). Of equal trees the same one each time. Quadratic
/// in `words`, no recursion.
std::vector<std::uint32_t> best_tree(std::span<const float> scores, std::size_t words);

}  // namespace parallax
