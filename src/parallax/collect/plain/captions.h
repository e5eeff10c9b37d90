#pragma once
#include <span>
#include <vector>

#include "parallax/collect/plain/line_facts.h"
#include "parallax/collect/plain/line_roles.h"

namespace parallax {

/// Finds the captions among the lines whose roles are known otherwise: above a credit ("Source:
/// …"), with the capitals of a title and yet a full stop, and, on a page that has such captions, a
/// single short sentence between two long paragraphs.
void assign_captions(std::vector<TextLine>& lines, std::span<const LineFacts> facts);

}  // namespace parallax
