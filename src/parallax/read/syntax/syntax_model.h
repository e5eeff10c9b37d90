#pragma once
#include <string_view>

#include "parallax/core/result.h"

namespace parallax {

/// What syntax is read with: a model of one language out of a model file. A view into bytes that
/// outlive it; immutable; any thread may use it.
class SyntaxModel {
 public:
  /// Fails with bad_format or newer_version, in one sentence.
  static Result<SyntaxModel> open(std::string_view bytes, std::string_view language);
};

}  // namespace parallax
