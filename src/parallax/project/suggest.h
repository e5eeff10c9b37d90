#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parallax {

/// The names that somebody who typed `typed` may have meant, closest first, at most `limit`: those
/// that contain it, and those a few letters away. Quadratic in the length of a name.
std::vector<std::string> suggest(std::string_view typed, std::span<const std::string> names,
                                 std::size_t limit);

/// `"a", "b" or "c"`; empty for none.
std::string one_of(std::span<const std::string> names);

}  // namespace parallax
