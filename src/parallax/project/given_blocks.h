#pragma once
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "parallax/collect/collect.h"
#include "parallax/store/store.h"

/// The user's word on stretches of a page, as corrections: `block:BEGIN-END=ROLE`, in bytes of the
/// file as it was given.
namespace parallax {

/// True for what is meant as such a key, well written or not.
bool is_block_key(std::string_view key);
/// The stretch of a key; nothing where it is not `block:BEGIN-END` with BEGIN before END.
std::optional<SourceRange> block_range(std::string_view key);
/// What the corrections say of stretches, those that were taken back left out.
std::vector<GivenRole> given_roles(std::span<const Correction> corrections);

std::string_view to_string(RecordKind kind);
std::optional<RecordKind> record_kind_from_string(std::string_view name);

}  // namespace parallax
