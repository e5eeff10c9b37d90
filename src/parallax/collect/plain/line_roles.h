#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parallax/collect/collect.h"

namespace parallax {

/// A line of a scraped text that is not blank; the lines of a hard-wrapped paragraph count as one.
struct TextLine {
  std::string_view words;  ///< trimmed
  Span where;              ///< of its bytes on the page
  Role role = Role::body;
  bool decided = false;
};

/// Gives every line its role, and hands out what the lines around the article say of it: no more
/// than one thing of each field. A page has three zones: the *head* before the first paragraph of
/// prose, the *middle*, and the *tail* after the last one. In head and tail a short line is easily
/// a menu, a form or a counter; in the middle it is a heading, a caption or a quote, and only plain
/// evidence makes it boilerplate.
std::vector<Evidence> assign_roles(std::vector<TextLine>& lines, const PageRules& rules);

}  // namespace parallax
