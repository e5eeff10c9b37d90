#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parallax/core/question.h"

/// Thousands of articles may tell one story, and then one topic has thousands of claims; but what
/// they say is little. Claims that are alike in all that a question looks at form a group, and what
/// holds between two members of two groups holds between all of them, but for one thing: whether
/// both stand in one article. So every pair of groups is compared once, for members of different
/// articles, and pairs inside one article are compared as they stand there. The work is quadratic
/// in the groups of a topic, and in the claims that one article has for it, not in its claims.
namespace parallax {

using Claims = std::vector<const Claim*>;

/// All that a question looks at in a claim, apart from its article, as bytes: claims with the same
/// bytes are alike.
using LooksAt = std::function<std::string(const Claim&)>;

/// Collects what a question looks at.
class LookedAt {
 public:
  LookedAt& add(std::string_view text);
  LookedAt& add(const Interval& when);
  LookedAt& add(std::optional<double> number);
  LookedAt& add(bool flag);
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// The number of a key in a map to numbers: the next one if the key is new.
template <typename Numbers, typename Key>
std::uint32_t number_of(Numbers& numbers, Key&& key) {
  const auto next = static_cast<std::uint32_t>(numbers.size());
  return numbers.try_emplace(std::forward<Key>(key), next).first->second;
}

/// The claims of one topic by group and by article. Claims, groups and articles are numbers that
/// count from 0, groups and articles in the order in which the claims bring them up.
class ClaimGroups {
 public:
  using Index = std::uint32_t;

  ClaimGroups(Claims claims, const LooksAt& looks_at);

  std::size_t size() const { return claims_.size(); }
  const Claim& claim(Index i) const { return *claims_[i]; }
  Index group_of(Index i) const { return group_of_[i]; }
  Index article_of(Index i) const { return article_of_[i]; }
  std::size_t groups() const { return members_.size(); }
  std::size_t articles() const { return by_article_.size(); }
  /// Ascending, never empty.
  std::span<const Index> members(Index group) const { return members_[group]; }
  /// Whether not all members stand in one article.
  bool is_spread(Index group) const { return elsewhere_[group].has_value(); }
  /// Two different members, one of each group, that stand in different articles. `g` may be `h`.
  std::optional<std::pair<Index, Index>> pair_across(Index g, Index h) const;
  /// The claims of an article, those of a group together.
  std::span<const Index> in_article(Index article) const { return by_article_[article]; }
  /// `in_article`, cut into the claims of one group each.
  std::vector<std::span<const Index>> runs_in_article(Index article) const;

 private:
  Claims claims_;
  std::vector<Index> group_of_;
  std::vector<Index> article_of_;
  std::vector<std::vector<Index>> members_;
  std::vector<std::optional<Index>> elsewhere_;  ///< the first member in another article than that
                                                 ///< of the group's first member
  std::vector<std::vector<Index>> by_article_;
};

/// By claim: whether a claim from `first` on is related to one before `first`.
std::vector<bool> related_to(const ClaimGroups& all, std::size_t first,
                             const std::function<bool(const Claim&, const Claim&)>& is_related);

}  // namespace parallax
