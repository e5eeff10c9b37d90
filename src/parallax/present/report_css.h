#pragma once
#include <string>

namespace parallax {

/// The style sheet of the report: light and dark after the reader's setting, narrow to wide
/// screens, paper. Nothing in it loads anything.
std::string report_css();

}  // namespace parallax
