// Comparing by groups against comparing every claim with every other: both must say the same of any
// claims. The simple way is written out here as the comments of questions.h and question_builder.h
// tell it.
#include "parallax/compare/claim_groups.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <random>
#include <set>
#include <tuple>

#include "parallax/compare/question_builder.h"
#include "parallax/compare/questions.h"

using namespace parallax;

namespace {

using Compare = std::function<Comparison(const Claim&, const Claim&)>;

namespace simple {

std::vector<Claims> connected(const Claims& claims, const Meets& meets) {
  std::vector<std::size_t> part(claims.size());
  std::iota(part.begin(), part.end(), std::size_t{0});
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < claims.size(); ++i) {
      for (std::size_t j = 0; j < claims.size(); ++j) {
        if (i != j && part[i] < part[j] && meets(*claims[i], *claims[j])) {
          part[j] = part[i];
          changed = true;
        }
      }
    }
  }
  std::vector<Claims> parts(claims.size());
  for (std::size_t i = 0; i < claims.size(); ++i) {
    parts[part[i]].push_back(claims[i]);
  }
  std::erase_if(parts, [](const Claims& members) { return members.empty(); });
  return parts;
}

/// The days between two times; 0 where one is unknown.
std::int32_t gap(const Interval& a, const Interval& b) {
  if (!a.known() || !b.known()) {
    return 0;
  }
  const std::int32_t a1 = a.earliest.value_or(a.latest.value_or(Day{})).number;
  const std::int32_t a2 = a.latest.value_or(Day{a1}).number;
  const std::int32_t b1 = b.earliest.value_or(b.latest.value_or(Day{})).number;
  const std::int32_t b2 = b.latest.value_or(Day{b1}).number;
  return std::max({b1 - a2, a1 - b2, 0});
}

std::vector<Claims> meeting_parts(const Claims& claims, const Meets& meets) {
  Claims dated;
  Claims undated;
  for (const Claim* claim : claims) {
    const bool is_dated = claim->topic.when.known() && !claim->topic.when_inferred;
    (is_dated ? dated : undated).push_back(claim);
  }
  std::vector<Claims> parts = connected(dated, meets);
  std::vector<Claims> joined(parts.size());
  Claims left;
  for (const Claim* claim : undated) {
    std::optional<std::tuple<std::int32_t, std::int64_t, std::size_t>> best;
    for (std::size_t p = 0; p < parts.size(); ++p) {
      for (const Claim* member : parts[p]) {
        if (meets(*claim, *member)) {
          const std::tuple fit(gap(claim->topic.when, member->topic.when),
                               -static_cast<std::int64_t>(parts[p].size()), p);
          best = best ? std::min(*best, fit) : fit;
        }
      }
    }
    (best ? joined[std::get<2>(*best)] : left).push_back(claim);
  }
  for (std::size_t p = 0; p < joined.size(); ++p) {
    parts[p].insert(parts[p].end(), joined[p].begin(), joined[p].end());
  }
  for (Claims& part : connected(left, meets)) {
    parts.push_back(std::move(part));
  }
  return parts;
}

auto rank(const Claim& c) {
  const double size = c.value.low.value_or(0) + (c.value.high ? 0 : 0.5);
  return std::tuple(c.type == QuestionType::figure ? size : 0.0, c.value.when, c.value.word,
                    c.value.polarity, c.anchor.article, c.anchor.span, c.answer);
}

/// The claims by position.
std::vector<Claims> positions(Claims claims, const Compare& compare) {
  std::ranges::sort(claims, [](const Claim* a, const Claim* b) { return rank(*a) < rank(*b); });
  const auto same = [](const Claim* a, const Claim* b) {
    return a->anchor == b->anchor && a->answer == b->answer;
  };
  claims.erase(std::unique(claims.begin(), claims.end(), same), claims.end());
  std::vector<Claims> all;
  for (const Claim* claim : claims) {
    const auto has = [&](const Claims& position, Relation relation) {
      return std::ranges::any_of(position, [&](const Claim* other) {
        return compare(*claim, *other).relation == relation;
      });
    };
    const auto holds_same = [&](const Claims& position) {
      return !has(position, Relation::conflict) && has(position, Relation::same);
    };
    const auto is_free = [&](const Claims& position) {
      return !has(position, Relation::conflict) &&
             position.front()->value.polarity == claim->value.polarity;
    };
    auto at = std::ranges::find_if(all, holds_same);
    at = at != all.end() ? at : std::ranges::find_if(all, is_free);
    at = at != all.end() ? at : all.insert(all.end(), Claims());
    at->push_back(claim);
  }
  return all;
}

QuestionScope scope_of(const Claim& a, const Claim& b, const Accounts& accounts) {
  const Voice va = accounts.voice(a);
  const Voice vb = accounts.voice(b);
  if (va.side != vb.side) {
    return QuestionScope::cross_side;
  }
  if (a.anchor.article == b.anchor.article) {
    return va.speaker == vb.speaker ? QuestionScope::within_voice : QuestionScope::within_article;
  }
  return va == vb ? QuestionScope::within_voice : QuestionScope::cross_side;
}

