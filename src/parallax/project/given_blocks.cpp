#include "parallax/project/given_blocks.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>

namespace parallax {
namespace {

constexpr std::string_view kKey = "block:";
constexpr std::array<std::string_view, 3> kKinds = {"text", "html", "json"};

std::optional<std::uint64_t> number(std::string_view digits) {
  std::uint64_t value = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool whole = read.ec == std::errc() && read.ptr == digits.data() + digits.size();
  return whole ? std::optional(value) : std::nullopt;
}

}  // namespace

bool is_block_key(std::string_view key) { return key.starts_with(kKey); }

std::optional<SourceRange> block_range(std::string_view key) {
  if (!is_block_key(key)) {
    return std::nullopt;
  }
  key.remove_prefix(kKey.size());
  const std::size_t dash = std::min(key.find('-'), key.size());
  const auto begin = number(key.substr(0, dash));
  const auto end = number(key.substr(std::min(dash + 1, key.size())));
  const bool is_range = begin && end && *begin < *end;
  return is_range ? std::optional(SourceRange{*begin, *end}) : std::nullopt;
}

Result<void> place_in_record(std::span<Correction> corrections, std::uint64_t source_offset) {
  for (Correction& correction : corrections) {
    const auto range = block_range(correction.field);
    if (!range) {
      continue;
    }
    if (range->begin < source_offset) {
      return std::unexpected(Error{ErrorCode::bad_format,
                                   "this article begins at byte " + std::to_string(source_offset) +
                                       " of its file; " + correction.field + " lies before it",
                                   correction.field});
    }
    correction.field = std::string(kKey) + std::to_string(range->begin - source_offset) + '-' +
                       std::to_string(range->end - source_offset);
  }
  return {};
}

std::vector<GivenRole> given_roles(std::span<const Correction> corrections) {
  std::vector<GivenRole> roles;
  for (const Correction& correction : corrections) {
    const auto range = block_range(correction.field);
    const auto role = correction.value ? role_from_string(*correction.value) : std::nullopt;
    if (range && role) {
      roles.push_back({*range, *role});
    }
  }
  std::ranges::stable_sort(roles, std::greater(),
                           [](const GivenRole& role) { return role.source.size(); });
  return roles;
}

std::string_view to_string(RecordKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

std::optional<RecordKind> record_kind_from_string(std::string_view name) {
  const auto* const found = std::ranges::find(kKinds, name);
  return found == kKinds.end() ? std::nullopt
                               : std::optional(static_cast<RecordKind>(found - kKinds.begin()));
}

}  // namespace parallax
