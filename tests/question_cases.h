#pragma once
#include <string>

#include "case_file.h"
#include "parallax/core/result.h"
#include "parallax/text/data_files.h"

namespace parallax::cases {

/// Reads and compares the articles of one case, and gives the questions in their text form:
///
///     conflict figure cross_side "How many people were killed in the market"
///       "14"  Tazunia/author
///       "31"  Belmoria/"the mayor", International/author
///
/// An article opens with a line `@ outlet | side | published`, of which any part may be missing.
/// `%verdict conflict` and `%type figure` leave the other questions out. A line `%names` and the
/// lines of a names file up to the first article add rival names.
Result<std::string> questions_of_case(const Case& one, const DataFiles& built_in);

}  // namespace parallax::cases