struct Judgement {
  Relation worst = Relation::same;
  std::optional<QuestionScope> scope;
  std::set<std::string> why;
};

Judgement judge(const Claims& claims, const Compare& compare, const Accounts& accounts) {
  Judgement all;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    for (std::size_t j = i + 1; j < claims.size(); ++j) {
      const Comparison comparison = compare(*claims[i], *claims[j]);
      all.worst = std::max(all.worst, comparison.relation);
      if (comparison.relation == Relation::conflict) {
        const QuestionScope scope = scope_of(*claims[i], *claims[j], accounts);
        all.scope = all.scope ? std::min(*all.scope, scope) : scope;
      }
      if (!comparison.why.empty()) {
        all.why.insert(comparison.why);
      }
    }
  }
  if (!all.scope) {
    all.scope = QuestionScope::within_voice;
    for (const Claim* claim : claims) {
      all.scope = std::min(*all.scope, scope_of(*claims.front(), *claim, accounts));
    }
  }
  while (all.why.size() > 6) {
    all.why.erase(std::prev(all.why.end()));
  }
  return all;
}

}  // namespace simple

/// Piles of claims that are alike in much and differ in little.
class Chance {
 public:
  explicit Chance(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t count) { return random_() % count; }
  bool once_in(std::size_t count) { return below(count) == 0; }

  Claim claim(QuestionType type, std::size_t articles) {
    Claim claim{.type = type, .topic = {}, .value = {}, .answer = {}, .speaker = {}, .anchor = {}};
    claim.topic.actor = once_in(3) ? std::string(1, static_cast<char>('a' + below(2))) : "";
    claim.topic.when_inferred = once_in(3);
    if (!once_in(4)) {
      const Day day{static_cast<std::int32_t>(below(5)) * 50};
      claim.topic.when = {once_in(4) ? std::nullopt : std::optional(day), Day{day.number + 1}};
    }
    claim.value.low = static_cast<double>(below(4));
    claim.value.high = once_in(4) ? std::nullopt : claim.value.low;
    claim.value.approximate = once_in(5);
    claim.value.when = {Day{static_cast<std::int32_t>(below(3))}, std::nullopt};
    claim.value.when.latest = Day{claim.value.when.earliest->number + (once_in(4) ? 2 : 0)};
    claim.value.word = once_in(2) ? "flooded" : "broken";
    claim.value.polarity = once_in(5) ? Polarity::negative : Polarity::positive;
    claim.answer = std::to_string(static_cast<int>(*claim.value.low)) + (once_in(9) ? "!" : "");
    if (once_in(2)) {
      claim.speaker = std::string(1, static_cast<char>('p' + below(2)));
    }
    const auto place = static_cast<std::uint32_t>(below(once_in(6) ? 3 : 500));
    claim.anchor.article = std::to_string(below(articles));
    claim.anchor.span = {place, place + 1};
    return claim;
  }

  std::vector<Account> accounts(std::size_t articles) {
    const std::size_t outlets = 1 + below(3);
    const std::size_t sides = 1 + below(2);
    std::vector<Account> all;
    for (std::size_t i = 0; i < articles; ++i) {
      const std::size_t outlet = below(outlets);
      all.push_back({.article = std::to_string(i),
                     .path = "",
                     .outlet = "outlet " + std::to_string(outlet),
                     .side = "side " + std::to_string(outlet % sides),
                     .published = once_in(3) ? std::nullopt : std::optional("1970-02-01")});
    }
    return all;
  }

 private:
  std::mt19937 random_;
};

std::string everything(const Claim& c) {
  LookedAt looked;
  looked.add(std::string_view(c.topic.actor)).add(c.topic.when).add(c.topic.when_inferred);
  looked.add(c.value.low).add(c.value.high).add(c.value.approximate).add(c.value.when);
  looked.add(std::string_view(c.value.word)).add(c.value.polarity == Polarity::positive);
  looked.add(std::string_view(c.answer));
  return looked.take();
}

/// How claims meet: a claim of some kinds does not even meet its like.
const Meets meetings[] = {
    [](const Claim& a, const Claim& b) { return times_meet(a, b, 30); },
    [](const Claim& a, const Claim& b) {
      const bool actors =
          a.topic.actor.empty() || b.topic.actor.empty() || a.topic.actor == b.topic.actor;
      return actors && times_meet(a, b, 60);
    },
    [](const Claim& a, const Claim& b) {
      const bool flooded = a.value.word == "flooded" && b.value.word == "flooded";
      return flooded && times_meet(a, b, 100);
    },
    [](const Claim& a, const Claim& b) {
      const bool plain = !a.topic.when_inferred && !b.topic.when_inferred;
      return times_meet(a, b, 60) && (a.anchor.article == b.anchor.article || plain);
    },
};

