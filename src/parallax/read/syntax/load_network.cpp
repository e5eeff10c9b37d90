// A network out of a model file, which is foreign bytes: every size is checked against the shape.
#include <algorithm>
#include <string>

#include "parallax/read/syntax/syntax_network.h"
#include "parallax/read/syntax/word_features.h"

namespace parallax {
namespace {

constexpr std::uint32_t kMostWide = 1024;
constexpr std::uint32_t kMostNames = 4096;
constexpr std::size_t kMostFrequent = 1U << 16U;
constexpr std::string_view kRootLabel = "root";

Result<NetworkShape> load_shape(const ModelFile& file) {
  const auto numbers = file.array<std::uint32_t>("net.shape");
  if (!numbers) {
    return std::unexpected(numbers.error());
  }
  if (numbers->size() != 10 || numbers->back() != kDistances) {
    return damaged_model("the shape of its network");
  }
  const NetworkShape shape = {(*numbers)[0], (*numbers)[1], (*numbers)[2],
                              (*numbers)[3], (*numbers)[4], (*numbers)[5],
                              (*numbers)[6], (*numbers)[7], (*numbers)[8]};
  const auto too_wide = [](std::size_t size) { return size == 0 || size > kMostWide; };
  const auto too_many = [](std::size_t size) { return size == 0 || size > kMostNames; };
  const std::size_t widths[] = {shape.word, shape.first, shape.second, shape.arc, shape.label};
  const std::size_t names[] = {shape.xpos, shape.feats, shape.deprel};
  const bool whole = shape.first % 8 == 0 && shape.second % 8 == 0 && shape.upos == kUposNames;
  if (std::ranges::any_of(widths, too_wide) || std::ranges::any_of(names, too_many) || !whole) {
    return damaged_model("the shape of its network");
  }
  return shape;
}

/// Sections of one size each; remembers the first that does not fit.
class Sections {
 public:
  explicit Sections(const ModelFile& file) : file_(file) {}

  std::span<const float> floats(const std::string& name, std::size_t size) {
    const auto found = file_.array<float>("net." + name);
    if (!found || found->size() != size) {
      wrong_ = wrong_.empty() ? "net." + name : wrong_;
      return {};
    }
    return *found;
  }
  void read(const std::string& name, std::size_t inner, std::size_t columns, PackedMatrix& into) {
    const auto values = floats(name, inner * columns);
    if (!values.empty()) {
      into.pack({values.data(), columns, 1}, inner, columns);
    }
  }
  void read(const std::string& name, std::size_t size, std::vector<float>& into) {
    const auto values = floats(name, size);
    into.assign(values.begin(), values.end());
  }
  void read(const std::string& name, std::size_t input, std::size_t size, LstmWeights& into) {
    into.size = size;
    read(name + ".input", input, 6 * size, into.input);
    read(name + ".bias", 6 * size, into.bias);
    read(name + ".ahead", size, 3 * size, into.recurrent[0]);
    read(name + ".back", size, 3 * size, into.recurrent[1]);
  }
  Result<void> done() const {
    return wrong_.empty() ? Result<void>() : damaged_model("the section " + wrong_);
  }

