#pragma once
#include <filesystem>
#include <functional>
#include <span>
#include <string>

#include "parallax/collect/collect.h"

namespace parallax {

/// A file of a pile that a reader may open.
struct PileFile {
  std::filesystem::path file;  ///< to open
  std::string path;    ///< relative to the PATH that was added, `/` as separator, valid UTF-8
  bool named = false;  ///< the PATH itself, not found in a folder
  Metadata given;      ///< from parallax.toml
};

struct WalkVisitor {
  std::function<bool(PileFile&&)> file;  ///< false stops the walk
  std::function<void(Skipped&&)> skipped;
  std::function<void(PileSettings&&)> settings;
};

/// Walks files and folders in byte order of their paths; no folder twice, whatever the links; fails
/// before the first file when a PATH cannot be read.
Result<void> walk_pile(std::span<const std::string> paths, const WalkVisitor& visitor);

}  // namespace parallax
