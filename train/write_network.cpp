#include "train/write_network.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>

#include "parallax/learn/feature_table.h"

namespace parallax {
namespace {

void write_floats(ModelWriter& writer, const std::string& name, const std::vector<float>& values) {
  writer.array<float>("net." + name, values);
}

void write_words(const WordVectors& words, ModelWriter& writer) {
  const auto data = FeatureTableData::of(words.features(), words.values().value(), words.width());
  writer.array<FeatureTable::Slot>("net.words.slots", data.slots);
  writer.array<std::int8_t>("net.words.rows", data.rows);
  writer.array<float>("net.words.scales", data.scales);
}

/// Columns `begin` .. `begin + count` of a matrix.
std::vector<float> columns_of(const Parameter& matrix, std::size_t begin, std::size_t count) {
  std::vector<float> columns;
  for (std::size_t row = 0; row < matrix.rows(); ++row) {
    const auto first =
        matrix.value().begin() + static_cast<std::ptrdiff_t>(row * matrix.columns() + begin);
    columns.insert(columns.end(), first, first + static_cast<std::ptrdiff_t>(count));
  }
  return columns;
}

/// Features are scored one by one, so each has its weights, of both layers, and its bias in a row.
std::vector<float> feats_rows(const NetworkTrainer& network, std::size_t begin) {
  std::vector<float> rows;
  for (std::size_t column = begin; column < network.tags().columns(); ++column) {
    for (const Parameter* weights : {&network.tags(), &network.later_tags()}) {
      for (std::size_t row = 0; row < weights->rows(); ++row) {
        rows.push_back(weights->value()[row * weights->columns() + column]);
      }
    }
    rows.push_back(network.tags_bias().value()[column]);
  }
  return rows;
}

std::uint16_t number_of(const std::vector<std::string>& names, const std::string& name) {
  return static_cast<std::uint16_t>(std::ranges::find(names, name) - names.begin());
}

std::vector<std::string> frequent_forms(std::span<const ConlluSentence> corpus) {
  constexpr std::size_t kForms = 4000;
  std::map<std::string, std::size_t> counts;
  for (const ConlluSentence& sentence : corpus) {
    for (const ConlluWord& word : sentence.words) {
      ++counts[word.form];
    }
  }
  std::vector<std::string> forms;
  forms.reserve(counts.size());
  for (const auto& [form, count] : counts) {
    forms.push_back(form);
  }
  std::ranges::stable_sort(forms, std::greater(), [&](const auto& form) { return counts[form]; });
  forms.resize(std::min(forms.size(), kForms));
  return forms;
}

void write_choices(const TagNames& names, std::span<const ConlluSentence> corpus,
                   ModelWriter& writer) {
  std::set<std::array<std::uint16_t, 3>> choices;
  for (const ConlluSentence& sentence : corpus) {
    for (const ConlluWord& word : sentence.words) {
      choices.insert({static_cast<std::uint16_t>(word.upos), number_of(names.xpos, word.xpos),
                      number_of(names.feats, word.feats)});
    }
  }
  std::vector<std::uint16_t> numbers;
  for (const auto& choice : choices) {
    numbers.insert(numbers.end(), choice.begin(), choice.end());
  }
  writer.array<std::uint16_t>("net.choices", numbers);
}

}  // namespace

void write_network(TrainedSyntax& trained, std::span<const ConlluSentence> corpus,
                   ModelWriter& writer) {
  const NetworkShape& shape = trained.network.shape();
  const std::size_t sizes[] = {shape.word, shape.first, shape.second, shape.arc,    shape.label,
                               shape.upos, shape.xpos,  shape.feats,  shape.deprel, kDistances};
  std::vector<std::uint32_t> numbers;
  numbers.reserve(std::size(sizes));
  for (const std::size_t size : sizes) {
    numbers.push_back(static_cast<std::uint32_t>(size));
  }
  writer.array<std::uint32_t>("net.shape", numbers);
  write_words(trained.network.words(), writer);
  for (const auto& [name, parameter] : trained.network.parameters()) {
    if (!std::string_view(name).starts_with("tags")) {
      write_floats(writer, name, parameter->value());
    }
  }
  const NetworkTrainer& network = trained.network;
  const std::size_t chosen = shape.upos + shape.xpos;
  write_floats(writer, "tags", columns_of(network.tags(), 0, chosen));
  write_floats(writer, "tags.later", columns_of(network.later_tags(), 0, chosen));
  write_floats(writer, "tags.bias", columns_of(network.tags_bias(), 0, chosen));
  write_floats(writer, "feats.rows", feats_rows(network, chosen));
  writer.lines("net.xpos", trained.names.xpos);
  writer.lines("net.feats", trained.names.feats);
  writer.lines("net.deprel", trained.names.deprel);
  write_choices(trained.names, corpus, writer);
}

void write_frequent_forms(std::span<const ConlluSentence> corpus, ModelWriter& writer) {
  writer.lines("net.frequent", frequent_forms(corpus));
}

}  // namespace parallax
