#pragma once
#include <string>

#include "parallax/present/present.h"

namespace parallax {

/// What the web app inside a report answers its requests from, in place of a server
/// (web/src/api.ts): JSON that may stand in a script element.
std::string report_data(const Report& report);

}  // namespace parallax
