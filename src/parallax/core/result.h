#pragma once
#include <expected>
#include <string>

namespace parallax {

/// Why the outside world failed. Bad *text* is never an error: a reading stage is total.
enum class ErrorCode {
  not_found,      ///< no such file, article or column
  no_permission,  ///< the system refused
  bad_format,     ///< bytes that are not what they should be
  over_limit,     ///< a size, depth or time limit was passed
  newer_version,  ///< written by a later version of the program
  busy,           ///< another process holds the project
  disk_full,      ///< the device is full
  failed,         ///< anything else; the message says what
};

/// `message` is one sentence for the user: what was tried, on what, and what to do. `where` is the
/// path or place, or empty.
struct Error {
  ErrorCode code = ErrorCode::failed;
  std::string message;
  std::string where;
};

template <typename T>
using Result = std::expected<T, Error>;

}  // namespace parallax
