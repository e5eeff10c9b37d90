#pragma once
#include "parallax/read/attribution/attribute.h"
#include "parallax/read/attribution/attribution_model.h"

namespace parallax {

/// Adds what the model finds beside what the rules found: attributions whose cue no rule knows,
/// that name a source, and whose cue is a word of speech or thought. How sure of a cue the model
/// must be stands in the model (AttributionPlan::for_a_cue). Where
/// a rule has the cue, the rule is believed: it knows the quotations of translated prose, of which
/// the model's corpus has none. Nothing where no syntax was read.
void add_tagged(const ArticleWords& words, const AttributionModel& model, Findings& findings);

}  // namespace parallax
