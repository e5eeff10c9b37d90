#include "parallax/present/web_files.h"

#include <algorithm>

#include "parallax/text/embedded_file.h"

namespace parallax {

std::span<const EmbeddedFile> embedded_web();  // web/, cmake/web.cmake

std::string_view web_file(std::string_view name) {
  const auto files = embedded_web();
  const auto at = std::ranges::find(files, name, &EmbeddedFile::name);
  return at == files.end() ? std::string_view{} : at->bytes();
}

}  // namespace parallax
