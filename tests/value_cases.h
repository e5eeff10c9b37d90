#pragma once
#include <string>

#include "case_file.h"
#include "parallax/core/result.h"
#include "parallax/text/data_files.h"

namespace parallax::cases {

/// Reads the number or the expression of time that each article marks with square brackets, and
/// compares each with each:
///
///     compatible  "90-day" 90 day  "three-month" 3 month
///
/// Articles are written as in cases of questions (pile_case.h). Where nothing is read between the
/// brackets the value is `nothing`, and two values without a common measure are `undecidable`.
Result<std::string> values_of_case(const Case& one, const DataFiles& data);

}  // namespace parallax::cases
