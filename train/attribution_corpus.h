#pragma once
#include <string_view>
#include <vector>

#include "parallax/core/result.h"
#include "parallax/read/attribution/tag_attributions.h"

namespace parallax {

/// An article with the attributions that people marked in it, read by our own syntax.
struct TaughtArticle {
  TaggedWords words;
  std::vector<TaggedAttribution> attributions;  ///< ascending by cue
  std::vector<bool> junk;  ///< of each sentence: whether something in it was marked as junk
};

/// Reads lines of {text, attributions: [{source, cue, content: [[begin, end]]}]}, offsets in
/// code points, and `discard`: spans of junk. Attributions without a cue are left out. Fails with
/// bad_format, naming the line, or with not_found where the program has no syntax of the language.
Result<std::vector<TaughtArticle>> load_attributions(std::string_view lines,
                                                     std::string_view language);

/// The byte offsets of each code point of valid UTF-8, and the end.
std::vector<std::uint32_t> offsets_of_code_points(std::string_view text);

}  // namespace parallax
