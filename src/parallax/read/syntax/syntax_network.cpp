#include "parallax/read/syntax/syntax_network.h"

#include <algorithm>

#include "parallax/read/syntax/best_tree.h"
#include "parallax/read/syntax/word_features.h"

namespace parallax {

/// What is computed for some sentences together. Rows stand step by step (learn/lstm.h): word w of
/// sentence s is row `steps.first[w] + s`.
struct SyntaxNetwork::Run {
  std::span<const Forms> sentences;
  Steps steps;
  std::vector<std::size_t> rare;         ///< rows whose words are not frequent
  std::vector<float> words, rare_gates;  ///< of these
  std::vector<Feature> features;
  LstmRun first, second;
  std::vector<float> tags, heads, arcs, label_inputs, labels;
  std::vector<WordSyntax> found;                     ///< by row
  std::vector<float> as_head, as_dependent, scores;  ///< of one sentence
  PackedMatrix packed_heads;

  std::size_t row(std::size_t sentence, std::size_t word) const {
    return steps.first[word] + sentence;
  }
};

namespace {

/// Words that are computed together: enough to fill the products, few enough to stay near the
/// processor.
constexpr std::size_t kWordsTogether = 512;

/// rows × columns, each row the bias.
void fill_rows(std::vector<float>& out, std::size_t rows, const std::vector<float>& bias) {
  out.resize(rows * bias.size());
  for (std::size_t row = 0; row < rows; ++row) {
    std::ranges::copy(bias, out.begin() + static_cast<std::ptrdiff_t>(row * bias.size()));
  }
}

std::uint32_t best_of(std::span<const float> scores) {
  return static_cast<std::uint32_t>(std::ranges::max_element(scores) - scores.begin());
}

}  // namespace

std::vector<WordSyntax> SyntaxNetwork::read(std::span<const Forms> sentences) const {
  std::vector<WordSyntax> result;
  Run run;
  std::vector<std::uint32_t> lengths;
  while (!sentences.empty()) {
    lengths.clear();
    for (std::size_t words = 0; lengths.size() < sentences.size() && words < kWordsTogether;) {
      lengths.push_back(static_cast<std::uint32_t>(sentences[lengths.size()].size()));
      words += lengths.back();
    }
    run.sentences = sentences.first(lengths.size());
    run.steps = Steps::of(lengths);
    read_together(run);
    for (std::size_t s = 0; s < lengths.size(); ++s) {
      for (std::size_t w = 0; w < lengths[s]; ++w) {
        result.push_back(run.found[run.row(s, w)]);
      }
    }
    sentences = sentences.subspan(lengths.size());
  }
  return result;
}

void SyntaxNetwork::read_together(Run& run) const {
  run.found.assign(run.steps.rows(), {});
  embed(run);
  run_lstm(second_, run.first.out, run.steps, run.second);
  tag(run);
  parse(run);
  label(run);
}

void SyntaxNetwork::add_word(std::span<const Feature> features, float* sum) const {
  for (const Feature feature : features) {
    words_.add_to(sum, feature);
  }
}

void SyntaxNetwork::embed(Run& run) const {
  const std::size_t columns = first_.bias.size();
  run.first.gates.resize(run.steps.rows() * columns);
  run.rare.clear();
  run.words.clear();
  for (std::size_t s = 0; s < run.sentences.size(); ++s) {
    for (std::size_t w = 0; w < run.sentences[s].size(); ++w) {
      word_features(run.sentences[s][w], run.features);
      const auto known = frequent_.find(run.features.front());
      if (known != frequent_.end()) {
        std::copy_n(frequent_gates_.data() + known->second * columns, columns,
                    run.first.gates.data() + run.row(s, w) * columns);
        continue;
      }
      run.rare.push_back(run.row(s, w));
      run.words.resize(run.rare.size() * shape_.word, 0.0F);
      add_word(run.features, run.words.data() + (run.rare.size() - 1) * shape_.word);
    }
  }
  fill_rows(run.rare_gates, run.rare.size(), first_.bias);
  add_product({run.words.data(), shape_.word, 1}, run.rare.size(), first_.input,
              run.rare_gates.data(), columns);
  for (std::size_t i = 0; i < run.rare.size(); ++i) {
    std::copy_n(run.rare_gates.data() + i * columns, columns,
                run.first.gates.data() + run.rare[i] * columns);
  }
  run_cells(first_, run.steps, run.first);
}

void SyntaxNetwork::tag(Run& run) const {
  const std::size_t rows = run.steps.rows();
  const std::size_t columns = shape_.upos + shape_.xpos;
  fill_rows(run.tags, rows, tags_bias_);
  add_product({run.first.out.data(), 2 * shape_.first, 1}, rows, tags_, run.tags.data(), columns);
  add_product({run.second.out.data(), 2 * shape_.second, 1}, rows, later_tags_, run.tags.data(),
              columns);
  for (std::size_t row = 0; row < rows; ++row) {
    const float* const scores = run.tags.data() + row * columns;
    const auto score = [&](const TagPair& pair) {
      return scores[pair.upos] + scores[shape_.upos + pair.xpos];
    };
    const TagPair& pair = *std::ranges::max_element(pairs_, {}, score);
    run.found[row].upos = pair.upos;
    run.found[row].xpos = pair.xpos;
    run.found[row].feats = best_feats(run, row, pair);
  }
}

std::uint32_t SyntaxNetwork::best_feats(const Run& run, std::size_t row,
                                        const TagPair& pair) const {
  if (pair.feats.size() == 1) {
    return pair.feats.front();
  }
  const std::size_t first = 2 * shape_.first;
  const std::size_t second = 2 * shape_.second;
  const auto score = [&](std::uint32_t feats) {
    const float* const weights = feats_.data() + feats * (first + second + 1);
    return dot_product({weights, first}, run.first.out.data() + row * first) +
           dot_product({weights + first, second}, run.second.out.data() + row * second) +
           weights[first + second];
  };
  return *std::ranges::max_element(pair.feats, {}, score);
}

void SyntaxNetwork::parse(Run& run) const {
  const std::size_t rows = run.steps.rows();
  const std::size_t columns = shape_.heads();
  fill_rows(run.heads, rows, heads_bias_);
  add_product({run.second.out.data(), 2 * shape_.second, 1}, rows, heads_, run.heads.data(),
              columns);
  for (std::size_t row = 0; row < rows; ++row) {
    rectify({run.heads.data() + row * columns, 2 * shape_.arc});
  }
  fill_rows(run.arcs, rows, arcs_bias_);
  add_product({run.heads.data(), columns, 1}, rows, arcs_, run.arcs.data(), arcs_.columns());
  for (std::size_t s = 0; s < run.sentences.size(); ++s) {
    const std::size_t words = run.sentences[s].size();
    score_heads(run, s);
    const auto heads = best_tree(run.scores, words);
    for (std::size_t w = 0; w < words; ++w) {
      run.found[run.row(s, w)].head = heads[w];
    }
  }
}

void SyntaxNetwork::score_heads(Run& run, std::size_t sentence) const {
  const std::size_t words = run.sentences[sentence].size();
  const std::size_t arc = shape_.arc;
  run.as_head.resize((words + 1) * arc);
  run.as_dependent.resize(words * arc);
  std::copy_n(root_.data(), arc, run.as_head.data());
  for (std::size_t w = 0; w < words; ++w) {
    const std::size_t row = run.row(sentence, w);
    std::copy_n(run.heads.data() + row * shape_.heads() + arc, arc,
                run.as_head.data() + (w + 1) * arc);
    std::copy_n(run.arcs.data() + row * arcs_.columns(), arc, run.as_dependent.data() + w * arc);
  }
  run.packed_heads.pack({run.as_head.data(), 1, arc}, arc, words + 1);
  run.scores.assign(words * (words + 1), 0.0F);
  add_product({run.as_dependent.data(), arc, 1}, words, run.packed_heads, run.scores.data(),
              words + 1);
  for (std::uint32_t w = 0; w < words; ++w) {
    const float* const far = run.arcs.data() + run.row(sentence, w) * arcs_.columns() + arc;
    float* const scores = run.scores.data() + w * (words + 1);
    for (std::uint32_t head = 0; head <= words; ++head) {
      scores[head] += far[distance_class(w + 1, head)];
    }
  }
}

void SyntaxNetwork::label(Run& run) const {
  const std::size_t rows = run.steps.rows();
  const std::size_t label = shape_.label;
  const std::size_t columns = shape_.heads();
  run.label_inputs.resize(rows * label);
  for (std::size_t s = 0; s < run.sentences.size(); ++s) {
    for (std::uint32_t w = 0; w < run.sentences[s].size(); ++w) {
      const std::size_t row = run.row(s, w);
      const std::uint32_t head = run.found[row].head;
      const float* const own = run.heads.data() + row * columns + 2 * shape_.arc;
      const float* const other =
          head == 0 ? root_.data() + shape_.arc
                    : run.heads.data() + run.row(s, head - 1) * columns + 2 * shape_.arc + label;
      const float* const far = far_.data() + distance_class(w + 1, head) * label;
      for (std::size_t k = 0; k < label; ++k) {
        run.label_inputs[row * label + k] = std::max(0.0F, own[k] + other[k] + far[k]);
      }
    }
  }
  fill_rows(run.labels, rows, labels_bias_);
  add_product({run.label_inputs.data(), label, 1}, rows, labels_, run.labels.data(), shape_.deprel);
  for (std::size_t row = 0; row < rows; ++row) {
    const std::span scores(run.labels.data() + row * shape_.deprel, shape_.deprel);
    constexpr float kNever = -1e9F;
    scores[root_label_] = run.found[row].head == 0 ? -kNever : kNever;
    run.found[row].deprel = best_of(scores);
  }
}

}  // namespace parallax
