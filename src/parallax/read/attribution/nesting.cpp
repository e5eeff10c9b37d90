#include "parallax/read/attribution/nesting.h"

#include <algorithm>
#include <numeric>

namespace parallax {
namespace {

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

// An attribution that lies whole inside a piece of another's content is nested there. Pieces are
// read from left to right, the wider first, with a stack of those still open.
std::vector<std::int32_t> parents_by_place(const std::vector<Attribution>& attributions) {
  std::vector<Entry> entries;
  for (std::uint32_t i = 0; i < attributions.size(); ++i) {
    entries.push_back({hull_of(attributions[i]), i, false});
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
    std::erase_if(open, [&](const Entry& e) { return e.span.end <= entry.span.begin; });
    if (entry.content) {
      open.push_back(entry);
      continue;
    }
    std::uint32_t smallest = UINT32_MAX;
    for (const Entry& around : open) {
      if (around.attribution != entry.attribution && around.span.contains(entry.span) &&
          around.span.size() < smallest &&
          hull_of(attributions[around.attribution]) != entry.span) {
        smallest = around.span.size();
        parents[entry.attribution] = static_cast<std::int32_t>(around.attribution);
      }
    }
  }
  return parents;
}

}  // namespace

void nest(Findings& findings) {
  std::vector<Attribution>& found = findings.attributions;
  std::vector<std::uint32_t> order(found.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
    const Span first = hull_of(found[a]);
    const Span second = hull_of(found[b]);
    return first.begin != second.begin ? first.begin < second.begin : first.end > second.end;
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
