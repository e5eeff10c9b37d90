#include "parallax/read/attribution/nesting.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace parallax {
namespace {

constexpr std::size_t kMostPieces = 16;  // open at one place and looked at

Span hull_of(const Attribution& attribution) {
  Span hull{UINT32_MAX, 0};
  for (const auto* spans : {&attribution.source, &attribution.cue, &attribution.content}) {
    for (const Span span : *spans) {
      hull.begin = std::min(hull.begin, span.begin);
      hull.end = std::max(hull.end, span.end);
    }
  }
  return hull;
}

/// A piece of content, or an attribution that asks what is around it.
struct Entry {
  Span span;
  std::uint32_t attribution = 0;
  bool content = false;
};

// Pieces stand one in the other, but for odd marks; a few steps outwards find the one around an
// attribution.
std::int32_t innermost(const std::vector<Entry>& open, const Entry& entry,
                       const std::vector<Span>& hulls) {
  const std::size_t last = open.size() > kMostPieces ? open.size() - kMostPieces : 0;
  for (std::size_t i = open.size(); i > last; --i) {
    const Entry& around = open[i - 1];
    if (around.attribution != entry.attribution && around.span.contains(entry.span) &&
        hulls[around.attribution] != entry.span) {
      return static_cast<std::int32_t>(around.attribution);
    }
  }
  return kNobody;
}

// An attribution that lies whole inside a piece of another's content is nested there. Pieces are
// read from left to right, the wider first, with a stack of those still open.
std::vector<std::int32_t> parents_by_place(const std::vector<Attribution>& attributions) {
  std::vector<Entry> entries;
  std::vector<Span> hulls;
  for (std::uint32_t i = 0; i < attributions.size(); ++i) {
    hulls.push_back(hull_of(attributions[i]));
    entries.push_back({hulls.back(), i, false});
    for (const Span piece : attributions[i].content) {
      entries.push_back({piece, i, true});
    }
  }
  std::ranges::sort(entries, [](const Entry& a, const Entry& b) {
    if (a.span.begin != b.span.begin) {
      return a.span.begin < b.span.begin;
    }
    if (a.span.end != b.span.end) {
      return a.span.end > b.span.end;
    }
    return a.content != b.content ? a.content : a.attribution < b.attribution;
  });
  std::vector<std::int32_t> parents(attributions.size(), kNobody);
  std::vector<Entry> open;
  for (const Entry& entry : entries) {
    while (!open.empty() && open.back().span.end <= entry.span.begin) {
      open.pop_back();
    }
    if (entry.content) {
      open.push_back(entry);
    } else {
      parents[entry.attribution] = innermost(open, entry, hulls);
    }
  }
  return parents;
}

// Where an attribution begins, and then where its cue does.
std::pair<std::uint32_t, std::uint32_t> place_of(const Attribution& attribution) {
  return {hull_of(attribution).begin, attribution.cue.empty() ? 0 : attribution.cue.front().begin};
}

}  // namespace

void nest(Findings& findings) {
  std::vector<Attribution>& found = findings.attributions;
  std::vector<std::uint32_t> order(found.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
    return place_of(found[a]) < place_of(found[b]);
  });
  std::vector<std::int32_t> moved(found.size());
  std::vector<Attribution> sorted;
  std::vector<Span> subjects;
  std::vector<std::int32_t> parents;
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    moved[order[i]] = static_cast<std::int32_t>(i);
    sorted.push_back(std::move(found[order[i]]));
    subjects.push_back(findings.subjects[order[i]]);
    parents.push_back(findings.parents[order[i]]);
  }
  const std::vector<std::int32_t> places = parents_by_place(sorted);
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const std::int32_t known =
        parents[i] == kNobody ? kNobody : moved[static_cast<std::size_t>(parents[i])];
    const std::int32_t parent = known != kNobody ? known : places[i];
    if (parent != kNobody) {
      sorted[i].parent = Id<Attribution>{static_cast<std::uint32_t>(parent)};
    }
  }
  found = std::move(sorted);
  findings.subjects = std::move(subjects);
  findings.parents.clear();
  findings.quote_owner.clear();
}

}  // namespace parallax
