#pragma once
#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>

#include "parallax/serve/api_call.h"

namespace parallax {

/// The part of a long list that a call asks for with `offset` and `limit`.
struct ListPart {
  std::size_t offset = 0;
  std::size_t limit = 0;

  /// Nothing where one of them is wrong: then `problem()` is the answer.
  static std::optional<ListPart> of(const ApiCall& call);
  static HttpResponse problem();

  std::size_t begin(std::size_t size) const { return std::min(offset, size); }
  std::size_t end(std::size_t size) const {
    return begin(size) + std::min(limit, size - begin(size));
  }
  template <typename T>
  std::span<T> cut(std::span<T> all) const {
    return all.subspan(begin(all.size()), end(all.size()) - begin(all.size()));
  }
};

}  // namespace parallax
