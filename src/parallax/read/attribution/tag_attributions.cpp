#include "parallax/read/attribution/tag_attributions.h"

#include <utility>

#include "parallax/read/attribution/tagging_features.h"

namespace parallax {
namespace {

/// Runs of `begin` and the `inside` behind it; `first` is the number of the first label's token.
template <typename Label>
void append_runs(std::span<const std::uint32_t> labels, std::uint32_t first, Label begin,
                 Label inside, std::vector<Range>& out) {
  for (std::uint32_t i = 0; i < labels.size();) {
    if (labels[i] != std::to_underlying(begin)) {
      ++i;
      continue;
    }
    std::uint32_t end = i + 1;
    while (end < labels.size() && labels[end] == std::to_underlying(inside)) {
      ++end;
    }
    out.push_back({first + i, first + end});
    i = end;
  }
}

std::vector<Range> find_cues(const TaggedWords& words, const Crf& model) {
  std::vector<Range> cues;
  FeatureRows rows;
  for (const Range sentence : words.sentences) {
    rows.clear();
    append_cue_features(words, sentence, rows);
    append_runs(model.best(rows), sentence.begin, CueLabel::begin, CueLabel::inside, cues);
  }
  return cues;
}

}  // namespace

std::vector<TaggedAttribution> tag_attributions(const TaggedWords& words,
                                                const AttributionModel& model) {
  std::vector<TaggedAttribution> found;
  const std::vector<Range> cues = find_cues(words, model.cues());
  RoleFeatures features(words, cues);
  FeatureRows rows;
  for (std::size_t c = 0; c < cues.size(); ++c) {
    rows.clear();
    features.append(c, rows);
    const auto labels = model.roles().best(rows);
    const std::uint32_t first = features.window(c).begin;
    TaggedAttribution made{.cue = cues[c]};
    append_runs(labels, first, RoleLabel::source_begin, RoleLabel::source, made.source);
    append_runs(labels, first, RoleLabel::content_begin, RoleLabel::content, made.content);
    if (!made.content.empty()) {
      found.push_back(std::move(made));
    }
  }
  return found;
}

ChainWeights cue_chain() {
  ChainWeights chain(kCueLabels);
  chain.forbid_first(std::to_underlying(CueLabel::inside));
  chain.forbid(std::to_underlying(CueLabel::other), std::to_underlying(CueLabel::inside));
  return chain;
}

ChainWeights role_chain() {
  ChainWeights chain(kRoleLabels);
  for (const auto& [begin, inside] : {std::pair(RoleLabel::source_begin, RoleLabel::source),
                                      std::pair(RoleLabel::content_begin, RoleLabel::content)}) {
    chain.forbid_first(std::to_underlying(inside));
    for (std::uint32_t before = 0; before < kRoleLabels; ++before) {
      if (before != std::to_underlying(begin) && before != std::to_underlying(inside)) {
        chain.forbid(before, std::to_underlying(inside));
      }
    }
  }
  return chain;
}

}  // namespace parallax
