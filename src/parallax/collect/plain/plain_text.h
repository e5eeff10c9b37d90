#pragma once
#include <vector>

#include "parallax/collect/build_article.h"
#include "parallax/collect/collect.h"
#include "parallax/collect/mapped_text.h"

namespace parallax {

/// A page taken apart: what becomes of each stretch, and what the page says of itself.
struct ReadPage {
  std::vector<Segment> segments;
  std::vector<Evidence> evidence;  ///< `where` in bytes of the decoded page
};

/// Reads a plain-text page (see decode.h) line by line. Lines of hard-wrapped paragraphs are put
/// together. Total.
ReadPage read_plain_text(const MappedText& page, const PageRules& rules);

}  // namespace parallax
