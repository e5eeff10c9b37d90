#pragma once
#include <vector>

#include "parallax/read/attribution/noun_phrases.h"

namespace parallax {

/// An attribution in items of its frame.
struct Draft {
  NounPhrase source;
  Range cue;
  std::vector<Range> content;
  Stance stance = Stance::say;
  std::int32_t spoken = -1;  ///< a quotation in another paragraph that is the content
  std::int32_t parent =
      -1;  ///< the draft of the same sentence whose words this source is cited for
  bool awaits_quote = false;  ///< "X said:" at a paragraph's end
};

/// Whether `content` holds a part of what `drafts` found, but not all of it.
bool cuts_earlier(const std::vector<Draft>& drafts, Range content);

/// What the reporting verbs of a sentence introduce. `drafts` holds what find_phrase_drafts found:
/// of those, sources that are cited for another's words ("X said …, citing Y") are tied to them.
/// `previous_quote`: a quotation alone in the paragraph before, or -1.
void find_cue_drafts(const Frame& frame, Range sentence, std::int32_t previous_quote,
                     std::vector<Cue>& cues, std::vector<Draft>& drafts);

/// "According to X, …", "…, in his view"; "the claim of X that …"; and, where nothing else speaks,
/// "X: “…”" and "X: We Must Go" in a headline.
void find_phrase_drafts(const Frame& frame, Range sentence, std::vector<Draft>& out);
void find_nominal_drafts(const Frame& frame, Range sentence, std::vector<Draft>& out);
void find_colon_drafts(const Frame& frame, Range sentence, std::vector<Draft>& out);

}  // namespace parallax
