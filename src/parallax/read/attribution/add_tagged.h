#pragma once
#include "parallax/read/attribution/attribute.h"
#include "parallax/read/attribution/attribution_model.h"

namespace parallax {

/// Adds what the model finds beside what the rules found: attributions whose cue no rule knows, of
/// which the model is sure, that name a source, and whose cue is a word of speech or thought. Where
/// a rule has the cue, the rule is believed: it knows the quotations of translated prose, of which
/// the model's corpus has none. Nothing where no syntax was read.
void add_tagged(const ArticleWords& words, const AttributionModel& model, Findings& findings);

}  // namespace parallax
