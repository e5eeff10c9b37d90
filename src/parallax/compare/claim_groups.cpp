#include "parallax/compare/claim_groups.h"

#include <algorithm>
#include <unordered_map>

namespace parallax {
namespace {

template <typename T>
void append_bytes(std::string& out, const T& value) {
  char bytes[sizeof(T)];
  std::copy_n(reinterpret_cast<const char*>(&value), sizeof(T), bytes);
  out.append(bytes, sizeof(T));
}

}  // namespace

LookedAt& LookedAt::add(std::string_view text) {
  append_bytes(bytes_, text.size());
  bytes_.append(text);
  return *this;
}

LookedAt& LookedAt::add(const Interval& when) {
  for (const auto& day : {when.earliest, when.latest}) {
    add(day.has_value());
    append_bytes(bytes_, day ? day->number : 0);
  }
  return *this;
}

LookedAt& LookedAt::add(std::optional<double> number) {
  add(number.has_value());
  append_bytes(bytes_, number.value_or(0));
  return *this;
}

LookedAt& LookedAt::add(bool flag) {
  bytes_.push_back(flag ? '1' : '0');
  return *this;
}

ClaimGroups::ClaimGroups(Claims claims, const LooksAt& looks_at) : claims_(std::move(claims)) {
  std::unordered_map<std::string, Index> groups;
  std::unordered_map<std::string_view, Index> articles;
  for (Index i = 0; i < claims_.size(); ++i) {
    group_of_.push_back(number_of(groups, looks_at(*claims_[i])));
    article_of_.push_back(number_of(articles, std::string_view(claims_[i]->anchor.article)));
  }
  members_.resize(groups.size());
  elsewhere_.resize(groups.size());
  by_article_.resize(articles.size());
  for (Index i = 0; i < claims_.size(); ++i) {
    std::vector<Index>& members = members_[group_of_[i]];
    members.push_back(i);
    by_article_[article_of_[i]].push_back(i);
    if (!elsewhere_[group_of_[i]] && article_of_[i] != article_of_[members.front()]) {
      elsewhere_[group_of_[i]] = i;
    }
  }
  for (std::vector<Index>& members : by_article_) {
    std::ranges::stable_sort(members, {}, [this](Index i) { return group_of_[i]; });
  }
}

std::optional<std::pair<ClaimGroups::Index, ClaimGroups::Index>> ClaimGroups::pair_across(
    Index g, Index h) const {
  const Index first_g = members_[g].front();
  const Index first_h = members_[h].front();
  if (article_of_[first_g] != article_of_[first_h]) {
    return std::pair(first_g, first_h);
  }
  if (elsewhere_[h]) {
    return std::pair(first_g, *elsewhere_[h]);
  }
  return elsewhere_[g] ? std::optional(std::pair(*elsewhere_[g], first_h)) : std::nullopt;
}

std::vector<std::span<const ClaimGroups::Index>> ClaimGroups::runs_in_article(Index article) const {
  std::vector<std::span<const Index>> runs;
  const std::vector<Index>& all = by_article_[article];
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin + 1;
    while (end < all.size() && group_of_[all[end]] == group_of_[all[begin]]) {
      ++end;
    }
    runs.push_back(std::span(all).subspan(begin, end - begin));
    begin = end;
  }
  return runs;
}

namespace {

/// The articles of some claims, as far as it matters to a claim that must not be in the same one.
struct ArticlesSeen {
  std::optional<ClaimGroups::Index> one;
  bool several = false;

  void add(ClaimGroups::Index article) {
    several = several || (one && *one != article);
    one = one ? one : article;
  }
  bool other_than(ClaimGroups::Index article) const { return several || (one && *one != article); }
};

}  // namespace

std::vector<bool> related_to(const ClaimGroups& all, std::size_t first,
                             const std::function<bool(const Claim&, const Claim&)>& is_related) {
  using Index = ClaimGroups::Index;
  std::vector<ArticlesSeen> early(all.groups());  // where the claims before `first` stand
  for (Index i = 0; i < first; ++i) {
    early[all.group_of(i)].add(all.article_of(i));
  }
  std::vector<bool> related(all.size(), false);
  for (Index group = 0; group < all.groups(); ++group) {
    if (all.members(group).back() < first) {
      continue;
    }
    ArticlesSeen seen;
    for (Index other = 0; other < all.groups() && !seen.several; ++other) {
      const auto pair = early[other].one ? all.pair_across(group, other) : std::nullopt;
      if (pair && is_related(all.claim(pair->first), all.claim(pair->second))) {
        seen.add(*early[other].one);
        seen.several = seen.several || early[other].several;
      }
    }
    for (const Index i : all.members(group)) {
      related[i] =
          i >= first && (seen.other_than(all.article_of(i)) ||
                         std::ranges::any_of(all.in_article(all.article_of(i)), [&](Index j) {
                           return j < first && is_related(all.claim(i), all.claim(j));
                         }));
    }
  }
  return related;
}

}  // namespace parallax
