#pragma once
#include <vector>

#include "parallax/read/attribution/attribution_model.h"
#include "parallax/read/attribution/tagged_words.h"

namespace parallax {

/// A cue with what belongs to it, in tokens; source and content each perhaps in pieces (ascending).
struct TaggedAttribution {
  Range cue;
  std::vector<Range> source;
  std::vector<Range> content;
};

/// The attributions that the model finds, ascending by cue; none without content. They are
/// outermost ones only: it learnt from a corpus without nested ones.
std::vector<TaggedAttribution> tag_attributions(const TaggedWords& words,
                                                const AttributionModel& model);

/// What the taggers may label: no "inside" without a "begin".
ChainWeights cue_chain();
ChainWeights role_chain();

}  // namespace parallax
