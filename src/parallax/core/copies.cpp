#include "parallax/core/copies.h"

namespace parallax {

std::size_t Copies::independent() const {
  std::size_t count = articles;
  for (const CopyGroup& group : groups) {
    count -= group.members.size() - 1;
  }
  return count;
}

}  // namespace parallax
