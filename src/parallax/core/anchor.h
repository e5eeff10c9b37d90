#pragma once
#include <string>

#include "parallax/core/article.h"
#include "parallax/core/question.h"

namespace parallax {

/// Hash of a clean text: two articles with the same text have the same version.
std::string text_version(const Article& article);

/// The anchor of `span` in `article`. `version` is `text_version(article)`, computed once by the
/// caller.
Anchor make_anchor(const Article& article, const std::string& version, Span span);

}  // namespace parallax
