#include "parallax/cli/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace parallax {
namespace {

namespace fs = std::filesystem;

Error write_error(int system_error, const std::string& path) {
  if (system_error == EPIPE) {
    return {};
  }
  if (system_error == ENOSPC || system_error == EFBIG || system_error == EDQUOT) {
    return {ErrorCode::disk_full, "the disk is full: " + path + " could not be written", path};
  }
  const bool denied = system_error == EACCES || system_error == EPERM || system_error == EROFS;
  const bool missing = system_error == ENOENT || system_error == ENOTDIR;
  return {denied    ? ErrorCode::no_permission
          : missing ? ErrorCode::not_found
                    : ErrorCode::failed,
          path + " could not be written: " +
              (missing ? "its folder does not exist" : std::strerror(system_error)),
          path};
}

/// 0, or why not all was written.
int write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(file, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) {
      return errno;
    }
    bytes.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
  }
  return 0;
}

Result<void> write_in_place(const std::string& path, std::string_view bytes) {
  const int file = open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (file < 0) {
    return std::unexpected(write_error(errno, path));
  }
  const int failed = write_all(file, bytes);
  close(file);
  return failed == 0 ? Result<void>{} : std::unexpected(write_error(failed, path));
}

/// What a new file may be: what the old one was, else what the user's umask leaves.
mode_t mode_for(const fs::path& path) {
  struct stat about = {};
  if (stat(path.c_str(), &about) == 0) {
    return about.st_mode & 07777U;
  }
  const mode_t mask = umask(0);
  umask(mask);
  return 0666U & ~mask;
}

Result<void> replace_file(const fs::path& path, const std::string& shown, std::string_view bytes) {
  std::string beside = (path.parent_path() / ".parallax-XXXXXX").string();
  const int file = mkstemp(beside.data());
  if (file < 0) {
    return std::unexpected(write_error(errno, shown));
  }
  int failed = write_all(file, bytes);
  failed = failed == 0 && fchmod(file, mode_for(path)) != 0 ? errno : failed;
  failed = failed == 0 && fsync(file) != 0 ? errno : failed;
  failed = close(file) != 0 && failed == 0 ? errno : failed;
  failed = failed == 0 && std::rename(beside.c_str(), path.c_str()) != 0 ? errno : failed;
  if (failed != 0) {
    unlink(beside.c_str());
    return std::unexpected(write_error(failed, shown));
  }
  return {};
}

}  // namespace

Result<void> write_stdout(std::string_view bytes) {
  const int failed = write_all(STDOUT_FILENO, bytes);
  return failed == 0 ? Result<void>{} : std::unexpected(write_error(failed, "the output"));
}

Result<void> write_output(const std::string& path, std::string_view bytes) {
  if (path == "-" || path.empty()) {
    return write_stdout(bytes);
  }
  std::error_code error;
  const fs::path target = fs::weakly_canonical(fs::absolute(path, error), error);
  if (error) {
    return std::unexpected(write_error(error.value(), path));
  }
  if (fs::is_directory(target, error)) {
    return std::unexpected(
        Error{ErrorCode::failed, path + " is a folder; give a file to write to", path});
  }
  const bool special = fs::exists(target, error) && !fs::is_regular_file(target, error);
  return special ? write_in_place(path, bytes) : replace_file(target, path, bytes);
}

}  // namespace parallax
