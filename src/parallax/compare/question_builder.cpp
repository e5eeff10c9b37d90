#include "parallax/compare/question_builder.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "parallax/compare/judging.h"
#include "parallax/core/hash.h"
#include "parallax/core/names_of_values.h"

namespace parallax {
namespace {

constexpr std::size_t kMostAnswers = 3;  // answers that the label of one position joins

using Index = ClaimGroups::Index;

/// The order of claims in every result: by value, then by where they stand.
bool comes_before(const Claim& a, const Claim& b) {
  const auto size = [](const Claim& c) {
    const bool numeric = c.type == QuestionType::figure;
    return numeric ? c.value.low.value_or(0) + (c.value.high ? 0 : 0.5) : 0.0;
  };
  const double size_a = size(a);
  const double size_b = size(b);
  return std::tie(size_a, a.value.when, a.value.word, a.value.polarity, a.anchor.article,
                  a.anchor.span, a.answer) < std::tie(size_b, b.value.when, b.value.word,
                                                      b.value.polarity, b.anchor.article,
                                                      b.anchor.span, b.answer);
}

/// Claims in positions, as numbers of a ClaimGroups.
class Positions {
 public:
  Positions(const QuestionDraft& draft, const ClaimGroups& all, const Judging& judging)
      : draft_(draft), all_(all), judging_(judging), placed_in_(all.articles()) {}

  /// The first position that holds the same answer, else the first without a conflict, else a new
  /// one.
  void place(Index i) {
    const std::vector<Stand> inside = stands_inside(i);
    std::size_t free = positions_.size();
    for (std::size_t p = 0; p < positions_.size(); ++p) {
      Stand stand = stand_across(i, positions_[p]);
      stand.clash = stand.clash || inside[p].clash;
      stand.same = stand.same || inside[p].same;
      if (!stand.clash && stand.same) {
        put(i, p);
        return;
      }
      const Claim& front = all_.claim(positions_[p].claims.front());
      const bool opposite = front.value.polarity != all_.claim(i).value.polarity;
      free = !stand.clash && !opposite ? std::min(free, p) : free;
    }
    if (free == positions_.size()) {
      positions_.emplace_back();
    }
    put(i, free);
  }

  std::vector<Claims> claims() const {
    std::vector<Claims> out;
    for (const Place& position : positions_) {
      Claims& claims = out.emplace_back();
      for (const Index i : position.claims) {
        claims.push_back(&all_.claim(i));
      }
    }
    return out;
  }

 private:
  /// How a claim stands to those of a position.
  struct Stand {
    bool clash = false;
    bool same = false;
    void add(Relation relation) {
      clash = clash || relation == Relation::conflict;
      same = same || relation == Relation::same;
    }
  };
  struct GroupHere {
    Index group;
    Index article;   ///< of its first claim here
    bool is_spread;  ///< it has claims of other articles here
  };
  struct Place {
    std::vector<Index> claims;
    std::vector<GroupHere> groups;
  };
  struct Placed {
    std::size_t position;
    Index claim;
  };

  Stand stand_across(Index i, const Place& position) const {
    Stand stand;
    for (const GroupHere& here : position.groups) {
      if (here.is_spread || here.article != all_.article_of(i)) {
        stand.add(judging_.across(all_.group_of(i), here.group));
      }
    }
    return stand;
  }

  /// By position: how a claim stands to those of its own article.
  std::vector<Stand> stands_inside(Index i) const {
    std::vector<Stand> stands(positions_.size());
    for (const Placed& other : placed_in_[all_.article_of(i)]) {
      stands[other.position].add(draft_.compare(all_.claim(i), all_.claim(other.claim)).relation);
    }
    return stands;
  }

  void put(Index i, std::size_t p) {
    Place& position = positions_[p];
    position.claims.push_back(i);
    const Index group = all_.group_of(i);
    const Index article = all_.article_of(i);
    const auto here = std::ranges::find(position.groups, group, &GroupHere::group);
    if (here == position.groups.end()) {
      position.groups.push_back({group, article, false});
    } else {
      here->is_spread = here->is_spread || here->article != article;
    }
    std::vector<Placed>& placed = placed_in_[article];
    const bool is_new = std::ranges::none_of(placed, [&](const Placed& other) {
      return other.position == p && all_.group_of(other.claim) == group;
    });
    if (is_new) {
      placed.push_back({p, i});
    }
  }

