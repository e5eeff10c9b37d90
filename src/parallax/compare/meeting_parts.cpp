// Which claims of a topic speak of one thing at one time.
#include <algorithm>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>

#include "parallax/compare/questions.h"

namespace parallax {
namespace {

constexpr std::int32_t kInferredSlack = 366;

using Index = ClaimGroups::Index;

/// The days between two intervals; 0 where they meet or one is unknown. An interval with one end
/// counts as that day.
std::int32_t gap(const Interval& a, const Interval& b) {
  if (!a.known() || !b.known()) {
    return 0;
  }
  const auto first = [](const Interval& i) { return i.earliest ? *i.earliest : *i.latest; };
  const auto last = [](const Interval& i) { return i.latest ? *i.latest : *i.earliest; };
  const std::int32_t after = first(b).number - last(a).number;
  const std::int32_t before = first(a).number - last(b).number;
  return std::max({after, before, 0});
}

bool is_dated(const Claim& claim) { return claim.topic.when.known() && !claim.topic.when_inferred; }

/// Claims that are tied together, directly or through others. A part is known by its first claim.
class Ties {
 public:
  explicit Ties(std::size_t claims) : parent_(claims) {
    std::iota(parent_.begin(), parent_.end(), Index{0});
  }
  Index root(Index i) {
    while (parent_[i] != i) {
      parent_[i] = parent_[parent_[i]];
      i = parent_[i];
    }
    return i;
  }
  void tie(Index i, Index j) { parent_[std::max(root(i), root(j))] = std::min(root(i), root(j)); }
  void tie(std::span<const Index> all) {
    for (const Index i : all) {
      tie(all.front(), i);
    }
  }
  bool are_tied(Index i, Index j) { return root(i) == root(j); }

 private:
  std::vector<Index> parent_;
};

/// The claims among `groups` that meet, tied. Uses that claims which meet across articles would
/// also meet inside one: so all members of two groups that meet hang together.
class Connecting {
 public:
  Connecting(const ClaimGroups& all, const Meets& meets, const std::vector<Index>& groups)
      : all_(all), meets_(meets), groups_(groups), ties_(all.size()), whole_(all.groups(), false) {}

  Ties run() {
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      for (std::size_t h = g; h < groups_.size(); ++h) {
        across(groups_[g], groups_[h]);
      }
    }
    std::vector<bool> takes_part(all_.groups(), false);
    for (const Index group : groups_) {
      takes_part[group] = true;
    }
    for (Index article = 0; article < all_.articles(); ++article) {
      std::vector<std::span<const Index>> runs = all_.runs_in_article(article);
      std::erase_if(runs, [&](const auto& run) { return !takes_part[all_.group_of(run[0])]; });
      inside(runs);
    }
    return std::move(ties_);
  }

 private:
  bool meet(Index i, Index j) const { return meets_(all_.claim(i), all_.claim(j)); }

  void across(Index g, Index h) {
    const Index first_g = all_.members(g).front();
    const Index first_h = all_.members(h).front();
    if (whole_[g] && whole_[h] && ties_.are_tied(first_g, first_h)) {
      return;
    }
    const auto pair = all_.pair_across(g, h);
    if (!pair || !meet(pair->first, pair->second)) {
      return;
    }
    for (const Index group : {g, h}) {
      if (!whole_[group]) {
        ties_.tie(all_.members(group));
        whole_[group] = true;
      }
    }
    ties_.tie(first_g, first_h);
  }

  void inside(const std::vector<std::span<const Index>>& runs) {
    for (std::size_t r = 0; r < runs.size(); ++r) {
      if (runs[r].size() > 1 && meet(runs[r][0], runs[r][1])) {
        ties_.tie(runs[r]);
      }
      for (std::size_t s = r + 1; s < runs.size(); ++s) {
        if (meet(runs[r][0], runs[s][0])) {
          ties_.tie(runs[r]);
          ties_.tie(runs[s]);
          ties_.tie(runs[r][0], runs[s][0]);
        }
      }
    }
  }

