#pragma once
#include <vector>

#include "parallax/learn/logistic_model.h"
#include "parallax/learn/model_file.h"
#include "parallax/read/sentences/paragraph_words.h"

namespace parallax {

/// Where sentences end, after a model of one language. A view into the bytes of a model file;
/// immutable; any thread may use it.
class SentenceEnds {
 public:
  /// The sections "ends.*". Fails with bad_format where they are missing or do not fit each other.
  static Result<SentenceEnds> from(const ModelFile& file);

  /// As `split_sentences` of text/sentences.h: the sentences of one paragraph, ascending, each
  /// without white space at its ends, that together hold every non-space byte.
  std::vector<Span> split(std::string_view text, Span paragraph, const SentenceRules& rules) const;

 private:
  LogisticModel model_;
};

}  // namespace parallax
