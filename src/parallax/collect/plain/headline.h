#pragma once
#include <span>

#include "parallax/collect/plain/line_facts.h"
#include "parallax/collect/plain/line_roles.h"

namespace parallax {

/// The line that is a text's title, of those before `head_end` that have no role yet; `head_end` if
/// there is none. Where only a few stand there it is the first; where a page's menus stand there it
/// is the one whose words the first paragraphs take up, that is as long as headlines are, stands
/// near the text and above a date or a byline. Linear.
std::size_t choose_headline(std::span<const TextLine> lines, std::span<const LineFacts> facts,
                            std::size_t head_end);

}  // namespace parallax
