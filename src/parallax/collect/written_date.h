#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "parallax/collect/collect.h"

namespace parallax {

/// A date as it stands in a line, with the time of day that follows it.
struct WrittenDate {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string iso;  ///< `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM` or `YYYY-MM-DDTHH:MM:SS`
};

/// The first full date of a line: 2031-05-14, 14-05-2031, 14.05.2031, 14 May 2031, May 14, 2031. A
/// numeric date that may be read in two ways ("05/06/2031") is no date; with full stops the day
/// comes first.
std::optional<WrittenDate> find_written_date(std::string_view line, const PageRules& rules);

/// The date of a tag or field ("2031-05-14T08:00:00Z", or any form above) without its zone; absent
/// if it is none.
std::optional<std::string> iso_from_field(std::string_view field, const PageRules& rules);

}  // namespace parallax
