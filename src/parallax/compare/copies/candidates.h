#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "parallax/compare/copies/sketch.h"

/// Which articles of a pile may be copies of one another, from their sketches alone. Never all
/// pairs: articles meet in the values that their sketches share, and a value that few articles have
/// says more than one that many have. In a value that very many have an article meets only the
/// first of them and those just before it: what loses no group, for each of its members is led to
/// the same first ones, and no pair that has a rarer value in common.
namespace parallax {

/// How many sketches of a pile hold a value: never too few, seldom too many (two rows of counters
/// by hash; G. Cormode, S. Muthukrishnan, 2005). Some 2 bytes a value. Immutable.
class ValueCounts {
 public:
  explicit ValueCounts(std::span<const Sketch> sketches);
  static constexpr std::uint8_t kMost = 255;
  /// At most `kMost`; 0 only where no sketch holds it.
  std::uint8_t of(std::size_t cell, std::uint32_t value) const;

 private:
  std::pair<std::size_t, std::size_t> places_of(std::size_t cell, std::uint32_t value) const;
  std::vector<std::uint8_t> first_;
  std::vector<std::uint8_t> second_;
};

/// Articles are numbers of a list of sketches. Refers to the sketches and the counts. One thread at
/// a time.
class CandidateFinder {
 public:
  /// `wanted`: the articles that `of` will be asked for, ascending.
  CandidateFinder(std::span<const Sketch> sketches, const ValueCounts& counts,
                  std::span<const std::uint32_t> wanted);

  /// The articles nearest to a wanted one, best first, at most eight; of the wanted ones only those
  /// with smaller numbers, so that no pair comes twice.
  std::vector<std::uint32_t> of(std::uint32_t article);

 private:
  void meet(std::uint32_t article, std::size_t cell, std::uint32_t value);
  std::vector<std::uint32_t> best_of_met(std::uint32_t article);

  std::span<const Sketch> sketches_;
  const ValueCounts& counts_;
  std::vector<bool> wanted_;
  std::vector<std::uint64_t> entries_;  ///< cell, value and article in one number, ascending
  std::vector<std::size_t> starts_;     ///< of `entries_`, by the first bits
  std::vector<std::uint32_t> met_;
  std::vector<float> weights_;          ///< by article; of those in `met_`
  std::vector<std::uint8_t> meetings_;  ///< by article
};

}  // namespace parallax
