#pragma once
#include <string>
#include <string_view>

#include "parallax/core/result.h"

namespace parallax {

/// The bytes of the program's own model of a stage (models/LANGUAGE.STAGE.plxm); they live as long
/// as the program. Fails with not_found, in one sentence.
Result<std::string_view> built_in_model(std::string_view stage, std::string_view language);

/// Names and hashes of all: part of the version of reading.
const std::string& built_in_models();

}  // namespace parallax
