#pragma once
#include <vector>

#include "parallax/read/attribution/contents.h"
#include "parallax/read/attribution/cues.h"
#include "parallax/read/attribution/draft.h"

namespace parallax {

/// "was accused of theft by X", "the fort is said to have burnt", "as was explained by X", "…, the
/// paper was told by X": fills `draft`, or says that nothing is reported. `right` is what stands
/// behind the cue; `drafts` are those found before in the sentence.
bool read_passive(const Frame& frame, Range sentence, const Cue& cue, const RightContent& right,
                  const std::vector<Draft>& drafts, Draft& draft);

}  // namespace parallax
