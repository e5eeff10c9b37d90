#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace parallax {

/// The language of a text by CLD2, as a BCP 47 code; absent when it is not reliable. Text must be
/// valid UTF-8.
std::optional<std::string> detect_language(std::string_view text);

}  // namespace parallax
