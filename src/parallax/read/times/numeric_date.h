#pragma once
#include <string_view>

#include "parallax/read/times/time_text.h"

namespace parallax {

/// "14/05/2031", "14.05.2031", "05/14/31", "2031/05/14": the month is where it can be. Where both
/// can be it, dots mean that the day stands first, and slashes leave the order open: day and month
/// are given as if the day stood first.
/// Whether `whole` is a date; nothing in three parts that is a version or a section is one.
bool read_numeric_date(std::string_view whole, TimeReading& date);

}  // namespace parallax
