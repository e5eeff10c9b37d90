#pragma once
#include "parallax/read/attribution/attribute.h"
#include "parallax/read/attribution/attribution_model.h"

namespace parallax {

/// Joins what the model finds with what the rules found (docs/decisions/0008). Where both have the
/// cue, the model says where cue and source end, and what the content is unless it is a quotation:
/// those the rules know better. What only the model finds is added where it names a source that is
/// not the author. What only the rules find stays. Nothing happens where no syntax was read.
void join_tagged(const ArticleWords& words, const AttributionModel& model, Findings& findings);

}  // namespace parallax
