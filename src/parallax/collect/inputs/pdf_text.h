#pragma once
#include <cstdint>
#include <filesystem>
#include <string>

#include "parallax/core/result.h"

namespace parallax {

struct ConverterLimits {
  unsigned seconds = 60;
  std::uint64_t output_bytes = std::uint64_t{64} << 20;
  std::uint64_t memory_bytes = std::uint64_t{4} << 30;
};

/// The text of a PDF file as `pdftotext`, found in PATH, writes it: UTF-8. It is started without a
/// shell, and ended when it takes too long or writes too much. Fails with one sentence where it is
/// not installed, cannot read the file, or finds no text.
Result<std::string> pdf_text(const std::filesystem::path& file, const ConverterLimits& limits);

}  // namespace parallax
