#pragma once
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parallax/learn/feature_table.h"
#include "parallax/learn/lstm.h"
#include "parallax/learn/model_file.h"
#include "parallax/read/syntax/network_shape.h"

/// The network of syntax, as it is used: from the forms of words to tags, heads and relations.
///
///   word features ─sum─▶ word ─▶ cells, both ways ─────────────────▶ tags
///                                       └─▶ cells, both ways ─▶┘
///                                                 ├─▶ as dependent · as head ─▶ heads
///                                                 └─▶ of word and head ─▶ relations
///
/// Heads are scored for all pairs of words (after Dozat and Manning 2017, with a term for the
/// distance); the best tree is taken (best_tree.h). docs/decisions/0007 says why this and no
/// transitions.
namespace parallax {

/// Numbers of one word: into the tag names of the model.
struct WordSyntax {
  std::uint32_t upos = 0;
  std::uint32_t xpos = 0;
  std::uint32_t feats = 0;
  std::uint32_t deprel = 0;
  std::uint32_t head = 0;  ///< counted from 1 in its sentence, 0 = root
};

/// The forms of a sentence; each is a view that the caller keeps alive.
using Forms = std::span<const std::string_view>;

/// Immutable; any thread may use it. Its word table is a view into the model file's bytes.
class SyntaxNetwork {
 public:
  /// Fails with bad_format where sections are missing or their sizes do not fit the shape.
  static Result<SyntaxNetwork> from(const ModelFile& file);

  /// One result a word, sentence after sentence. `sentences` descend by size; none is empty. The
  /// result for a sentence does not depend on the others. Cost per word grows with the length of
  /// its sentence: keep them below a few hundred words.
  std::vector<WordSyntax> read(std::span<const Forms> sentences) const;

  const NetworkShape& shape() const { return shape_; }

 private:
  struct Run;
  /// UPOS and XPOS that stand together in the corpus, and the features that stand with them.
  struct TagPair {
    std::uint32_t upos = 0;
    std::uint32_t xpos = 0;
    std::vector<std::uint32_t> feats;
  };

  Result<void> load_layers(const ModelFile& file);
  Result<void> load_tags(const ModelFile& file);
  Result<void> load_parser(const ModelFile& file);
  Result<void> load_frequent(const ModelFile& file);
  void read_together(Run& run) const;
  void embed(Run& run) const;
  void add_word(std::span<const Feature> features, float* sum) const;
  void tag(Run& run) const;
  std::uint32_t best_feats(const Run& run, std::size_t row, const TagPair& pair) const;
  void parse(Run& run) const;
  void score_heads(Run& run, std::size_t sentence) const;
  void label(Run& run) const;

  NetworkShape shape_;
  FeatureTable words_;
  LstmWeights first_, second_;
  std::unordered_map<Feature, std::uint32_t> frequent_;  ///< of forms: rows of `frequent_gates_`
  std::vector<float> frequent_gates_;                    ///< what they give to the first layer
  PackedMatrix tags_, later_tags_, heads_, arcs_, labels_;
  std::vector<float> tags_bias_, heads_bias_, arcs_bias_, labels_bias_;
  std::vector<float> feats_;  ///< a row for each: 2 · first and 2 · second weights, the bias
  std::vector<TagPair> pairs_;
  std::vector<float> root_;  ///< as a head: arc, label
  std::vector<float> far_;   ///< distances × label
  std::uint32_t root_label_ = 0;
};

}  // namespace parallax
