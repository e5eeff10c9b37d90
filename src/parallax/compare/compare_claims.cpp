#include <algorithm>
#include <numeric>
#include <optional>
#include <tuple>

#include "parallax/compare/compare.h"
#include "parallax/compare/questions.h"

namespace parallax {
namespace {

constexpr std::int32_t kInferredSlack = 366;

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

using Claims = std::vector<const Claim*>;
using Meets = std::function<bool(const Claim&, const Claim&)>;

bool is_dated(const Claim* claim) {
  return claim->topic.when.known() && !claim->topic.when_inferred;
}

std::vector<Claims> connected(const Claims& claims, const Meets& meets) {
  std::vector<std::size_t> part(claims.size());
  std::iota(part.begin(), part.end(), std::size_t{0});
  const auto root = [&part](std::size_t i) {
    while (part[i] != i) {
      part[i] = part[part[i]];
      i = part[i];
    }
    return i;
  };
  for (std::size_t i = 0; i < claims.size(); ++i) {
    for (std::size_t j = i + 1; j < claims.size(); ++j) {
      if (root(i) != root(j) && meets(*claims[i], *claims[j])) {
        part[std::max(root(i), root(j))] = std::min(root(i), root(j));
      }
    }
  }
  std::vector<Claims> parts(claims.size());
  for (std::size_t i = 0; i < claims.size(); ++i) {
    parts[root(i)].push_back(claims[i]);
  }
  std::erase_if(parts, [](const Claims& members) { return members.empty(); });
  return parts;
}

/// How well an undated claim fits a part: the gap of its inferred time to the nearest member that
/// it meets; absent if it meets none.
std::optional<std::int32_t> fit(const Claim& claim, const Claims& part, const Meets& meets) {
  std::optional<std::int32_t> best;
  for (const Claim* member : part) {
    if (meets(claim, *member)) {
      const std::int32_t days = gap(claim.topic.when, member->topic.when);
      best = best ? std::min(*best, days) : days;
    }
  }
  return best;
}

}  // namespace

std::vector<Claims> meeting_parts(const Claims& claims, const Meets& meets) {
  Claims dated;
  Claims undated;
  for (const Claim* claim : claims) {
    (is_dated(claim) ? dated : undated).push_back(claim);
  }
  std::vector<Claims> parts = connected(dated, meets);
  const std::size_t dated_parts = parts.size();
  Claims left;
  std::vector<std::pair<std::size_t, const Claim*>> joining;
  for (const Claim* claim : undated) {
    std::optional<std::tuple<std::int32_t, std::int64_t, std::size_t>> best;
    for (std::size_t p = 0; p < dated_parts; ++p) {
      if (const auto days = fit(*claim, parts[p], meets)) {
        const std::tuple candidate(*days, -static_cast<std::int64_t>(parts[p].size()), p);
        best = best ? std::min(*best, candidate) : candidate;
      }
    }
    if (best) {
      joining.emplace_back(std::get<2>(*best), claim);
    } else {
      left.push_back(claim);
    }
  }
  for (const auto& [p, claim] : joining) {
    parts[p].push_back(claim);
  }
  for (Claims& part : connected(left, meets)) {
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

Interval time_of(const std::vector<const Claim*>& claims) {
  Interval time;
  for (const Claim* claim : claims) {
    const Interval& when = claim->topic.when;
    if (claim->topic.when_inferred || !when.latest) {
      continue;
    }
    const Day from = when.earliest.value_or(*when.latest);
    time.earliest = time.earliest ? std::min(*time.earliest, from) : from;
    time.latest = time.latest ? std::max(*time.latest, *when.latest) : *when.latest;
  }
  return time;
}

std::string time_text(const Interval& when) {
  if (!when.earliest || !when.latest) {
    return "";
  }
  const std::string from = to_iso(*when.earliest);
  const std::string to = to_iso(*when.latest);
  if (from.substr(0, 7) == to.substr(0, 7)) {
    return from == to ? from : from.substr(0, 7);
  }
  return from.substr(0, 4) == to.substr(0, 4) ? from.substr(0, 4)
                                              : from.substr(0, 4) + "–" + to.substr(0, 4);
}

std::vector<Question> compare_claims(std::span<const Account> accounts,
                                     std::span<const Claim> claims, const ClaimRules& rules) {
  const Referents referents(claims, rules);
  const Accounts known(accounts);
  const Comparing all{.claims = claims, .rules = rules, .referents = referents, .accounts = known};
  std::vector<Question> questions;
  ask_names(all, questions);
  ask_figures(all, questions);
  ask_dates(all, questions);
  ask_characterisations(all, questions);
  std::erase_if(questions, [](const Question& q) { return !is_worth_showing(q); });
  std::ranges::sort(questions, [](const Question& a, const Question& b) {
    return std::tie(a.verdict, a.scope, a.type, a.title, a.id) <
           std::tie(b.verdict, b.scope, b.type, b.title, b.id);
  });
  return questions;
}

}  // namespace parallax
