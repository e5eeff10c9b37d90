#pragma once
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "parallax/core/analysis.h"
#include "parallax/core/question.h"
#include "parallax/text/data_files.h"

/// Comparing is done on questions, not on sentences: every article is turned into claims (one
/// voice's answer to one question), claims about the same thing meet, and what they answer is
/// compared as values: intervals, numbers with their scope, names of one referent, words that are
/// rivals. Where it is not plain that two claims are about the same thing they do not meet: silence
/// is better than a false dispute. Nothing here knows who is right.
namespace parallax {

struct ClaimRules;

/// The data that comparing needs, loaded once: gazetteer, rival words, scopes. Immutable; any
/// thread may use it.
std::shared_ptr<const ClaimRules> load_claim_rules(const DataFiles& data,
                                                   std::string_view language);

/// The claims that one article makes, in the voices that make them. Pure; independent of every
/// other article.
std::vector<Claim> gather_claims(const Article& article, const Analysis& analysis,
                                 const ClaimRules& rules);

/// Which questions the claims answer, and how the answers stand to each other. The result does not
/// depend on the order of `accounts` or `claims`. Questions ascend by verdict (conflict first),
/// type and title. A question has claims of at least two voices, or of one voice that contradicts
/// itself. `accounts` holds an account for every article that claims name. Cost: n log n in the
/// number of claims; quadratic only in the different claims of one topic (claim_groups.h).
std::vector<Question> compare_claims(std::span<const Account> accounts,
                                     std::span<const Claim> claims, const ClaimRules& rules);

}  // namespace parallax
