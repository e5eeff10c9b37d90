#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>

/// The sizes of the network of syntax. Words become vectors, two layers of memory cells read them
/// from both ends (learn/lstm.h); tags come from both layers, heads and relations from the
/// second.
namespace parallax {

/// UPOS names with `none`: what Upos of core/analysis.h counts.
constexpr std::size_t kUposNames = 18;

struct NetworkShape {
  std::size_t word = 96;    ///< numbers that stand for a word
  std::size_t first = 64;   ///< of each direction of the first layer
  std::size_t second = 64;  ///< and of the second
  std::size_t arc = 64;     ///< of a word as a dependent, and as a head
  std::size_t label = 64;   ///< of a word and its head together, for the relation
  std::size_t upos = kUposNames;
  std::size_t xpos = 0;
  std::size_t feats = 0;
  std::size_t deprel = 0;

  std::size_t tags() const { return upos + xpos + feats; }
  std::size_t heads() const { return 2 * arc + 2 * label; }
  bool operator==(const NetworkShape&) const = default;
};

/// How far a head is from its word, in steps that grow; the root is apart.
constexpr std::size_t kDistances = 24;
constexpr std::uint32_t kRootDistance = 0;

/// Of a word and its head in a sentence, counted from 1.
constexpr std::uint32_t distance_class(std::uint32_t word, std::uint32_t head) {
  if (head == 0) {
    return kRootDistance;
  }
  const std::uint32_t far = word > head ? word - head : head - word;
  const std::uint32_t size = far <= 5    ? far
                             : far <= 7  ? 6
                             : far <= 10 ? 7
                             : far <= 15 ? 8
                             : far <= 25 ? 9
                             : far <= 45 ? 10
                                         : 11;
  return word > head ? size : size + 11;
}

}  // namespace parallax
