#pragma once
#include <vector>

#include "parallax/read/entities/name_spans.h"

namespace parallax {

/// Where the article itself gives one referent two names. `first` and `second` are indices into
/// `names`.
struct NamePair {
  std::size_t first = 0;
  std::size_t second = 0;
  GlossKind kind = GlossKind::bracket;
};

/// Glosses between names of one sentence: "Orvel (Tarnik)", "Orvel, which the Norlandic side calls
/// Tarnik", "Orvel, now known as Tarnik", "Orvel, or Tarnik, as others write it", "that some know
/// as Orvel and others as Tarnik". Ascending.
std::vector<NamePair> find_name_pairs(const Reading& reading, const EntityLexicon& lexicon,
                                      const std::vector<NameSpan>& names);

}  // namespace parallax
