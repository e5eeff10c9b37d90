#pragma once
#include <span>
#include <vector>

#include "parallax/collect/plain/line_roles.h"

namespace parallax {

/// Adds whom the outlet has the text from: how its first paragraph begins, how its last one ends,
/// and lines that say it.
/// Where no other address is known the original's is the text's. The lines have their roles.
void find_origin(std::span<const TextLine> lines, const PageRules& rules,
                 std::vector<Evidence>& evidence);

}  // namespace parallax
