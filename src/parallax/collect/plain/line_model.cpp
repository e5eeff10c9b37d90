#include "parallax/collect/plain/line_model.h"

#include "parallax/learn/built_in_model.h"

namespace parallax {
namespace {

constexpr char kStage[] = "plain_text";
constexpr char kAnyLanguage[] = "und";

}  // namespace

ModelIdentity line_identity() {
  return {.stage = kStage, .language = kAnyLanguage, .templates = kLineTemplates};
}

Result<LineModel> LineModel::open(std::string_view bytes) {
  const auto rounds = TwoRounds::open(bytes, line_identity(),
                                      {.first = kLineFeatures, .second = kSecondLineFeatures});
  if (!rounds) {
    return std::unexpected(rounds.error());
  }
  const auto file = ModelFile::open(bytes, line_identity());
  const auto headline = BoostedTrees::from(*file, "headline", kSecondLineFeatures);
  if (!headline) {
    return std::unexpected(headline.error());
  }
  LineModel model;
  model.rounds_ = *rounds;
  model.headline_ = *headline;
  return model;
}

std::shared_ptr<const LineModel> LineModel::built_in() {
  const auto bytes = built_in_model(kStage, kAnyLanguage);
  const auto model = bytes ? open(*bytes) : std::unexpected(bytes.error());
  return model ? std::make_shared<const LineModel>(*model) : nullptr;
}

std::vector<float> second_line_features(std::span<const float> letters, std::span<const float> rows,
                                        std::span<const float> first) {
  std::vector<float> all;
  all.reserve(first.size() * kSecondLineFeatures);
  const AnswersAround around(first, letters);
  for (std::size_t i = 0; i < first.size(); ++i) {
    const std::span<const float> row = rows.subspan(i * kLineFeatures, kLineFeatures);
    all.insert(all.end(), row.begin(), row.end());
    around.add_around(i, all);
    all.push_back(around.share_before(i));
  }
  return all;
}

LineProbabilities LineModel::probabilities(std::span<const TextLine> lines,
                                           std::span<const float> rows) const {
  std::vector<float> letters;
  letters.reserve(lines.size());
  for (const TextLine& line : lines) {
    letters.push_back(static_cast<float>(line.words.size()));
  }
  const std::vector<float> second = second_line_features(letters, rows, rounds_.first(rows));
  return {.text = rounds_.second(second), .headline = headline_.probabilities(second)};
}

}  // namespace parallax
