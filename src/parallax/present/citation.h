#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parallax/present/present.h"
#include "parallax/text/sentences.h"

namespace parallax {

/// A claim's words in the sentence that they stand in, and where that is. Views into the presented
/// records.
struct Citation {
  std::string_view path;  ///< of the article, as added
  std::string_view before;
  std::string_view words;  ///< the claim's own
  std::string_view after;
  bool cut_before = false;  ///< `before` does not begin at the start of its sentence
  bool cut_after = false;
  std::optional<SourceRange>
      source;  ///< bytes of the file as given; absent when the article is not at hand
  std::string_view language;   ///< BCP 47, or empty
  std::string_view published;  ///< ISO 8601, or empty
};

/// Finds the sentence of each claim. Sentences are split once for each article; not thread-safe;
/// the presented records outlive it.
class Citations {
 public:
  explicit Citations(const Presented& presented);
  Citation cite(const Claim& claim);

 private:
  struct Known {
    const Article* article = nullptr;
    std::string_view path;
    std::string_view published;
    std::optional<std::vector<Span>> sentences;
  };
  const std::vector<Span>& sentences_of(Known& known);
  const SentenceRules& rules_of(const std::string& language);

  std::unordered_map<std::string_view, Known> articles_;
  std::map<std::string, SentenceRules> rules_;
};

}  // namespace parallax
