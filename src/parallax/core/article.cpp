#include "parallax/core/article.h"

#include <array>

namespace parallax {
namespace {

constexpr std::array<std::string_view, 12> kRoleNames = {
    "title", "byline", "date",    "url",    "heading", "body",
    "quote", "list",   "caption", "credit", "teaser",  "boilerplate"};

}  // namespace

Role role_at(const Article& article, std::uint32_t offset) {
  for (const Block& block : article.blocks) {
    if (block.text.contains(offset)) {
      return block.role;
    }
  }
  return Role::body;
}

SourceRange source_of(const Article& article, Span span) {
  SourceRange range;
  bool found = false;
  for (const Block& block : article.blocks) {
    if (!block.text.overlaps(span)) {
      continue;
    }
    const bool exact = block.source.size() == block.text.size();
    const std::uint64_t from = block.source.begin;
    if (!found) {
      const bool inside = exact && span.begin > block.text.begin;
      range.begin = inside ? from + (span.begin - block.text.begin) : from;
      found = true;
    }
    const bool inside = exact && span.end < block.text.end;
    range.end = inside ? from + (span.end - block.text.begin) : block.source.end;
  }
  return range;
}

std::string_view to_string(Role role) { return kRoleNames.at(static_cast<std::size_t>(role)); }

std::optional<Role> role_from_string(std::string_view name) {
  const auto at = std::find(kRoleNames.begin(), kRoleNames.end(), name);
  if (at == kRoleNames.end()) {
    return std::nullopt;
  }
  return static_cast<Role>(at - kRoleNames.begin());
}

}  // namespace parallax
