#pragma once
#include <string>
#include <string_view>

#include "parallax/core/result.h"

namespace parallax {

/// Writes to stdout. Where nobody reads any more (`| head`) the Error has no message: the program
/// ends quietly.
Result<void> write_stdout(std::string_view bytes);

/// Writes a whole file, or stdout for "-". A regular file is replaced at once or not at all: the
/// bytes go to a file beside it, which is then renamed. Anything else (a device, a pipe) is written
/// as it is.
Result<void> write_output(const std::string& path, std::string_view bytes);

}  // namespace parallax
