#include "parallax/collect/html/block_model.h"

#include <unordered_map>

#include "parallax/learn/built_in_model.h"

namespace parallax {
namespace {

constexpr char kStage[] = "extraction";
constexpr char kAnyLanguage[] = "und";

std::vector<float> letters_of(const HtmlPage& page) {
  std::vector<float> letters;
  letters.reserve(page.blocks.size());
  for (const HtmlBlock& block : page.blocks) {
    letters.push_back(static_cast<float>(block.letters));
  }
  return letters;
}

class ContextMaker {
 public:
  ContextMaker(const HtmlPage& page, std::span<const float> first)
      : page_(page), around_(first, letters_of(page)), nodes_(page.nodes.size()) {
    for (std::size_t i = 0; i < first.size(); ++i) {
      const HtmlBlock& block = page.blocks[i];
      nodes_[block.node].add(first[i], block.letters);
      kinds_[page.nodes[block.node].kind].add(first[i], block.letters);
    }
    for (std::size_t n = nodes_.size(); n-- > 1;) {
      nodes_[page.nodes[n].parent].add(nodes_[n]);
    }
  }

  void add_row(std::size_t i, std::vector<float>& out) const {
    const std::uint32_t node = page_.blocks[i].node;
    const std::uint32_t parent = page_.nodes[node].parent;
    const std::uint32_t above = page_.nodes[parent].parent;
    around_.add_around(i, out);
    out.push_back(nodes_[parent].value());
    out.push_back(nodes_[above].value());
    out.push_back(nodes_[page_.nodes[above].parent].value());
    out.push_back(kinds_.at(page_.nodes[node].kind).value());
    out.push_back(around_.share_before(i));
  }

 private:
  const HtmlPage& page_;
  AnswersAround around_;
  std::vector<ProbabilityMean> nodes_;
  std::unordered_map<std::uint32_t, ProbabilityMean> kinds_;
};

}  // namespace

ModelIdentity block_identity() {
  return {.stage = kStage, .language = kAnyLanguage, .templates = kBlockTemplates};
}

Result<BlockModel> BlockModel::open(std::string_view bytes) {
  const auto rounds = TwoRounds::open(bytes, block_identity(),
                                      {.first = kBlockFeatures, .second = kSecondBlockFeatures});
  if (!rounds) {
    return std::unexpected(rounds.error());
  }
  BlockModel model;
  model.rounds_ = *rounds;
  return model;
}

std::shared_ptr<const BlockModel> BlockModel::built_in() {
  const auto bytes = built_in_model(kStage, kAnyLanguage);
  const auto model = bytes ? open(*bytes) : std::unexpected(bytes.error());
  return model ? std::make_shared<const BlockModel>(*model) : nullptr;
}

std::vector<float> second_block_features(const HtmlPage& page, std::span<const float> rows,
                                         std::span<const float> first) {
  std::vector<float> all;
  all.reserve(first.size() * kSecondBlockFeatures);
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
  return rounds_.second(second_block_features(page, rows, rounds_.first(rows)));
}

}  // namespace parallax
