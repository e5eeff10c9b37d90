#pragma once
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "parallax/compare/claim_groups.h"
#include "parallax/compare/question_builder.h"

namespace parallax {

/// What comes of comparing all pairs of a draft's claims.
struct Judged {
  Relation worst = Relation::same;
  /// The widest one of two claims that conflict; where none do, how far the claims are apart.
  QuestionScope scope = QuestionScope::within_voice;
  std::set<std::string> why;  ///< the first few reasons, in the order of the alphabet
};

/// Compares the claims of a draft, every pair of groups once (claim_groups.h). Refers to what it
/// was made of.
class Judging {
 public:
  using Index = ClaimGroups::Index;

  Judging(const QuestionDraft& draft, const Accounts& accounts, const ClaimGroups& groups);

  Judged judge();
  /// How members of two groups stand to each other that stand in different articles; `same` where
  /// there are no two such members. Only after `judge`.
  Relation across(Index g, Index h) const;

 private:
  void judge_across();
  void judge_inside();
  /// Takes up one comparison; whether it is a conflict.
  bool note(const Comparison& comparison);
  void widen(QuestionScope scope);
  /// Whether two claims of these groups differ both in article and in voice.
  bool have_two_voices_across(Index g, Index h);
  const std::vector<Index>& witnesses(Index group);
  QuestionScope scope_of(Index i, Index j) const;
  std::size_t cell(Index g, Index h) const { return g * groups_.groups() + h; }

  const QuestionDraft& draft_;
  const ClaimGroups& groups_;
  std::vector<Index> voice_of_;  ///< by claim: equal where outlet, side and speaker are
  std::vector<Index> side_of_;   ///< by article
  std::vector<std::vector<Index>> witnesses_;  ///< by group
  std::vector<Relation> across_;  ///< by `cell`; empty where there are too many groups to keep them
  Judged judged_;
  bool scoped_ = false;
};

}  // namespace parallax
