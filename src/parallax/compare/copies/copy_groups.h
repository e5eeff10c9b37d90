#pragma once
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parallax/core/copies.h"

namespace parallax {

/// Which articles copies join. Refers to the pairs.
class CopyFolds {
 public:
  explicit CopyFolds(std::span<const CopyPair> pairs);
  /// The same for all articles of a copy group; an article without copies stands for itself.
  std::string_view group_of(std::string_view article) const;

 private:
  std::unordered_map<std::string_view, std::string_view> group_;
};

/// Puts verified pairs into groups, each pair with the article first that was published first,
/// where both dates are known. Pairs of which an article has no account are left out. The result
/// does not depend on the order of the arguments. Nearly linear.
Copies gather_copies(std::span<const Account> accounts, std::vector<CopyPair> pairs);

/// Counts the articles of each position with and without copies.
void count_articles(std::vector<Question>& questions, const CopyFolds& folds);

}  // namespace parallax
