#pragma once
#include <vector>

#include "parallax/core/listings.h"
#include "parallax/core/question.h"

namespace parallax {

struct ClaimRules;

/// The events of one article, as they stand in it. `account` says under which outlet and side it is
/// shown.
std::vector<ListedEvent> list_events(const Account& account, const Article& article,
                                     const Analysis& analysis, const ClaimRules& rules);
/// The same of its figures.
std::vector<ListedFigure> list_figures(const Account& account, const Article& article,
                                       const Analysis& analysis, const ClaimRules& rules);

/// Events of all articles by their own days; what has none stands apart.
Timeline as_timeline(std::vector<ListedEvent> events);
/// Figures of one unit and counted class stand together, ascending by low bound; stable.
void sort_figures(std::vector<ListedFigure>& figures);

}  // namespace parallax
