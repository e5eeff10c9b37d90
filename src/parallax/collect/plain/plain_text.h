#pragma once
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "parallax/collect/build_article.h"
#include "parallax/collect/collect.h"
#include "parallax/collect/given_roles.h"
#include "parallax/collect/mapped_text.h"
#include "parallax/collect/plain/line_roles.h"

namespace parallax {

/// A page taken apart: what becomes of each stretch, and what the page says of itself.
struct ReadPage {
  std::vector<Segment> segments;
  std::vector<Evidence> evidence;  ///< `where` in bytes of the decoded page
};

/// Reads a plain-text page (see decode.h) line by line. Lines of hard-wrapped paragraphs are put
/// together. Total.
ReadPage read_plain_text(const MappedText& page, const PageRules& rules,
                         const GivenRoles& given = {});

/// The paragraphs of a plain-text page with the roles that rules give them, without what the model
/// says; `joined` holds the words of hard-wrapped ones and must live as long. For trainers.
std::vector<TextLine> lines_by_rules(std::string_view text, const PageRules& rules,
                                     std::deque<std::string>& joined);

}  // namespace parallax
