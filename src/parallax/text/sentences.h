#pragma once
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parallax/core/analysis.h"
#include "parallax/text/data_files.h"
#include "parallax/text/phrase_table.h"

namespace parallax {

/// When a full stop is no end: abbreviations of one language. Immutable.
class SentenceRules {
 public:
  static SentenceRules load(const DataFiles& data, std::string_view language);
  enum class Ends { never, maybe };
  const Ends* abbreviation(std::string_view form) const;

 private:
  WordMap<Ends> abbreviations_;
};

/// The paragraphs of a clean text, without the white space around them: cut at blank lines, and at
/// every line feed unless the lines are hard-wrapped. Ascending; none is empty.
std::vector<Span> split_paragraphs(std::string_view text);

/// The sentences of one paragraph, ascending, each without white space at its ends. Together they
/// hold every non-space byte.
std::vector<Span> split_sentences(std::string_view text, Span paragraph,
                                  const SentenceRules& rules);

}  // namespace parallax
