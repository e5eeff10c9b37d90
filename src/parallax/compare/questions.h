#pragma once
#include <span>
#include <vector>

#include "parallax/compare/claim_groups.h"
#include "parallax/compare/claim_rules.h"
#include "parallax/compare/question_builder.h"
#include "parallax/compare/referents.h"

/// One function for each type of question; compare_claims.cpp calls them. Each takes all claims,
/// picks its own and appends.
namespace parallax {

struct Comparing {
  std::span<const Claim> claims;
  const ClaimRules& rules;
  const Referents& referents;
  const Accounts& accounts;
};

void ask_names(const Comparing& all, std::vector<Question>& out);
void ask_figures(const Comparing& all, std::vector<Question>& out);
void ask_dates(const Comparing& all, std::vector<Question>& out);
void ask_characterisations(const Comparing& all, std::vector<Question>& out);

/// Symmetric; claims that meet across articles would also meet if they stood in one.
using Meets = std::function<bool(const Claim&, const Claim&)>;

/// The claims that speak of one thing at one time: the connected parts of the dated claims under
/// `meets`; an undated claim joins the part whose time is nearest to the one inferred for it, and
/// never ties two parts together. `looks_at` is what `meets` looks at, `topic.when` and
/// `topic.when_inferred` at least. Quadratic in the groups of one topic's claims (claim_groups.h).
std::vector<Claims> meeting_parts(const Claims& claims, const Meets& meets,
                                  const LooksAt& looks_at);

/// Whether two claims may speak of one time: intervals that lie within `slack` days of each other;
/// a time that was only inferred says nothing inside one article and gets a year's slack across
/// articles; unknown meets all.
bool times_meet(const Claim& a, const Claim& b, std::int32_t slack);

/// The span of the known, not inferred times of some claims; open if there is none.
Interval time_of(const std::vector<const Claim*>& claims);
/// "May 2031", "2009", "" — for titles.
std::string time_text(const Interval& when);

}  // namespace parallax
