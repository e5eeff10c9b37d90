#pragma once
#include <filesystem>
#include <functional>
#include <string>

#include "parallax/project/project.h"

namespace parallax {

struct ServeOptions {
  unsigned port = 0;  ///< 0: any free one
  Project::Options project = {};
  /// Told once the server listens, with its address.
  std::function<void(const std::string& address)> listening;
  /// Asked ten times a second whether to end.
  std::function<bool()> stop;
};

/// Serves a project on 127.0.0.1 until `stop`. Fails before it listens: no such project, port
/// taken.
Result<void> serve(const std::filesystem::path& project, const ServeOptions& options);

}  // namespace parallax
