#pragma once
#include "parallax/read/attribution/attribute.h"

namespace parallax {

/// Gives each attribution the entity that its source names. `attributions` ascend by their earliest
/// span, `subjects` stand beside them. A source that no mention, title or earlier source explains
/// stays without a speaker.
void resolve_speakers(const ArticleWords& words, const std::vector<Span>& subjects,
                      std::vector<Attribution>& attributions);

}  // namespace parallax
