#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "parallax/collect/plain/line_roles.h"

namespace parallax {

/// What the classifier of lines is told of each line of a page: numbers, a row a line. Raise
/// kLineTemplates when their meaning changes.
inline constexpr std::uint32_t kLineFeatures = 86;
inline constexpr std::uint32_t kLineTemplates = 1;

/// Rows of kLineFeatures numbers, one after the other, for lines with the roles that rules gave
/// them. Linear in the page.
std::vector<float> line_features(std::span<const TextLine> lines, const PageRules& rules);

}  // namespace parallax
