#include "parallax/serve/openapi_file.h"

#include <span>

#include "parallax/text/embedded_file.h"

namespace parallax {

std::span<const EmbeddedFile> embedded_openapi();  // openapi.json, cmake/embed_files.cmake

std::string_view openapi_file() { return embedded_openapi().front().bytes(); }

}  // namespace parallax
