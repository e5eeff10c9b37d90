#pragma once
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "parallax/collect/collect.h"
#include "parallax/store/store.h"

/// The user's word on stretches of a page, as corrections: `block:BEGIN-END=ROLE`. The user counts
/// in bytes of the file as it was given; what is stored counts from where the record begins, so
/// that it stays in its place when the records before it in the file change.
namespace parallax {

/// True for what is meant as such a key, well written or not.
bool is_block_key(std::string_view key);
/// The stretch of a key; nothing where it is not `block:BEGIN-END` with BEGIN before END.
std::optional<SourceRange> block_range(std::string_view key);
/// From the file's bytes to the record's, which begins at `source_offset`; one stretch has one
/// spelling. bad_format where a stretch lies before the record.
Result<void> place_in_record(std::span<Correction> corrections, std::uint64_t source_offset);
/// What stored corrections say of stretches, those that were taken back left out: the wider ones
/// first, so that a narrower one inside has the last word.
std::vector<GivenRole> given_roles(std::span<const Correction> corrections);

std::string_view to_string(RecordKind kind);
std::optional<RecordKind> record_kind_from_string(std::string_view name);

}  // namespace parallax
