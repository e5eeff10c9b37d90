#include "parallax/core/copies.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace parallax {
namespace {

constexpr std::size_t kPairsOnScreen = 12;

double likeness(const CopyPair& pair) {
  return std::min(pair.alignment.first.share(), pair.alignment.second.share());
}

/// Of each member the pair in which it comes nearest to another, in the order of the members.
std::vector<CopyPair> nearest_pairs(const CopyGroup& group) {
  std::unordered_map<std::string_view, const CopyPair*> nearest;
  for (const CopyPair& pair : group.pairs) {
    for (const std::string* article : {&pair.first, &pair.second}) {
      const CopyPair*& best = nearest.try_emplace(*article, &pair).first->second;
      best = likeness(pair) > likeness(*best) ? &pair : best;
    }
  }
  std::set<const CopyPair*> taken;
  std::vector<CopyPair> pairs;
  for (const Account& member : group.members) {
    const auto at = nearest.find(member.article);
    if (at != nearest.end() && pairs.size() < kPairsOnScreen && taken.insert(at->second).second) {
      pairs.push_back(*at->second);
    }
  }
  return pairs;
}

}  // namespace

Alignment turned(Alignment alignment) {
  std::swap(alignment.first, alignment.second);
  std::swap(alignment.only_first, alignment.only_second);
  for (SharedSpan& shared : alignment.shared) {
    std::swap(shared.first, shared.second);
  }
  std::ranges::sort(alignment.shared, {}, &SharedSpan::first);
  return alignment;
}

std::size_t Copies::independent() const {
  std::size_t count = articles;
  for (const CopyGroup& group : groups) {
    count -= group.members.size() - 1;
  }
  return count;
}

CopiesOnScreen for_screen(Copies copies, std::size_t most) {
  CopiesOnScreen screen;
  const std::size_t groups = std::min(most, copies.groups.size());
  screen.pairs_left_out.reserve(groups);
  const std::size_t quotations = std::min(most, copies.quotations.size());
  screen.groups_left_out = copies.groups.size() - groups;
  screen.quotations_left_out = copies.quotations.size() - quotations;
  screen.copies = std::move(copies);
  screen.copies.quotations.resize(quotations);
  for (std::size_t i = 0; i < groups; ++i) {
    CopyGroup& group = screen.copies.groups[i];
    std::vector<CopyPair> nearest = nearest_pairs(group);
    screen.pairs_left_out.push_back(group.pairs.size() - nearest.size());
    group.pairs = std::move(nearest);
  }
  for (std::size_t i = groups; i < screen.copies.groups.size(); ++i) {
    screen.copies.groups[i].pairs.clear();
  }
  return screen;
}

}  // namespace parallax
