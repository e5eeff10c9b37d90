#include <algorithm>
#include <tuple>

#include "parallax/compare/compare.h"
#include "parallax/compare/questions.h"

namespace parallax {

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
    const Anchor& first_a = a.positions.front().claims.front().claim.anchor;
    const Anchor& first_b = b.positions.front().claims.front().claim.anchor;
    return std::tie(a.verdict, a.scope, a.type, a.title, a.id, first_a.article, first_a.span) <
           std::tie(b.verdict, b.scope, b.type, b.title, b.id, first_b.article, first_b.span);
  });
  return questions;
}

}  // namespace parallax
