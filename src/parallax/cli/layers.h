#pragma once
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parallax/core/result.h"

namespace parallax {

/// What `show --layer` knows, and what `map --layers` knows.
constexpr std::string_view kRemovedLayer = "removed";
constexpr std::array<std::string_view, 15> kShownLayers = {
    "article",  "blocks",  "removed",      "sentences", "tokens", "syntax",   "timexes", "figures",
    "entities", "glosses", "attributions", "events",    "labels", "sourcing", "notes"};
constexpr std::array<std::string_view, 12> kMappedLayers = {
    "article", "sentences",    "tokens", "timexes", "figures",  "entities",
    "glosses", "attributions", "events", "labels",  "sourcing", "notes"};

/// The layer with this name, or the only one that begins with it ("attribution").
Result<std::string> layer_named(std::string_view name, std::span<const std::string_view> layers);
/// Of a list with commas.
Result<std::vector<std::string>> layers_named(std::string_view list,
                                              std::span<const std::string_view> layers);

}  // namespace parallax
