#include "parallax/collect/html/block_model.h"

#include <unordered_map>

#include "parallax/learn/built_in_model.h"

namespace parallax {
namespace {

constexpr char kStage[] = "extraction";
constexpr char kAnyLanguage[] = "und";

/// A mean of probabilities, by letters.
struct Mean {
  double sum = 0;
  double letters = 0;
  void add(double probability, double of) {
    sum += probability * of;
    letters += of;
  }
  float value() const { return letters > 0 ? static_cast<float>(sum / letters) : -1.0F; }
};

class ContextMaker {
 public:
  ContextMaker(const HtmlPage& page, std::span<const float> first)
      : page_(page), first_(first), nodes_(page.nodes.size()), before_(first.size() + 1) {
    for (std::size_t i = 0; i < first.size(); ++i) {
      const HtmlBlock& block = page.blocks[i];
      const double letters = block.letters;
      nodes_[block.node].add(first[i], letters);
      kinds_[page.nodes[block.node].kind].add(first[i], letters);
      before_[i + 1] = before_[i];
      before_[i + 1].add(first[i], letters);
    }
    for (std::size_t n = nodes_.size(); n-- > 1;) {
      Mean& parent = nodes_[page.nodes[n].parent];
      parent.sum += nodes_[n].sum;
      parent.letters += nodes_[n].letters;
    }
  }

  void add_row(std::size_t i, std::vector<float>& out) const {
    const std::uint32_t node = page_.blocks[i].node;
    const std::uint32_t parent = page_.nodes[node].parent;
    const std::uint32_t above = page_.nodes[parent].parent;
    for (const std::ptrdiff_t step : {-3, -2, -1, 0, 1, 2, 3}) {
      const std::size_t at = i + static_cast<std::size_t>(step);  // wraps below 0
      out.push_back(at < first_.size() ? first_[at] : -1.0F);
    }
    for (const std::size_t reach : {4, 10}) {
      out.push_back(mean(i - std::min(i, reach), i));
      out.push_back(mean(i + 1, std::min(i + 1 + reach, first_.size())));
    }
    out.push_back(nodes_[parent].value());
    out.push_back(nodes_[above].value());
    out.push_back(nodes_[page_.nodes[above].parent].value());
    out.push_back(kinds_.at(page_.nodes[node].kind).value());
    const double all = before_.back().sum;
    out.push_back(all > 0 ? static_cast<float>(before_[i].sum / all) : -1.0F);
  }

 private:
  float mean(std::size_t begin, std::size_t end) const {
    return Mean{before_[end].sum - before_[begin].sum,
                before_[end].letters - before_[begin].letters}
        .value();
  }

  const HtmlPage& page_;
  std::span<const float> first_;
  std::vector<Mean> nodes_;
  std::unordered_map<std::uint32_t, Mean> kinds_;
  std::vector<Mean> before_;
};

}  // namespace

ModelIdentity block_identity() {
  return {.stage = kStage, .language = kAnyLanguage, .templates = kBlockTemplates};
}

Result<BlockModel> BlockModel::open(std::string_view bytes) {
  const auto file = ModelFile::open(bytes, block_identity());
  if (!file) {
    return std::unexpected(file.error());
  }
  const auto first = BoostedTrees::from(*file, "first", kBlockFeatures);
  const auto second = BoostedTrees::from(*file, "second", kSecondFeatures);
  if (!first || !second) {
    return std::unexpected(first ? second.error() : first.error());
  }
  BlockModel model;
  model.first_ = *first;
  model.second_ = *second;
  return model;
}

std::shared_ptr<const BlockModel> BlockModel::built_in() {
  const auto bytes = built_in_model(kStage, kAnyLanguage);
  const auto model = bytes ? open(*bytes) : std::unexpected(bytes.error());
  return model ? std::make_shared<const BlockModel>(*model) : nullptr;
}

std::vector<float> second_features(const HtmlPage& page, std::span<const float> rows,
                                   std::span<const float> first) {
  std::vector<float> all;
  all.reserve(first.size() * kSecondFeatures);
  const ContextMaker context(page, first);
  for (std::size_t i = 0; i < first.size(); ++i) {
    const std::span<const float> row = rows.subspan(i * kBlockFeatures, kBlockFeatures);
    all.insert(all.end(), row.begin(), row.end());
    context.add_row(i, all);
  }
  return all;
}

std::vector<float> BlockModel::probabilities(const HtmlPage& page,
                                             std::span<const float> rows) const {
  const std::vector<float> first = first_.probabilities(rows);
  return second_.probabilities(second_features(page, rows, first));
}

}  // namespace parallax
