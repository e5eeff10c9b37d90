#pragma once
#include <optional>
#include <string>
#include <vector>

#include "parallax/read/entities/find_entities.h"

namespace parallax {

/// A stretch of tokens that may be a name, with what speaks for its type.
struct NameSpan {
  std::size_t first = 0;  ///< token
  std::size_t end = 0;    ///< one past the last token
  Span span;
  std::string folded;
  std::optional<std::uint32_t> gazetteer;  ///< index into EntityLexicon::names
  bool titled = false;                     ///< a title or an honorific stands before it
  bool placed = false;                     ///< "in X", "X city": it stands where a place stands
  bool weak =
      false;  ///< begins a sentence or stands in a Title Case line: a name only if known elsewhere
};

/// The names of all sentences, ascending and not overlapping; weak ones already confirmed or
/// dropped.
std::vector<NameSpan> find_name_spans(const Reading& reading, const EntityLexicon& lexicon);

}  // namespace parallax
