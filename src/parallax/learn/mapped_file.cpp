#include "parallax/learn/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace parallax {
namespace {

std::unexpected<Error> cannot_read(const std::string& path, int system_error) {
  const ErrorCode code = system_error == ENOENT || system_error == ENOTDIR ? ErrorCode::not_found
                         : system_error == EACCES || system_error == EPERM
                             ? ErrorCode::no_permission
                             : ErrorCode::failed;
  return std::unexpected(
      Error{code, "cannot read " + path + ": " + std::strerror(system_error), path});
}

/// Closes a descriptor when it is left.
class Opened {
 public:
  explicit Opened(const std::string& path)
      : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
  ~Opened() {
    if (descriptor_ >= 0) {
      close(descriptor_);
    }
  }
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

}  // namespace

Result<MappedFile> MappedFile::open(const std::string& path) {
  const Opened file(path);
  struct stat about = {};
  if (file.descriptor() < 0 || fstat(file.descriptor(), &about) != 0) {
    return cannot_read(path, errno);
  }
  if (!S_ISREG(about.st_mode)) {
    return std::unexpected(
        Error{ErrorCode::failed, "cannot read " + path + ": it is no regular file", path});
  }
  const auto size = static_cast<std::size_t>(about.st_size);
  if (size == 0) {
    return MappedFile();
  }
  void* const bytes = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.descriptor(), 0);
  if (bytes == MAP_FAILED) {
    return cannot_read(path, errno);
  }
  return MappedFile({static_cast<const char*>(bytes), size});
}

MappedFile::MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(bytes_, other.bytes_);
  return *this;
}

MappedFile::~MappedFile() {
  if (!bytes_.empty()) {
    munmap(const_cast<char*>(bytes_.data()), bytes_.size());
  }
}

}  // namespace parallax
