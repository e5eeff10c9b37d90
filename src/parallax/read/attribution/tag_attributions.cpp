#include "parallax/read/attribution/tag_attributions.h"

#include "parallax/read/attribution/tagging_features.h"

namespace parallax {
namespace {

template <typename Enum>
constexpr std::uint32_t number_of(Enum value) {
  return static_cast<std::uint32_t>(value);
}

/// Runs of `begin` and the `inside` behind it; `first` is the number of the first label's token.
template <typename Label>
void append_runs(std::span<const std::uint32_t> labels, std::uint32_t first, Label begin,
                 Label inside, std::vector<TokenRange>& out) {
  for (std::uint32_t i = 0; i < labels.size();) {
    if (labels[i] != number_of(begin)) {
      ++i;
      continue;
    }
    std::uint32_t end = i + 1;
    while (end < labels.size() && labels[end] == number_of(inside)) {
      ++end;
    }
    out.push_back({first + i, first + end});
    i = end;
  }
}

struct FoundCues {
  std::vector<TokenRange> cues;
  std::vector<double> probabilities;
};

FoundCues find_cues(const TaggedWords& words, const Crf& model) {
  FoundCues found;
  std::vector<TokenRange>& cues = found.cues;
  FeatureRows rows;
  for (const TokenRange sentence : words.sentences) {
    rows.clear();
    append_cue_features(words, sentence, rows);
    append_runs(model.best(rows), sentence.begin, CueLabel::begin, CueLabel::inside, cues);
    if (found.probabilities.size() == cues.size()) {
      continue;
    }
    const std::vector<double> all = model.probabilities(rows);
    for (std::size_t c = found.probabilities.size(); c < cues.size(); ++c) {
      const std::size_t at = cues[c].begin - sentence.begin;
      found.probabilities.push_back(all[at * kCueLabels + number_of(CueLabel::begin)]);
    }
  }
  return found;
}

}  // namespace

std::vector<TaggedAttribution> tag_attributions(const TaggedWords& words,
                                                const AttributionModel& model) {
  std::vector<TaggedAttribution> found;
  const auto [cues, probabilities] = find_cues(words, model.cues());
  RoleFeatures features(words, cues);
  FeatureRows rows;
  for (std::size_t c = 0; c < cues.size(); ++c) {
    rows.clear();
    features.append(c, rows);
    const auto labels = model.roles().best(rows);
    const std::uint32_t first = features.window(c).begin;
    TaggedAttribution made{.cue = cues[c], .probability = probabilities[c]};
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
  chain.forbid_first(number_of(CueLabel::inside));
  chain.forbid(number_of(CueLabel::other), number_of(CueLabel::inside));
  return chain;
}

ChainWeights role_chain() {
  ChainWeights chain(kRoleLabels);
  for (const auto [begin, inside] : {std::pair(RoleLabel::source_begin, RoleLabel::source),
                                     std::pair(RoleLabel::content_begin, RoleLabel::content)}) {
    chain.forbid_first(number_of(inside));
    for (std::uint32_t before = 0; before < kRoleLabels; ++before) {
      if (before != number_of(begin) && before != number_of(inside)) {
        chain.forbid(before, number_of(inside));
      }
    }
  }
  return chain;
}

}  // namespace parallax
