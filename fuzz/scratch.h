#pragma once
#include <filesystem>
#include <string>
#include <string_view>

namespace parallax::fuzz {

/// A folder of this process, in memory where the system has such a place; gone when it ends.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  /// Puts `bytes` in place of what the file held; returns its path.
  std::string write(const char* name, std::string_view bytes) const;
  void remove(const char* name) const;

 private:
  std::filesystem::path path_;
};

std::string file_bytes(const std::filesystem::path& path);

}  // namespace parallax::fuzz
