#pragma once
#include <string>
#include <string_view>
#include <unordered_map>

#include "parallax/core/copies.h"
#include "parallax/present/present.h"

namespace parallax {

/// The articles of copy pairs by their ids. Refers to the articles; what is not among them is
/// empty.
class CopyTexts {
 public:
  explicit CopyTexts(std::span<const Article> articles);
  std::string_view text(std::string_view article) const;
  std::string_view path(std::string_view article) const;

 private:
  std::unordered_map<std::string_view, const Article*> articles_;
};

/// The words of a sentence; nothing where the span does not fit the text.
std::string_view sentence_at(std::string_view text, Span span);

/// "2 copy groups hold 5 of 14 articles; if each group counts once there are 11 articles".
std::string copies_in_words(const Copies& copies);
/// Why there is nothing to show, in one sentence.
std::string no_copies_in_words(const Copies& copies);
/// "90 % of A stands in B, 100 % of B in A".
std::string containment_in_words(const Alignment& laid, std::string_view first,
                                 std::string_view second);

}  // namespace parallax
