#pragma once
#include <algorithm>
#include <compare>
#include <cstdint>
#include <string_view>

namespace parallax {

/// A half-open range of UTF-8 **bytes** in an article's clean text. Both ends lie on code-point
/// borders.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return end <= begin; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool contains(std::uint32_t offset) const { return begin <= offset && offset < end; }
  bool overlaps(Span other) const {
    return std::max(begin, other.begin) < std::min(end, other.end);
  }
  auto operator<=>(const Span&) const = default;
};

/// A half-open range of bytes of the input as it was given, before charset conversion. 64 bit:
/// archives are large.
struct SourceRange {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;

  std::uint64_t size() const { return end - begin; }
  auto operator<=>(const SourceRange&) const = default;
};

/// The words at `span`; lives as long as `text`. An offset past the end is cut to the end.
inline std::string_view words(std::string_view text, Span span) {
  const std::size_t begin = std::min<std::size_t>(span.begin, text.size());
  const std::size_t end = std::clamp<std::size_t>(span.end, begin, text.size());
  return text.substr(begin, end - begin);
}

}  // namespace parallax
