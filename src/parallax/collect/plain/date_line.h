#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "parallax/collect/plain/line_facts.h"

namespace parallax {

/// A line that holds a date and not much else: "Sarn Mail, 14 May 2031. By Aren Dovik", "14 May
/// 2031 [11:11] - SARN MAIL".
struct DateLine {
  std::string iso;
  std::optional<std::string> author;
  std::optional<std::string>
      outlet;  ///< only where capitals or a host name tell it from a place or a person
};

std::optional<DateLine> read_date_line(std::string_view line, const LineFacts& facts,
                                       const PageRules& rules);

}  // namespace parallax
