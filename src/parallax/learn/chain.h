#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace parallax {

/// A step that is not to be taken. Finite, so that there is a best path even where each breaks a
/// rule: the one that breaks the fewest.
constexpr double kForbidden = -1e15;

/// What the labels of a sequence score by their order alone. A labelled sequence scores the sum of
/// its tokens' scores, of each label's after the one before it, and of its ends'. Labels are
/// numbered from 0.
struct ChainWeights {
  std::uint32_t labels = 0;
  std::vector<double> first;    ///< by label
  std::vector<double> last;     ///< by label
  std::vector<double> between;  ///< [before * labels + label]

  ChainWeights() = default;
  explicit ChainWeights(std::uint32_t count)
      : labels(count), first(count), last(count), between(std::size_t{count} * count) {}

  void forbid_first(std::uint32_t label) { first[label] = kForbidden; }
  void forbid_last(std::uint32_t label) { last[label] = kForbidden; }
  void forbid(std::uint32_t before, std::uint32_t label) {
    between[std::size_t{before} * labels + label] = kForbidden;
  }
  /// Whether no step of a labelled sequence is forbidden.
  bool allows(std::span<const std::uint32_t> sequence) const;
};

constexpr bool is_forbidden(double weight) { return weight <= kForbidden / 2; }

/// `tokens` holds each token's scores of all labels, in order: [token * labels + label]. The best
/// labels (Viterbi); of equals the one with the smaller number at the last difference. Only adds
/// and compares: the same to the bit on every machine.
std::vector<std::uint32_t> best_labels(const ChainWeights& chain, std::span<const double> tokens);
double score_of(const ChainWeights& chain, std::span<const double> tokens,
                std::span<const std::uint32_t> labels);

/// What is expected over all labelled sequences, each as probable as e^score (the
/// forward-backward algorithm, in logarithms).
struct ChainExpectations {
  double log_sum = 0;           ///< of e^score over all labelled sequences
  std::vector<double> label;    ///< probability: [token * labels + label]
  std::vector<double> between;  ///< number of such steps: [before * labels + label]
};
/// Overwrites `out`. Linear in the tokens, quadratic in the labels.
void expect(const ChainWeights& chain, std::span<const double> tokens, ChainExpectations& out);

}  // namespace parallax
