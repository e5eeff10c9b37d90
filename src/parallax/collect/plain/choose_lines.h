#pragma once
#include <vector>

#include "parallax/collect/plain/line_roles.h"

namespace parallax {

/// True for a text that was taken from a page together with its menus: many lines of few words
/// among which the article must be found.
bool has_menus(const std::vector<TextLine>& lines);

/// On such a text the model of `rules.line_model` (line_model.h) has the last word on which lines
/// are kept, and the headline is looked for above them; anywhere else, and without a model, the
/// roles and the title that rules gave stay.
void choose_lines(std::vector<TextLine>& lines, const PageRules& rules,
                  std::vector<Evidence>& found);

}  // namespace parallax
