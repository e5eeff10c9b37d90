#pragma once
#include <string_view>

namespace parallax {

/// A file of the built web app (web/build.mjs): index.html, app.js, app.css, app.js.sha256. Empty
/// if there is none of this name. Compiled in, valid for ever.
std::string_view web_file(std::string_view name);

}  // namespace parallax
