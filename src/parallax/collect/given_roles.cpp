#include "parallax/collect/given_roles.h"

namespace parallax {

std::optional<Role> GivenRoles::of(std::uint32_t begin, std::uint32_t end) const {
  std::optional<Role> found;
  if (!any() || end <= begin) {
    return found;
  }
  const std::uint64_t first = page_->source_of(begin);
  const std::uint64_t last = page_->source_of(end - 1);
  const std::uint64_t middle = first + (last - first) / 2;
  for (const GivenRole& given : roles_) {
    if (given.source.begin <= middle && middle < given.source.end) {
      found = given.role;
    }
  }
  return found;
}

}  // namespace parallax
