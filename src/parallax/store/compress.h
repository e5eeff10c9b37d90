#pragma once
#include <string>
#include <string_view>

#include "parallax/core/result.h"

namespace parallax {

/// One zstd frame with a checksum.
std::string compress(std::string_view bytes);
/// Undoes `compress`. Damaged bytes, and a frame that would grow past a gigabyte, are errors.
Result<std::string> decompress(std::string_view bytes);

}  // namespace parallax
