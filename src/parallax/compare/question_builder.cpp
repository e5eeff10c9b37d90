#include "parallax/compare/question_builder.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "parallax/core/hash.h"
#include "parallax/core/names_of_values.h"

namespace parallax {
namespace {

constexpr std::size_t kMostReasons = 6;
constexpr std::size_t kMostAnswers = 3;  // answers that the label of one position joins

/// The order of claims in every result: by value, then by where they stand.
bool comes_before(const Claim* a, const Claim* b) {
  const auto rank = [](const Claim* c) {
    const double size = c->value.low.value_or(0) + (c->value.high ? 0 : 0.5);
    const bool numeric = c->type == QuestionType::figure;
    return std::tuple(numeric ? size : 0.0, c->value.when, c->value.word, c->value.polarity,
                      c->anchor.article, c->anchor.span, c->answer);
  };
  return rank(a) < rank(b);
}

struct Judged {
  Relation worst = Relation::same;
  QuestionScope scope = QuestionScope::within_voice;
  bool scoped = false;
  std::vector<std::string> why;
};

class Builder {
 public:
  Builder(const QuestionDraft& draft, const Accounts& accounts)
      : draft_(draft), accounts_(accounts) {}

  Question build() {
    std::vector<const Claim*> claims = draft_.claims;
    std::ranges::sort(claims, comes_before);
    claims.erase(std::unique(claims.begin(), claims.end(),
                             [](const Claim* a, const Claim* b) {
                               return a->anchor == b->anchor && a->answer == b->answer;
                             }),
                 claims.end());
    for (const Claim* claim : claims) {
      place(claim);
    }
    judge();
    return finish();
  }

 private:
  bool conflicts(const Claim& a, const Claim& b) const {
    return draft_.compare(a, b).relation == Relation::conflict;
  }

  /// The first position that holds the same answer, else the first without a conflict, else a new
  /// one.
  void place(const Claim* claim) {
    std::vector<const Claim*>* free = nullptr;
    for (auto& position : positions_) {
      const bool clash = std::ranges::any_of(
          position, [&](const Claim* other) { return conflicts(*claim, *other); });
      const bool same = std::ranges::any_of(position, [&](const Claim* other) {
        return draft_.compare(*claim, *other).relation == Relation::same;
      });
      if (!clash && same) {
        position.push_back(claim);
        return;
      }
      const bool opposite = position.front()->value.polarity != claim->value.polarity;
      free = !clash && !opposite && free == nullptr ? &position : free;
    }
    if (free != nullptr) {
      free->push_back(claim);
    } else {
      positions_.push_back({claim});
    }
  }

  QuestionScope scope_of(const Claim& a, const Claim& b) const {
    const Voice va = accounts_.voice(a);
    const Voice vb = accounts_.voice(b);
    if (va.side != vb.side) {
      return QuestionScope::cross_side;
    }
    if (a.anchor.article == b.anchor.article) {
      return va.speaker == vb.speaker ? QuestionScope::within_voice : QuestionScope::within_article;
    }
    return va == vb ? QuestionScope::within_voice : QuestionScope::cross_side;
  }

  void judge() {
    for (std::size_t i = 0; i < draft_.claims.size(); ++i) {
      for (std::size_t j = i + 1; j < draft_.claims.size(); ++j) {
        const Claim& a = *draft_.claims[i];
        const Claim& b = *draft_.claims[j];
        const Comparison comparison = draft_.compare(a, b);
        judged_.worst = std::max(judged_.worst, comparison.relation);
        if (comparison.relation == Relation::conflict) {
          const QuestionScope scope = scope_of(a, b);
          judged_.scope = judged_.scoped ? std::min(judged_.scope, scope) : scope;
          judged_.scoped = true;
        }
        if (!comparison.why.empty()) {
          judged_.why.push_back(comparison.why);
        }
      }
    }
    if (!judged_.scoped) {
      judged_.scope = widest_scope();
    }
  }

  QuestionScope widest_scope() const {
    QuestionScope widest = QuestionScope::within_voice;
    for (const Claim* claim : draft_.claims) {
      widest = std::min(widest, scope_of(*draft_.claims.front(), *claim));
    }
    return widest;
  }

  Verdict verdict() const {
    if (judged_.worst == Relation::conflict) {
      return draft_.undecidable ? Verdict::undecidable : Verdict::conflict;
    }
    return judged_.worst == Relation::compatible ? Verdict::compatible : Verdict::same;
  }

  std::string label_of(const std::vector<const Claim*>& position) const {
    std::string label;
    std::set<std::string> seen;
    for (const Claim* claim : position) {
      if (seen.size() < kMostAnswers && seen.insert(claim->answer).second) {
        label += (label.empty() ? "" : " / ") + claim->answer;
      }
    }
    return label;
  }

  Question finish() {
    Question question{.type = draft_.type,
                      .scope = judged_.scope,
                      .verdict = verdict(),
                      .title = draft_.title,
                      .key = draft_.key,
                      .why = draft_.why};
    std::string identity(to_string(draft_.type));
    for (const auto& [name, value] : draft_.key) {
      identity.append("\n").append(name).append("=").append(value);
    }
    question.id = hash_hex(identity).substr(0, 16);
    std::set<std::string> speaking;
    for (const auto& position : positions_) {
      Position& out = question.positions.emplace_back();
      out.answer = label_of(position);
      out.value = position.front()->value;
      for (const Claim* claim : position) {
        out.claims.push_back({*claim, accounts_.voice(*claim)});
        speaking.insert(out.claims.back().voice.outlet);
      }
    }
    std::ranges::sort(judged_.why);
    judged_.why.erase(std::unique(judged_.why.begin(), judged_.why.end()), judged_.why.end());
    for (std::size_t i = 0; i < std::min(kMostReasons, judged_.why.size()); ++i) {
      question.why.push_back(judged_.why[i]);
    }
    question.silent = accounts_.silent({speaking.begin(), speaking.end()}, draft_.when);
    return question;
  }

  const QuestionDraft& draft_;
  const Accounts& accounts_;
  std::vector<std::vector<const Claim*>> positions_;
  Judged judged_;
};

}  // namespace

Accounts::Accounts(std::span<const Account> accounts) : all_(accounts) {
  for (const Account& account : accounts) {
    by_article_.emplace(account.article, &account);
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

std::vector<std::string> Accounts::silent(const std::vector<std::string>& speaking,
                                          const Interval& when) const {
  std::set<std::string> outlets;
  for (const Account& account : all_) {
    const auto published = day_from_iso(account.published.value_or(""));
    const bool too_early = published && when.earliest && *published < *when.earliest;
    const bool speaks = std::ranges::find(speaking, account.outlet) != speaking.end();
    if (!too_early && !speaks) {
      outlets.insert(account.outlet);
    }
  }
  return {outlets.begin(), outlets.end()};
}

Question build_question(const QuestionDraft& draft, const Accounts& accounts) {
  return Builder(draft, accounts).build();
}

bool is_worth_showing(const Question& question) {
  if (question.verdict == Verdict::conflict) {
    return true;
  }
  std::set<Voice> voices;
  for (const Position& position : question.positions) {
    for (const PositionClaim& claim : position.claims) {
      voices.insert(claim.voice);
    }
  }
  return voices.size() > 1;
}

}  // namespace parallax
