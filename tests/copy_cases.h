#pragma once
#include <string>

#include "case_file.h"
#include "parallax/core/result.h"

namespace parallax::cases {

/// Lays all articles of one case side by side, each with each, and gives the copies in their text
/// form; a pair that is no copy and no quotation is left out:
///
///     abridged  article-1 article-2  20/40 20/20
///       only article-1  "Nobody was charged."
///       altered  "Ten people died." = "10 people died."
///     earliest  article-1
///
/// The numbers are the words of each text that stand in the other, and all its words. Articles are
/// written as in cases of questions (pile_case.h).
Result<std::string> copies_of_case(const Case& one);

}  // namespace parallax::cases
