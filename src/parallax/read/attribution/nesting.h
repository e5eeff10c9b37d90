#pragma once
#include "parallax/read/attribution/attribute.h"

namespace parallax {

/// Sorts the attributions by their earliest span and gives each the innermost attribution around it
/// as parent.
void nest(Findings& findings);

}  // namespace parallax
