#pragma once
#include <string>
#include <string_view>

#include "parallax/core/result.h"

namespace parallax {

/// A file's bytes without a copy: they are read from disk as they are touched, and shared by all
/// processes that map the file. Whoever replaces such a file must rename a new one over it; one
/// that is cut while it is mapped ends the program.
class MappedFile {
 public:
  /// Fails with not_found, no_permission or failed; a folder, a device or a pipe is no file.
  static Result<MappedFile> open(const std::string& path);

  MappedFile() = default;
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  /// Begins at a page, so that a ModelFile can be opened on it. Lives, and stays where it is, as
  /// long as this or what it was moved to.
  std::string_view bytes() const { return bytes_; }

 private:
  explicit MappedFile(std::string_view bytes) : bytes_(bytes) {}

  std::string_view bytes_;
};

}  // namespace parallax
