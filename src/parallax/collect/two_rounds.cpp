#include "parallax/collect/two_rounds.h"

#include <algorithm>

namespace parallax {

AnswersAround::AnswersAround(std::span<const float> first, std::span<const float> letters)
    : first_(first), before_(first.size() + 1) {
  for (std::size_t i = 0; i < first.size(); ++i) {
    before_[i + 1] = before_[i];
    before_[i + 1].add(first[i], letters[i]);
  }
}

float AnswersAround::mean(std::size_t begin, std::size_t end) const {
  return ProbabilityMean{before_[end].sum - before_[begin].sum,
                         before_[end].letters - before_[begin].letters}
      .value();
}

void AnswersAround::add_around(std::size_t i, std::vector<float>& row) const {
  for (const std::ptrdiff_t step : {-3, -2, -1, 0, 1, 2, 3}) {
    const std::size_t at = i + static_cast<std::size_t>(step);  // wraps below 0
    row.push_back(at < first_.size() ? first_[at] : -1.0F);
  }
  for (const std::size_t reach : {4, 10}) {
    row.push_back(mean(i - std::min(i, reach), i));
    row.push_back(mean(i + 1, std::min(i + 1 + reach, first_.size())));
  }
}

float AnswersAround::share_before(std::size_t i) const {
  const double all = before_.back().sum;
  return all > 0 ? static_cast<float>(before_[i].sum / all) : -1.0F;
}

Result<TwoRounds> TwoRounds::open(std::string_view bytes, const ModelIdentity& identity,
                                  const Widths& widths) {
  const auto file = ModelFile::open(bytes, identity);
  if (!file) {
    return std::unexpected(file.error());
  }
  const auto first = BoostedTrees::from(*file, "first", widths.first);
  const auto second = BoostedTrees::from(*file, "second", widths.second);
  if (!first || !second) {
    return std::unexpected(first ? second.error() : first.error());
  }
  TwoRounds rounds;
  rounds.first_ = *first;
  rounds.second_ = *second;
  return rounds;
}

}  // namespace parallax