  const ClaimGroups& all_;
  const Meets& meets_;
  const std::vector<Index>& groups_;
  Ties ties_;
  std::vector<bool> whole_;  ///< by group: all members are tied
};

/// Cuts claims into parts, those of the first claims first; `part_of` takes the part of each claim.
std::vector<Claims> parts_of(const ClaimGroups& all, Ties& ties,
                             const std::vector<bool>& takes_part, std::vector<Index>& part_of) {
  std::vector<Claims> parts;
  part_of.assign(all.size(), 0);
  for (Index i = 0; i < all.size(); ++i) {
    if (!takes_part[all.group_of(i)]) {
      continue;
    }
    const Index root = ties.root(i);
    if (root == i) {
      part_of[i] = static_cast<Index>(parts.size());
      parts.emplace_back();
    }
    part_of[i] = part_of[root];
    parts[part_of[i]].push_back(&all.claim(i));
  }
  return parts;
}

/// How well an undated claim fits a part: the gap of its inferred time to the nearest member that
/// it meets; then the larger part, then the earlier.
using Fit = std::tuple<std::int32_t, std::int64_t, Index>;

class Joining {
 public:
  Joining(const ClaimGroups& all, const Meets& meets, const std::vector<Claims>& parts,
          const std::vector<Index>& part_of)
      : all_(all), meets_(meets), parts_(parts), part_of_(part_of), best_(all.groups()) {
    for (Index group = 0; group < all.groups(); ++group) {
      std::set<Index>& in = parts_of_group_.emplace_back();
      if (is_dated(all.claim(all.members(group).front()))) {
        for (const Index i : all.members(group)) {
          in.insert(part_of[i]);
        }
      }
    }
  }

  /// The part that an undated claim joins; absent if it meets no dated claim.
  std::optional<Index> part_for(Index i) {
    std::optional<Fit> best = best_across(all_.group_of(i));
    for (const Index other : all_.in_article(all_.article_of(i))) {
      if (is_dated(all_.claim(other)) && meets_(all_.claim(i), all_.claim(other))) {
        improve(best, i, other, part_of_[other]);
      }
    }
    return best ? std::optional(std::get<2>(*best)) : std::nullopt;
  }

 private:
  void improve(std::optional<Fit>& best, Index i, Index dated, Index part) const {
    const std::int32_t days = gap(all_.claim(i).topic.when, all_.claim(dated).topic.when);
    const Fit fit(days, -static_cast<std::int64_t>(parts_[part].size()), part);
    best = best ? std::min(*best, fit) : fit;
  }

  const std::optional<Fit>& best_across(Index group) {
    if (!best_[group]) {
      best_[group].emplace();
      for (Index other = 0; other < all_.groups(); ++other) {
        const auto pair =
            parts_of_group_[other].empty() ? std::nullopt : all_.pair_across(group, other);
        if (pair && meets_(all_.claim(pair->first), all_.claim(pair->second))) {
          for (const Index part : parts_of_group_[other]) {
            improve(*best_[group], pair->first, pair->second, part);
          }
        }
      }
    }
    return *best_[group];
  }

  const ClaimGroups& all_;
  const Meets& meets_;
  const std::vector<Claims>& parts_;
  const std::vector<Index>& part_of_;
  std::vector<std::set<Index>> parts_of_group_;          ///< of dated groups
  std::vector<std::optional<std::optional<Fit>>> best_;  ///< by undated group, once it is known
};

std::vector<Claims> connected(const ClaimGroups& all, const Meets& meets,
                              const std::vector<bool>& takes_part, std::vector<Index>& part_of) {
  std::vector<Index> groups;
  for (Index group = 0; group < all.groups(); ++group) {
    if (takes_part[group]) {
      groups.push_back(group);
    }
  }
  Ties ties = Connecting(all, meets, groups).run();
  return parts_of(all, ties, takes_part, part_of);
}

}  // namespace

std::vector<Claims> meeting_parts(const Claims& claims, const Meets& meets,
                                  const LooksAt& looks_at) {
  const ClaimGroups all(claims, looks_at);
  std::vector<bool> dated;
  dated.reserve(all.groups());
  for (Index group = 0; group < all.groups(); ++group) {
    dated.push_back(is_dated(all.claim(all.members(group).front())));
  }
  std::vector<Index> part_of;
  std::vector<Claims> parts = connected(all, meets, dated, part_of);
  Joining joining(all, meets, parts, part_of);
  Claims left;
  std::vector<std::pair<Index, const Claim*>> joined;
  for (Index i = 0; i < all.size(); ++i) {
    if (dated[all.group_of(i)]) {
      continue;
    }
    if (const auto part = joining.part_for(i)) {
      joined.emplace_back(*part, &all.claim(i));
    } else {
      left.push_back(&all.claim(i));
    }
  }
  for (const auto& [part, claim] : joined) {
    parts[part].push_back(claim);
  }
  const ClaimGroups rest(std::move(left), looks_at);
  for (Claims& part : connected(rest, meets, std::vector<bool>(rest.groups(), true), part_of)) {
    parts.push_back(std::move(part));
  }
  return parts;
}

bool times_meet(const Claim& a, const Claim& b, std::int32_t slack) {
  const bool inferred = a.topic.when_inferred || b.topic.when_inferred;
  if (inferred && a.anchor.article == b.anchor.article) {
    return true;
  }
  return gap(a.topic.when, b.topic.when) <= (inferred ? kInferredSlack : slack);
}

}  // namespace parallax
