#pragma once
#include <string_view>

#include "parallax/core/result.h"
#include "parallax/learn/crf.h"

namespace parallax {

/// What cues, sources and contents are found with: two taggers out of one model file. A view into
/// bytes that outlive it; immutable; any thread may use it.
class AttributionModel {
 public:
  /// Fails with bad_format or newer_version, in one sentence.
  static Result<AttributionModel> open(std::string_view bytes, std::string_view language);
  /// The program's own. Fails with not_found where it has none for this language.
  static Result<AttributionModel> built_in(std::string_view language);

  const Crf& cues() const { return cues_; }
  const Crf& roles() const { return roles_; }

 private:
  Crf cues_;
  Crf roles_;
};

/// What a model of attribution is known by. Its templates are those of tagging_features.h: raise
/// the number in attribution_model.cpp with every change of these.
ModelIdentity attribution_identity(std::string_view language);

}  // namespace parallax
