#pragma once
#include <functional>
#include <span>
#include <string>

#include "parallax/core/analysis.h"
#include "parallax/core/result.h"
#include "parallax/project/article_reader.h"

namespace parallax {

/// Reads the articles of a file, or of a folder, without a project, with the names file of its own
/// pile if it has one. `article` returns false to stop. Fails only when `path` cannot be read.
Result<void> read_file(const std::string& path, const std::filesystem::path& data_folder,
                       const std::function<bool(Article&&, Analysis&&)>& article,
                       const std::function<void(Skipped&&)>& skipped);

/// What cleaning leaves out of each article of a file or folder, with the article's path.
Result<void> read_removed(
    const std::string& path, const std::filesystem::path& data_folder,
    const std::function<bool(const std::string& path, std::span<const RemovedPiece>)>& removed,
    const std::function<void(Skipped&&)>& skipped);

}  // namespace parallax