Comparison compare_words(const Claim& a, const Claim& b) {
  if (a.value.word == b.value.word && a.value.polarity == b.value.polarity) {
    return {};
  }
  const bool denied = a.value.word == b.value.word;
  const auto [first, second] = std::minmax(a.answer, b.answer);
  return denied ? Comparison{Relation::conflict, first + " or " + second}
                : Comparison{Relation::compatible, ""};
}

void check_question(const QuestionDraft& draft, const std::vector<Account>& given) {
  const Accounts accounts(given);
  const Question question = build_question(draft, accounts);
  std::vector<Claims> found;
  std::vector<Claim> first;
  for (const Position& position : question.positions) {
    for (const PositionClaim& one : position.claims) {
      first.push_back(one.claim);
      CHECK(one.voice == accounts.voice(one.claim));
    }
  }
  std::vector<Claim> expected;
  std::size_t at = 0;
  const std::vector<Claims> positions = simple::positions(draft.claims, draft.compare);
  REQUIRE(question.positions.size() == positions.size());
  for (const Claims& position : positions) {
    CHECK(question.positions[at++].claims.size() == position.size());
    for (const Claim* claim : position) {
      expected.push_back(*claim);
    }
  }
  CHECK(first == expected);
  const simple::Judgement judged = simple::judge(draft.claims, draft.compare, accounts);
  CHECK(question.scope == *judged.scope);
  CHECK(question.verdict == (judged.worst == Relation::conflict      ? Verdict::conflict
                             : judged.worst == Relation::undecidable ? Verdict::undecidable
                             : judged.worst == Relation::compatible  ? Verdict::compatible
                                                                     : Verdict::same));
  CHECK(question.why == std::vector<std::string>(judged.why.begin(), judged.why.end()));
}

struct Pile {
  std::vector<Claim> claims;
  Claims topic;
  std::vector<Account> accounts;
};

Pile pile_of(Chance& chance, QuestionType type) {
  Pile pile;
  const std::size_t articles = 1 + chance.below(8);
  const std::size_t count = 2 + chance.below(40);
  for (std::size_t i = 0; i < count; ++i) {
    const bool again = i > 0 && chance.once_in(4);
    pile.claims.push_back(again ? pile.claims[chance.below(i)] : chance.claim(type, articles));
  }
  for (const Claim& claim : pile.claims) {
    pile.topic.push_back(&claim);
  }
  pile.accounts = chance.accounts(articles);
  return pile;
}

}  // namespace

TEST_CASE("groups of claims meet as the claims do") {
  for (unsigned seed = 0; seed < 400; ++seed) {
    CAPTURE(seed);
    Chance chance(seed);
    const Pile pile = pile_of(chance, QuestionType::figure);
    for (const Meets& meets : meetings) {
      REQUIRE(meeting_parts(pile.topic, meets, everything) ==
              simple::meeting_parts(pile.topic, meets));
    }
  }
}

TEST_CASE("a question built from groups is the one built from all pairs") {
  const std::pair<QuestionType, Compare> kinds[] = {
      {QuestionType::figure,
       [](const Claim& a, const Claim& b) { return compare_figures(a, b, {}); }},
      {QuestionType::date, compare_dates},
      {QuestionType::figure,
       [](const Claim& x, const Claim& y) {
         return x.value.low == y.value.low ? Comparison{} : Comparison{Relation::undecidable, ""};
       }},
      {QuestionType::characterisation, compare_words},
  };
  for (unsigned seed = 0; seed < 300; ++seed) {
    CAPTURE(seed);
    for (const auto& [type, compare] : kinds) {
      Chance chance(seed);
      const Pile pile = pile_of(chance, type);
      for (const Meets& meets : meetings) {
        QuestionDraft draft{.type = type, .title = "", .key = {}, .claims = pile.topic};
        draft.compare = [&](const Claim& a, const Claim& b) {
          return meets(a, b) ? compare(a, b) : Comparison{Relation::compatible, ""};
        };
        draft.looks_at = everything;
        check_question(draft, pile.accounts);
      }
    }
  }
}

TEST_CASE("claims are related to earlier ones as each pair is") {
  for (unsigned seed = 0; seed < 400; ++seed) {
    CAPTURE(seed);
    Chance chance(seed);
    const Pile pile = pile_of(chance, QuestionType::figure);
    const std::size_t first = 1 + chance.below(pile.topic.size() - 1);
    for (const Meets& meets : meetings) {
      std::vector<bool> expected(pile.topic.size(), false);
      for (std::size_t i = first; i < pile.topic.size(); ++i) {
        for (std::size_t j = 0; j < first; ++j) {
          expected[i] = expected[i] || meets(*pile.topic[i], *pile.topic[j]);
        }
      }
      REQUIRE(related_to(ClaimGroups(pile.topic, everything), first, meets) == expected);
    }
  }
}
