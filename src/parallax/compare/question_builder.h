#pragma once
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parallax/compare/claim_groups.h"
#include "parallax/compare/values.h"
#include "parallax/core/question.h"

namespace parallax {

/// Claims that answer one question, before their answers are laid side by side.
struct QuestionDraft {
  QuestionType type = QuestionType::figure;
  std::string title;
  std::map<std::string, std::string> key;
  std::vector<const Claim*> claims;
  Interval when;  ///< of the event, for judging silence; open if unknown
  /// How two of the claims stand to each other. Symmetric.
  std::function<Comparison(const Claim&, const Claim&)> compare;
  LooksAt looks_at;              ///< what `compare` looks at
  std::vector<std::string> why;  ///< reasons beyond those of `compare`
  bool undecidable = false;      ///< conflicts are shown as undecidable
};

/// The accounts by article, for voices and silence. Refers to the accounts.
class Accounts {
 public:
  explicit Accounts(std::span<const Account> accounts);
  const Account& of(const Claim& claim) const;
  Voice voice(const Claim& claim) const;
  /// The outlets that have an article which could speak of something that ended at `when` but are
  /// not in `speaking`.
  std::vector<std::string> silent(const std::set<std::string_view>& speaking,
                                  const Interval& when) const;

 private:
  /// Until when an outlet could have spoken.
  struct Outlet {
    bool any_time = false;  ///< an article of it bears no date
    std::optional<Day> latest = {};
  };
  std::unordered_map<std::string_view, const Account*> by_article_;
  std::map<std::string_view, Outlet> outlets_;
};

/// Puts claims into positions (claims that do not conflict share one), and judges. The order of
/// `draft.claims` does not matter.
Question build_question(const QuestionDraft& draft, const Accounts& accounts);

/// A question is worth showing when two voices answer it, or one voice contradicts itself.
bool is_worth_showing(const Question& question);

}  // namespace parallax
