#pragma once
#include <string>
#include <string_view>

#include "parallax/collect/collect.h"

namespace parallax::fuzz {

/// A record becomes an article that keeps its promises, or one sentence.
void check_record(const Record& record, const PageRules& rules);

/// As a user gives it: a file of this name. Its records stand where they say, and `check_record`
/// holds for each. Where a file is packed or converted its records have no such place.
void check_file(const char* name, std::string_view bytes, const PageRules& rules);

}  // namespace parallax::fuzz
