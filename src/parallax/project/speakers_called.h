#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parallax/core/quotes.h"

namespace parallax {

/// The speakers that somebody means by a name or an id: those that bear the name, however it is
/// spelt in capitals and accents; else those of whose names it is some whole words.
std::vector<Speaker> speakers_called(std::span<const Speaker> speakers, std::string_view name);

/// What may be typed for these speakers, for suggestions: every name, and last names alone.
std::vector<std::string> names_to_type(std::span<const Speaker> speakers);

}  // namespace parallax
