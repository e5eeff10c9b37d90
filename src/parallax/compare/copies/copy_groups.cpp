#include "parallax/compare/copies/copy_groups.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

#include "parallax/core/hash.h"

namespace parallax {
namespace {

using ByArticle = std::unordered_map<std::string_view, const Account*>;

std::optional<Day> day_of(const Account& account) {
  return day_from_iso(account.published.value_or(""));
}

/// Dated ones first, by date; then by path.
bool comes_before(const Account& a, const Account& b) {
  const auto key = [](const Account& account) {
    const auto day = day_of(account);
    return std::tuple(!day, day, std::string_view(account.path), std::string_view(account.article));
  };
  return key(a) < key(b);
}

CopyPair turned(CopyPair pair) {
  std::swap(pair.first, pair.second);
  pair.alignment = turned(std::move(pair.alignment));
  return pair;
}

/// The pair in its order, with a kind that knows of the dates.
CopyPair with_dates(CopyPair pair, const ByArticle& accounts) {
  if (comes_before(*accounts.at(pair.second), *accounts.at(pair.first))) {
    pair = turned(std::move(pair));
  }
  const bool is_inside = pair.kind == CopyKind::abridged || pair.kind == CopyKind::extended;
  const auto earlier = day_of(*accounts.at(pair.first));
  const auto later = day_of(*accounts.at(pair.second));
  const bool in_order = earlier && later && *earlier < *later;
  if (is_inside) {
    const bool grew = pair.alignment.first.words < pair.alignment.second.words;
    pair.kind = in_order && grew ? CopyKind::extended : CopyKind::abridged;
  }
  return pair;
}

std::optional<Account> earliest_of(const std::vector<Account>& members) {
  const auto first = day_of(members[0]);
  const bool all_dated = std::ranges::all_of(
      members, [](const Account& member) { return day_of(member).has_value(); });
  return all_dated && first < day_of(members[1]) ? std::optional(members[0]) : std::nullopt;
}

std::string id_of(const std::vector<Account>& members) {
  std::vector<std::string_view> ids;
  ids.reserve(members.size());
  for (const Account& member : members) {
    ids.push_back(member.article);
  }
  std::ranges::sort(ids);
  std::string all;
  for (const std::string_view id : ids) {
    all.append(id).append("\n");
  }
  return hash_hex(all).substr(0, 16);
}

class PairOrder {
 public:
  explicit PairOrder(const ByArticle& accounts) : accounts_(accounts) {}
  bool operator()(const CopyPair& a, const CopyPair& b) const { return key(a) < key(b); }

 private:
  std::tuple<std::string_view, std::string_view, std::string_view, std::string_view> key(
      const CopyPair& pair) const {
    return {accounts_.at(pair.first)->path, pair.first, accounts_.at(pair.second)->path,
            pair.second};
  }
  const ByArticle& accounts_;
};

std::vector<CopyGroup> groups_of(std::span<const Account> accounts, std::vector<CopyPair> pairs) {
  std::vector<CopyGroup> groups;
  std::vector<std::size_t> group_of_pair;
  {
    const CopyFolds folds(pairs);
    std::unordered_map<std::string_view, std::size_t> numbers;
    for (const CopyPair& pair : pairs) {
      const auto [at, is_new] = numbers.try_emplace(folds.group_of(pair.first), numbers.size());
      group_of_pair.push_back(at->second);
    }
    groups.resize(numbers.size());
    for (const Account& account : accounts) {
      if (const auto at = numbers.find(folds.group_of(account.article)); at != numbers.end()) {
        groups[at->second].members.push_back(account);
      }
    }
  }
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    groups[group_of_pair[i]].pairs.push_back(std::move(pairs[i]));
  }
  for (CopyGroup& group : groups) {
    std::ranges::sort(group.members, comes_before);
    group.id = id_of(group.members);
    group.earliest = earliest_of(group.members);
  }
  std::ranges::sort(groups, [](const CopyGroup& a, const CopyGroup& b) {
    return std::tuple(b.members.size(), std::string_view(a.members[0].path), a.id) <
           std::tuple(a.members.size(), std::string_view(b.members[0].path), b.id);
  });
  return groups;
}

}  // namespace

CopyFolds::CopyFolds(std::span<const CopyPair> pairs) {
  // Each article points to one that comes before it in its group, or to itself.
  const auto root_of = [&](std::string_view article) {
    std::string_view at = group_.try_emplace(article, article).first->second;
    while (group_.at(at) != at) {
      at = group_[at] = group_.at(group_.at(at));
    }
    return at;
  };
  for (const CopyPair& pair : pairs) {
    if (is_copy(pair.kind)) {
      const std::string_view a = root_of(pair.first);
      const std::string_view b = root_of(pair.second);
      group_[std::max(a, b)] = std::min(a, b);
    }
  }
  for (auto& [article, root] : group_) {
    root = root_of(article);
  }
}

std::string_view CopyFolds::group_of(std::string_view article) const {
  const auto at = group_.find(article);
  return at == group_.end() ? article : at->second;
}

Copies gather_copies(std::span<const Account> accounts, std::vector<CopyPair> pairs) {
  ByArticle by_article;
  for (const Account& account : accounts) {
    by_article.emplace(account.article, &account);
  }
  std::erase_if(pairs, [&](const CopyPair& pair) {
    return !by_article.contains(pair.first) || !by_article.contains(pair.second);
  });
  Copies copies{.articles = accounts.size()};
  std::vector<CopyPair> joining;
  for (CopyPair& pair : pairs) {
    CopyPair dated = with_dates(std::move(pair), by_article);
    (is_copy(dated.kind) ? joining : copies.quotations).push_back(std::move(dated));
  }
  const PairOrder order(by_article);
  std::ranges::sort(joining, order);
  std::ranges::sort(copies.quotations, order);
  copies.groups = groups_of(accounts, std::move(joining));
  return copies;
}

void count_articles(std::vector<Question>& questions, const CopyFolds& folds) {
  std::unordered_set<std::string_view> articles;
  std::unordered_set<std::string_view> groups;
  for (Question& question : questions) {
    for (Position& position : question.positions) {
      articles.clear();
      groups.clear();
      for (const PositionClaim& stated : position.claims) {
        if (articles.insert(stated.claim.anchor.article).second) {
          groups.insert(folds.group_of(stated.claim.anchor.article));
        }
      }
      position.articles = articles.size();
      position.independent = groups.size();
    }
  }
}

}  // namespace parallax
