#pragma once
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "parallax/learn/boosted_trees.h"

namespace parallax {

/// A mean of probabilities, by letters.
struct ProbabilityMean {
  double sum = 0;
  double letters = 0;
  void add(double probability, double of) {
    sum += probability * of;
    letters += of;
  }
  void add(const ProbabilityMean& other) {
    sum += other.sum;
    letters += other.letters;
  }
  /// −1 for no letters.
  float value() const { return letters > 0 ? static_cast<float>(sum / letters) : -1.0F; }
};

/// What the first round said of the pieces around a piece of a page, in the page's order.
class AnswersAround {
 public:
  static constexpr std::uint32_t kAround = 11;

  AnswersAround(std::span<const float> first, std::span<const float> letters);

  /// Adds kAround numbers: three pieces before and behind, and means over longer stretches.
  void add_around(std::size_t i, std::vector<float>& row) const;
  /// Which share of the article stands before a piece, or −1.
  float share_before(std::size_t i) const;

 private:
  float mean(std::size_t begin, std::size_t end) const;

  std::span<const float> first_;
  std::vector<ProbabilityMean> before_;
};

/// Says of each piece of a page (block, line) how probable it is that it belongs to the article:
/// trees that see a piece and its surroundings, then trees that see also what the first said of the
/// pieces around it. Learnt by train/train_extraction.h. A view into a model file; immutable; any
/// thread may use it.
class TwoRounds {
 public:
  /// How many numbers a row has.
  struct Widths {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
  };
  /// The rows of the second round, from what the first said.
  using SecondRows = std::function<std::vector<float>(std::span<const float> first)>;

  static Result<TwoRounds> open(std::string_view bytes, const ModelIdentity& identity,
                                const Widths& widths);
  /// One a piece, 0 to 1.
  std::vector<float> first(std::span<const float> rows) const { return first_.probabilities(rows); }
  std::vector<float> second(std::span<const float> second_rows) const {
    return second_.probabilities(second_rows);
  }

 private:
  BoostedTrees first_;
  BoostedTrees second_;
};

}  // namespace parallax
