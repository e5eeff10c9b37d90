#pragma once
#include <cstdint>
#include <vector>

#include "parallax/learn/feature_rows.h"
#include "parallax/read/attribution/tagged_words.h"

/// What the two taggers of attributions label, and the features that they do it by. Raise the
/// number in attribution_model.cpp with every change of these.
namespace parallax {

/// Labels of the tagger of cues: one row of labels a sentence.
enum class CueLabel : std::uint8_t { other, begin, inside };
inline constexpr std::uint32_t kCueLabels = 3;

/// Labels of the tagger of roles: one row of labels a cue, over the words of its window.
enum class RoleLabel : std::uint8_t {
  other,
  source_begin,
  source,
  content_begin,
  content,
  cue,
};
inline constexpr std::uint32_t kRoleLabels = 6;

/// Appends a row of features for each word of the sentence.
void append_cue_features(const TaggedWords& words, Range sentence, FeatureRows& out);

/// Reads the words around one cue after the other; `cues` are those of the article, ascending.
class RoleFeatures {
 public:
  RoleFeatures(const TaggedWords& words, std::vector<Range> cues);

  /// The words in which the source and the content of a cue are looked for: its paragraph, at most
  /// `kWindow` words to either side.
  Range window(std::size_t cue) const;
  /// Appends a row of features for each word of the cue's window.
  void append(std::size_t cue, FeatureRows& out);

  static constexpr std::uint32_t kWindow = 160;

 private:
  struct Place;
  struct Row;
  void climb(std::size_t cue);
  void place(std::uint32_t i, Place& out) const;
  void add(std::uint32_t i, const Place& place, FeatureRows& out) const;
  void add_tree(std::uint32_t i, const Place& place, Row& row) const;
  static void add_places(const Place& place, Row& row);
  void add_words(std::uint32_t i, const Place& place, Row& row) const;
  void add_rules(std::uint32_t i, const Place& place, Row& row) const;
  std::uint64_t rule_of(std::uint32_t i) const;

  const TaggedWords& all_;
  std::vector<Range> cues_;
  std::vector<std::uint32_t> cue_of_;  ///< of each word: 1 + the cue that it stands in, or 0
  // Of the cue that is being read:
  Range cue_;
  std::uint32_t main_ = 0;  ///< its highest word
  Range sentence_;
  std::int32_t rule_ = -1;             ///< the rules' attribution with this cue, or -1
  std::vector<std::uint64_t> branch_;  ///< of each word: its way down from the cue; 0: not named
  std::vector<std::uint32_t> named_;   ///< the words that have one
  std::vector<std::uint32_t> way_;
};

}  // namespace parallax
