#include "parallax/compare/compare.h"
#include "parallax/compare/gather.h"

namespace parallax {

std::vector<Claim> gather_claims(const Article& article, const Analysis& analysis,
                                 const ClaimRules& rules) {
  const ArticleView view(article, analysis, rules);
  std::vector<Claim> claims;
  gather_names(view, claims);
  gather_figures(view, claims);
  gather_events(view, claims);
  gather_titles(view, claims);
  return claims;
}

}  // namespace parallax
