#pragma once
#include <string>

#include "parallax/core/result.h"
#include "train/extraction_corpus.h"

namespace parallax {

/// `parallax-train extraction` and `plain_text`: what is asked for.
struct ExtractionRequest {
  PagePieces pieces = PagePieces::blocks;
  std::string truth;        ///< JSON lines of {id, url, text}
  std::string pages;        ///< the folder of ID.html.gz
  std::uint32_t folds = 0;  ///< cross-validation by host: more than 1
  std::string found;        ///< where the texts found in cross-validation go, as JSON lines
  std::uint64_t seed = 1;
};

Result<std::string> extraction_model(const ExtractionRequest& request);

}  // namespace parallax
