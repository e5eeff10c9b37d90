#pragma once
#include <span>

#include "parallax/collect/plain/line_facts.h"
#include "parallax/collect/plain/line_roles.h"

namespace parallax {

/// The line that is a text's title: of those before `head_end` that have no role yet, the first
/// that is no entry of a menu. `head_end` if there is none.
std::size_t choose_headline(std::span<const TextLine> lines, std::span<const LineFacts> facts,
                            std::size_t head_end);

}  // namespace parallax
