#pragma once
#include <compare>
#include <cstdint>

namespace parallax {

/// An index into one article's vector of `T`. An `Id<Entity>` cannot be mistaken for an
/// `Id<Attribution>`.
template <typename T>
struct Id {
  std::uint32_t index = 0;
  auto operator<=>(const Id&) const = default;
};

}  // namespace parallax
