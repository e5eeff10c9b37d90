#include "parallax/compare/judging.h"

#include <algorithm>

namespace parallax {
namespace {

constexpr std::size_t kMostReasons = 6;
/// Up to here the relations between groups are kept, a byte for each pair.
constexpr std::size_t kMostKeptGroups = 8192;

using Numbers = std::unordered_map<std::string, ClaimGroups::Index>;

}  // namespace

Judging::Judging(const QuestionDraft& draft, const Accounts& accounts, const ClaimGroups& groups)
    : draft_(draft), groups_(groups), witnesses_(groups.groups()) {
  Numbers sides;
  for (Index article = 0; article < groups.articles(); ++article) {
    const Claim& claim = groups.claim(groups.in_article(article).front());
    side_of_.push_back(number_of(sides, accounts.of(claim).side));
  }
  Numbers voices;
  for (Index i = 0; i < groups.size(); ++i) {
    const Claim& claim = groups.claim(i);
    const Account& account = accounts.of(claim);
    LookedAt voice;
    voice.add(std::string_view(account.outlet)).add(std::string_view(account.side));
    voice.add(claim.speaker.has_value()).add(std::string_view(claim.speaker ? *claim.speaker : ""));
    voice_of_.push_back(number_of(voices, voice.take()));
  }
}

Judged Judging::judge() {
  const std::size_t count = groups_.groups();
  across_.assign(count <= kMostKeptGroups ? count * count : 0, Relation::same);
  judge_across();
  judge_inside();
  if (!scoped_) {
    for (Index i = 0; i < groups_.size(); ++i) {
      judged_.scope = std::min(judged_.scope, scope_of(0, i));
    }
  }
  return std::move(judged_);
}

void Judging::judge_across() {
  for (Index g = 0; g < groups_.groups(); ++g) {
    for (Index h = g; h < groups_.groups(); ++h) {
      const auto pair = groups_.pair_across(g, h);
      if (!pair) {
        continue;
      }
      const Comparison comparison =
          draft_.compare(groups_.claim(pair->first), groups_.claim(pair->second));
      if (!across_.empty()) {
        across_[cell(g, h)] = comparison.relation;
        across_[cell(h, g)] = comparison.relation;
      }
      const bool may_widen = !scoped_ || judged_.scope != QuestionScope::cross_side;
      if (note(comparison) && may_widen) {
        widen(have_two_voices_across(g, h) ? QuestionScope::cross_side
                                           : QuestionScope::within_voice);
      }
    }
  }
}

void Judging::judge_inside() {
  for (Index article = 0; article < groups_.articles(); ++article) {
    const auto runs = groups_.runs_in_article(article);
    const auto compare = [this](Index i, Index j) {
      return note(draft_.compare(groups_.claim(i), groups_.claim(j)));
    };
    const auto voice = [this](std::span<const Index> run, std::size_t at) {
      return voice_of_[run[at]];
    };
    for (std::size_t r = 0; r < runs.size(); ++r) {
      const bool alone =
          std::ranges::all_of(runs[r], [&](Index i) { return voice_of_[i] == voice(runs[r], 0); });
      if (runs[r].size() > 1 && compare(runs[r][0], runs[r][1])) {
        widen(alone ? QuestionScope::within_voice : QuestionScope::within_article);
      }
      for (std::size_t s = r + 1; s < runs.size(); ++s) {
        if (compare(runs[r][0], runs[s][0])) {
          const bool one_voice = alone && std::ranges::all_of(runs[s], [&](Index i) {
                                   return voice_of_[i] == voice(runs[r], 0);
                                 });
          widen(one_voice ? QuestionScope::within_voice : QuestionScope::within_article);
        }
      }
    }
  }
}

bool Judging::note(const Comparison& comparison) {
  judged_.worst = std::max(judged_.worst, comparison.relation);
  std::set<std::string>& why = judged_.why;
  const bool is_wanted =
      !comparison.why.empty() && (why.size() < kMostReasons || comparison.why < *why.rbegin());
  if (is_wanted) {
    why.insert(comparison.why);
    if (why.size() > kMostReasons) {
      why.erase(std::prev(why.end()));
    }
  }
  return comparison.relation == Relation::conflict;
}

void Judging::widen(QuestionScope scope) {
  judged_.scope = scoped_ ? std::min(judged_.scope, scope) : scope;
  scoped_ = true;
}

Relation Judging::across(Index g, Index h) const {
  if (!across_.empty()) {
    return across_[cell(g, h)];
  }
  const auto pair = groups_.pair_across(g, h);
  return pair ? draft_.compare(groups_.claim(pair->first), groups_.claim(pair->second)).relation
              : Relation::same;
}

/// For each voice of a group one claim, and one more in another article: whoever looks for a claim
/// that differs both in voice and in article finds it among these.
const std::vector<Judging::Index>& Judging::witnesses(Index group) {
  std::vector<Index>& found = witnesses_[group];
  if (found.empty()) {
    struct OfVoice {
      Index article;
      bool has_second;
    };
    std::unordered_map<Index, OfVoice> seen;
    for (const Index i : groups_.members(group)) {
      const auto [at, is_new] =
          seen.try_emplace(voice_of_[i], OfVoice{groups_.article_of(i), false});
      const bool second = !at->second.has_second && at->second.article != groups_.article_of(i);
      if (is_new || second) {
        found.push_back(i);
        at->second.has_second = second;
      }
    }
  }
  return found;
}

bool Judging::have_two_voices_across(Index g, Index h) {
  const std::vector<Index>& of_h = witnesses(h);
  return std::ranges::any_of(witnesses(g), [&](Index i) {
    return std::ranges::any_of(of_h, [&](Index j) {
      return voice_of_[i] != voice_of_[j] && groups_.article_of(i) != groups_.article_of(j);
    });
  });
}

QuestionScope Judging::scope_of(Index i, Index j) const {
  const Index a = groups_.article_of(i);
  const Index b = groups_.article_of(j);
  if (side_of_[a] != side_of_[b]) {
    return QuestionScope::cross_side;
  }
  if (voice_of_[i] == voice_of_[j]) {
    return QuestionScope::within_voice;
  }
  return a == b ? QuestionScope::within_article : QuestionScope::cross_side;
}

}  // namespace parallax
