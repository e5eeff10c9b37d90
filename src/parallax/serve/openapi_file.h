#pragma once
#include <string_view>

namespace parallax {

/// openapi.json of this folder, compiled in.
std::string_view openapi_file();

}  // namespace parallax
