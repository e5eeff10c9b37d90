#include "parallax/read/sentences/sentence_ends.h"

#include <span>

#include "parallax/read/sentences/end_features.h"

namespace parallax {
namespace {

/// "It was over. 🕊️ On Monday Aren left": signs that are no word hide from the model what begins
/// behind them.
bool ends_before_signs(std::span<const ParagraphWord> words, std::size_t i) {
  if (i + 2 >= words.size()) {
    return false;
  }
  const bool stops = words[i].end == EndMark::stop && words[i].form == WordForm::plain;
  const bool signs = words[i + 1].start == Start::mark || words[i + 1].start == Start::none;
  return stops && signs && words[i + 2].start == Start::upper;
}

}  // namespace

Result<SentenceEnds> SentenceEnds::from(const ModelFile& file) {
  const auto slots = file.array<LinearModel::Slot>("ends.slots");
  const auto weights = file.array<std::int16_t>("ends.weights");
  const auto numbers = file.array<float>("ends.numbers");
  const auto version = file.array<std::uint32_t>("ends.version");
  for (const auto* const error :
       {slots ? nullptr : &slots.error(), weights ? nullptr : &weights.error(),
        numbers ? nullptr : &numbers.error(), version ? nullptr : &version.error()}) {
    if (error != nullptr) {
      return std::unexpected(*error);
    }
  }
  if (numbers->size() != 2 || !((*numbers)[1] > 0.0F) || version->size() != 1 ||
      (*version)[0] != kEndFeatures) {
    return std::unexpected(
        Error{ErrorCode::bad_format, "the model file holds sentence ends of another version", {}});
  }
  const auto linear = LinearModel::from(2, *slots, *weights);
  if (!linear) {
    return std::unexpected(linear.error());
  }
  const auto model = LogisticModel::from(*linear, (*numbers)[0]);
  if (!model) {
    return std::unexpected(model.error());
  }
  SentenceEnds ends;
  ends.model_ = *model;
  ends.least_ = (*numbers)[1];
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
      ends = work.probabilities[1] >= least_ || ends_before_signs(words, i);
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
