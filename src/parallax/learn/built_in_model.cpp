#include "parallax/learn/built_in_model.h"

#include <span>

#include "parallax/core/hash.h"
#include "parallax/text/embedded_file.h"

namespace parallax {

std::span<const EmbeddedFile> embedded_models();  // models/, cmake/embed_files.cmake

Result<std::string_view> built_in_model(std::string_view stage, std::string_view language) {
  const std::string name = std::string(language) + "." + std::string(stage) + ".plxm";
  for (const EmbeddedFile& file : embedded_models()) {
    if (file.name == name) {
      return file.bytes();
    }
  }
  return std::unexpected(Error{ErrorCode::not_found,
                               "this program has no model of " + std::string(stage) +
                                   " for the language " + std::string(language) +
                                   "; it has one for English (en)",
                               {}});
}

const std::string& built_in_models() {
  static const std::string kModels = [] {
    std::string models;
    for (const EmbeddedFile& file : embedded_models()) {
      models += file.name;
      models += hash_hex(file.bytes());
    }
    return models;
  }();
  return kModels;
}

}  // namespace parallax