 private:
  const ModelFile& file_;
  std::string wrong_;
};

}  // namespace

Result<SyntaxNetwork> SyntaxNetwork::from(const ModelFile& file) {
  const auto shape = load_shape(file);
  if (!shape) {
    return std::unexpected(shape.error());
  }
  SyntaxNetwork network;
  network.shape_ = *shape;
  for (const auto load : {&SyntaxNetwork::load_layers, &SyntaxNetwork::load_frequent,
                          &SyntaxNetwork::load_tags, &SyntaxNetwork::load_parser}) {
    if (auto loaded = (network.*load)(file); !loaded) {
      return std::unexpected(loaded.error());
    }
  }
  return network;
}

Result<void> SyntaxNetwork::load_layers(const ModelFile& file) {
  const auto slots = file.array<FeatureTable::Slot>("net.words.slots");
  const auto rows = file.array<std::int8_t>("net.words.rows");
  const auto scales = file.array<float>("net.words.scales");
  if (!slots || !rows || !scales) {
    return damaged_model("the section net.words");
  }
  auto words = FeatureTable::from(*slots, *rows, *scales, shape_.word);
  if (!words) {
    return std::unexpected(words.error());
  }
  words_ = *words;
  Sections sections(file);
  sections.read("first", shape_.word, shape_.first, first_);
  sections.read("second", 2 * shape_.first, shape_.second, second_);
  return sections.done();
}

/// Frequent words make up most of a text: what they give to the first layer is computed once.
Result<void> SyntaxNetwork::load_frequent(const ModelFile& file) {
  const auto forms = file.lines("net.frequent");
  if (!forms || forms->size() > kMostFrequent) {
    return damaged_model("the section net.frequent");
  }
  std::vector<float> sums(forms->size() * shape_.word, 0.0F);
  std::vector<Feature> features;
  for (std::uint32_t i = 0; i < forms->size(); ++i) {
    word_features((*forms)[i], features);
    add_word(features, sums.data() + i * shape_.word);
    frequent_.try_emplace(features.front(), i);
  }
  const std::size_t columns = first_.bias.size();
  frequent_gates_.reserve(forms->size() * columns);
  for (std::size_t i = 0; i < forms->size(); ++i) {
    frequent_gates_.insert(frequent_gates_.end(), first_.bias.begin(), first_.bias.end());
  }
  add_product({sums.data(), shape_.word, 1}, forms->size(), first_.input, frequent_gates_.data(),
              columns);
  return {};
}

Result<void> SyntaxNetwork::load_tags(const ModelFile& file) {
  const std::size_t inner = 2 * shape_.first + 2 * shape_.second;
  const std::size_t chosen = shape_.upos + shape_.xpos;
  Sections sections(file);
  sections.read("tags", 2 * shape_.first, chosen, tags_);
  sections.read("tags.later", 2 * shape_.second, chosen, later_tags_);
  sections.read("tags.bias", chosen, tags_bias_);
  sections.read("feats.rows", shape_.feats * (inner + 1), feats_);
  if (auto done = sections.done(); !done) {
    return done;
  }
  const auto choices = file.array<std::uint16_t>("net.choices");
  if (!choices || choices->empty() || choices->size() % 3 != 0) {
    return damaged_model("the section net.choices");
  }
  for (std::size_t i = 0; i < choices->size(); i += 3) {
    const TagPair pair{(*choices)[i], (*choices)[i + 1], {}};
    const std::uint32_t feats = (*choices)[i + 2];
    if (pair.upos >= shape_.upos || pair.xpos >= shape_.xpos || feats >= shape_.feats) {
      return damaged_model("the section net.choices");
    }
    const bool same =
        !pairs_.empty() && pairs_.back().upos == pair.upos && pairs_.back().xpos == pair.xpos;
    (same ? pairs_.back() : pairs_.emplace_back(pair)).feats.push_back(feats);
  }
  return {};
}

Result<void> SyntaxNetwork::load_parser(const ModelFile& file) {
  const std::size_t inner = 2 * shape_.second;
  const std::size_t arc = shape_.arc;
  const std::size_t label = shape_.label;
  Sections sections(file);
  sections.read("heads", inner, shape_.heads(), heads_);
  sections.read("heads.bias", shape_.heads(), heads_bias_);
  sections.read("arcs", arc, arc + kDistances, arcs_);
  sections.read("arcs.bias", arc + kDistances, arcs_bias_);
  sections.read("labels", label, shape_.deprel, labels_);
  sections.read("labels.bias", shape_.deprel, labels_bias_);
  sections.read("root", arc + label, root_);
  sections.read("far", kDistances * label, far_);
  if (auto done = sections.done(); !done) {
    return done;
  }
  const auto names = file.lines("net.deprel");
  if (!names || names->size() != shape_.deprel) {
    return damaged_model("the section net.deprel");
  }
  const auto root = std::ranges::find(*names, kRootLabel);
  if (root == names->end()) {
    return damaged_model("it knows no root");
  }
  root_label_ = static_cast<std::uint32_t>(root - names->begin());
  return {};
}

}  // namespace parallax