  const QuestionDraft& draft_;
  const ClaimGroups& all_;
  const Judging& judging_;
  std::vector<Place> positions_;
  std::vector<std::vector<Placed>> placed_in_;  ///< by article, one of each group and position
};

Verdict verdict_of(const Judged& judged, bool undecidable) {
  switch (judged.worst) {
    case Relation::conflict:
      return undecidable ? Verdict::undecidable : Verdict::conflict;
    case Relation::undecidable:
      return Verdict::undecidable;
    case Relation::compatible:
      return Verdict::compatible;
    case Relation::same:
      break;
  }
  return Verdict::same;
}

std::string label_of(const Claims& position) {
  std::string label;
  std::set<std::string_view> seen;
  for (const Claim* claim : position) {
    if (seen.size() < kMostAnswers && seen.insert(claim->answer).second) {
      label += (label.empty() ? "" : " / ") + claim->answer;
    }
  }
  return label;
}

std::string identity_of(const QuestionDraft& draft) {
  std::string identity(to_string(draft.type));
  for (const auto& [name, value] : draft.key) {
    identity.append("\n").append(name).append("=").append(value);
  }
  return hash_hex(identity).substr(0, 16);
}

/// The claims in the order of results, each anchor and answer once.
std::vector<Index> in_order(const ClaimGroups& all) {
  std::vector<Index> order(all.size());
  std::iota(order.begin(), order.end(), Index{0});
  std::ranges::sort(order,
                    [&](Index i, Index j) { return comes_before(all.claim(i), all.claim(j)); });
  const auto same = [&](Index i, Index j) {
    return all.claim(i).anchor == all.claim(j).anchor && all.claim(i).answer == all.claim(j).answer;
  };
  order.erase(std::unique(order.begin(), order.end(), same), order.end());
  return order;
}

}  // namespace

Accounts::Accounts(std::span<const Account> accounts) {
  for (const Account& account : accounts) {
    by_article_.emplace(account.article, &account);
    Outlet& outlet = outlets_[account.outlet];
    const auto published = day_from_iso(account.published.value_or(""));
    outlet.any_time = outlet.any_time || !published;
    outlet.latest = std::max(outlet.latest, published);
  }
}

const Account& Accounts::of(const Claim& claim) const {
  static const Account kUnknown{
      .article = "", .path = "", .outlet = "unknown", .side = "unknown", .published = {}};
  const auto at = by_article_.find(claim.anchor.article);
  return at == by_article_.end() ? kUnknown : *at->second;
}

Voice Accounts::voice(const Claim& claim) const {
  const Account& account = of(claim);
  return {.outlet = account.outlet, .side = account.side, .speaker = claim.speaker};
}

std::vector<std::string> Accounts::silent(const std::set<std::string_view>& speaking,
                                          const Interval& when) const {
  std::vector<std::string> silent;
  for (const auto& [name, outlet] : outlets_) {
    const bool could_speak = outlet.any_time || !when.earliest || outlet.latest >= when.earliest;
    if (could_speak && !speaking.contains(name)) {
      silent.emplace_back(name);
    }
  }
  return silent;
}

Question build_question(const QuestionDraft& draft, const Accounts& accounts) {
  const ClaimGroups groups(draft.claims, draft.looks_at);
  Judging judging(draft, accounts, groups);
  const Judged judged = judging.judge();
  Positions positions(draft, groups, judging);
  for (const Index i : in_order(groups)) {
    positions.place(i);
  }
  Question question{.id = identity_of(draft),
                    .type = draft.type,
                    .scope = judged.scope,
                    .verdict = verdict_of(judged, draft.undecidable),
                    .title = draft.title,
                    .key = draft.key,
                    .why = draft.why};
  question.why.insert(question.why.end(), judged.why.begin(), judged.why.end());
  std::set<std::string_view> speaking;
  for (const Claims& position : positions.claims()) {
    Position& out = question.positions.emplace_back();
    out.answer = label_of(position);
    out.value = position.front()->value;
    out.claims.reserve(position.size());
    for (const Claim* claim : position) {
      out.claims.push_back({*claim, accounts.voice(*claim)});
      speaking.insert(accounts.of(*claim).outlet);
    }
  }
  for (Position& position : question.positions) {
    std::set<std::string_view> articles;
    for (const PositionClaim& stated : position.claims) {
      articles.insert(stated.claim.anchor.article);
    }
    position.articles = articles.size();
    position.independent = articles.size();
  }
  question.silent = accounts.silent(speaking, draft.when);
  return question;
}

bool is_worth_showing(const Question& question) {
  if (question.verdict == Verdict::conflict) {
    return true;
  }
  const Voice* first = nullptr;
  for (const Position& position : question.positions) {
    for (const PositionClaim& claim : position.claims) {
      first = first == nullptr ? &claim.voice : first;
      if (claim.voice != *first) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace parallax
