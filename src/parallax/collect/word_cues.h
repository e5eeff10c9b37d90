#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "parallax/collect/collect.h"

/// Asking the lists of PageRules about words. Linear in the text.
namespace parallax {

/// The kind of the last word of `text` that is a cue.
std::optional<PageRules::Cue::Kind> last_cue(std::string_view text,
                                             const std::vector<PageRules::Cue>& cues);
/// True if `text` as a whole is a cue of this kind.
bool is_cue(std::string_view text, PageRules::Cue::Kind kind,
            const std::vector<PageRules::Cue>& cues);
/// The bytes of the longest cue of this kind that `text` begins with, up to a word's end; 0 if
/// none.
std::size_t opening_cue(std::string_view text, PageRules::Cue::Kind kind,
                        const std::vector<PageRules::Cue>& cues);
/// True if one of the words of `text` is a cue of this kind.
bool holds_cue(std::string_view text, PageRules::Cue::Kind kind,
               const std::vector<PageRules::Cue>& cues);
/// The first word between spaces that is written just as a cue of this kind is ("and", not "And"),
/// or the empty end of `text`. A view into it.
std::string_view find_cue(std::string_view text, PageRules::Cue::Kind kind,
                          const std::vector<PageRules::Cue>& cues);

}  // namespace parallax
