#include "parallax/read/attribution/attribution_model.h"

#include "parallax/learn/built_in_model.h"
#include "parallax/read/attribution/tagging_features.h"

namespace parallax {

ModelIdentity attribution_identity(std::string_view language) {
  constexpr std::uint32_t kTemplates = 3;
  return {.stage = "attribution", .language = std::string(language), .templates = kTemplates};
}

Result<AttributionModel> AttributionModel::built_in(std::string_view language) {
  const auto bytes = built_in_model("attribution", language);
  if (!bytes) {
    return std::unexpected(bytes.error());
  }
  return open(*bytes, language);
}

Result<AttributionModel> AttributionModel::open(std::string_view bytes, std::string_view language) {
  const auto file = ModelFile::open(bytes, attribution_identity(language));
  if (!file) {
    return std::unexpected(file.error());
  }
  auto cues = Crf::from(*file, "cues");
  if (!cues) {
    return std::unexpected(cues.error());
  }
  auto roles = Crf::from(*file, "roles");
  if (!roles) {
    return std::unexpected(roles.error());
  }
  if (cues->labels() != kCueLabels || roles->labels() != kRoleLabels) {
    return damaged_model("the number of labels");
  }
  AttributionModel model;
  model.cues_ = std::move(*cues);
  model.roles_ = std::move(*roles);
  return model;
}

}  // namespace parallax
