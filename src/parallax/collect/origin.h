#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "parallax/collect/collect.h"

namespace parallax {

/// Whom an outlet has an article from, as a line says it.
struct Origin {
  std::string value;  ///< an agency's full name where it is known, a name as written, or an address
  Sure sure = Sure::likely;
  std::string_view words{};  ///< that say it; a view into the line
};

/// How the text begins: "SARN (Vell Wire) - The ferry …", "SARN, May 3 (AP) - …".
std::optional<Origin> origin_in_opening(std::string_view paragraph, const PageRules& rules);
/// How it ends: "… until Friday. (AFP)", "AFP/Reuters" alone. Agencies that are known only.
std::optional<Origin> origin_in_ending(std::string_view paragraph, const PageRules& rules);
/// A line of its own: "Original article: https://vell.example/7", "First published by the Vell
/// Wire."
std::optional<Origin> origin_in_line(std::string_view line, const PageRules& rules);
/// The agency that is called so, or null. Lives as long as the rules.
const std::string* agency_named(std::string_view name, const PageRules& rules);

}  // namespace parallax
