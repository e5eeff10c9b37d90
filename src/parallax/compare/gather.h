#pragma once
#include <vector>

#include "parallax/compare/article_view.h"

/// One function for each kind of claim; gather_claims.cpp calls them in order. Each appends.
namespace parallax {

/// The names that an article uses for places, events and bodies, once for each voice, with the
/// number of uses in `value.low`; and, with the other name's key in `topic.patient`, the glosses
/// that give one referent two names; and, with `topic.place`, what lies in what.
void gather_names(const ArticleView& view, std::vector<Claim>& out);
/// Counted outcomes with place, site, people and time.
void gather_figures(const ArticleView& view, std::vector<Claim>& out);
/// Rival words for an act or a body, the dates of acts, and when events began or ended.
void gather_events(const ArticleView& view, std::vector<Claim>& out);
/// A person's title, plain or put at a distance ("the so-called governor").
void gather_titles(const ArticleView& view, std::vector<Claim>& out);

}  // namespace parallax
