#pragma once
#include <span>
#include <vector>

#include "parallax/core/analysis.h"
#include "parallax/core/question.h"
#include "parallax/text/data_files.h"

namespace parallax {

/// The claims that one article makes, in the voices that make them. Pure; independent of every other article.
std::vector<Claim> gather_claims(const Article& article, const Analysis& analysis, const DataFiles& data);

/// Which questions the claims answer, and how the answers stand to each other. The result does not depend on the order of `accounts`
/// or `claims`. Questions ascend by verdict (conflict first), type and key. Cost: n log n in the number of claims, and quadratic only
/// in the positions of one question. `accounts` holds an account for every article that claims name.
std::vector<Question> compare_claims(std::span<const Account> accounts, std::span<const Claim> claims, const DataFiles& data);

}  // namespace parallax
