#include "parallax/read/attribution/find_attributions.h"

#include <algorithm>

#include "parallax/read/attribution/find_by_rules.h"
#include "parallax/read/attribution/join_tagged.h"
#include "parallax/read/attribution/joining.h"
#include "parallax/read/attribution/kinds.h"
#include "parallax/read/attribution/nesting.h"
#include "parallax/read/attribution/speakers.h"

namespace parallax {
namespace {

// "X said:" with nothing behind it.
void drop_empty(Findings& findings) {
  std::vector<std::int32_t> moved(findings.attributions.size(), kNobody);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < findings.attributions.size(); ++i) {
    if (findings.attributions[i].content.empty()) {
      continue;
    }
    moved[i] = static_cast<std::int32_t>(kept);
    const std::int32_t parent = findings.parents[i];
    findings.parents[kept] = parent == kNobody ? kNobody : moved[static_cast<std::size_t>(parent)];
    findings.subjects[kept] = findings.subjects[i];
    if (kept != i) {
      findings.attributions[kept] = std::move(findings.attributions[i]);
    }
    ++kept;
  }
  findings.attributions.resize(kept);
  findings.subjects.resize(kept);
  findings.parents.resize(kept);
}

}  // namespace

std::vector<Attribution> find_attributions(const Reading& reading,
                                           const AttributionLexicon& lexicon,
                                           const AttributionModel* model) {
  const ArticleWords words = look_at_words(reading, lexicon);
  Findings findings = find_by_rules(words);
  if (model != nullptr) {
    join_tagged(words, *model, findings);
    join_continued_quotes(words, findings);
  }
  drop_empty(findings);
  nest(findings);
  for (Attribution& attribution : findings.attributions) {
    std::ranges::sort(attribution.content);
    attribution.kind = kind_of(words, attribution);
  }
  resolve_speakers(words, findings.subjects, findings.attributions);
  return std::move(findings.attributions);
}

}  // namespace parallax
