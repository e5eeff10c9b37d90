#pragma once
#include <span>

namespace parallax {

/// Marks a SQLite file as a Parallax project: "Plx1".
constexpr int kApplicationId = 0x506C7831;

/// The SQL that makes version 1, 2, ... out of the version before it (version 0 is an empty file).
/// Never edited once released: a change of the tables is a new entry at the end.
std::span<const char* const> migrations();

}  // namespace parallax
