#include "parallax/read/sentences/sentence_ends.h"

#include "parallax/read/sentences/end_features.h"

namespace parallax {
namespace {

/// From this probability on a sentence ends. Behind a word without a full stop the model must be
/// surer: what it learnt from has mails without any, and names in news look like such ends ("told
/// ORL | TODAY").
constexpr float kMarked = 0.5F;
constexpr float kUnmarked = 0.8F;

}  // namespace

Result<SentenceEnds> SentenceEnds::from(const ModelFile& file) {
  constexpr std::uint32_t kEndsOrNot = 2;
  const auto model = LogisticModel::from(file, "ends", kEndsOrNot);
  if (!model) {
    return std::unexpected(model.error());
  }
  SentenceEnds ends;
  ends.model_ = *model;
  return ends;
}

std::vector<Span> SentenceEnds::split(std::string_view text, Span paragraph,
                                      const SentenceRules& rules) const {
  std::vector<Span> sentences;
  const std::vector<ParagraphWord> words = paragraph_words(text, paragraph, rules);
  if (words.empty()) {
    return sentences;
  }
  EndFeatures gaps(words);
  std::vector<Feature> features;
  LogisticModel::Work work;
  std::uint32_t begin = words.front().span.begin;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    bool ends = false;
    if (gaps.is_candidate(i)) {
      gaps.at(i, features);
      model_.probabilities(features, work);
      ends = work.probabilities[1] >= (gaps.is_marked(i) ? kMarked : kUnmarked);
    }
    gaps.pass(i, ends);
    if (ends) {
      sentences.push_back({begin, words[i].span.end});
      begin = words[i + 1].span.begin;
    }
  }
  sentences.push_back({begin, words.back().span.end});
  return sentences;
}

}  // namespace parallax
