#include "parallax/compare/copies/cover.h"

#include <algorithm>
#include <bit>

#include "parallax/compare/copies/word_hashes.h"

namespace parallax {
namespace {

using Words = std::span<const std::uint64_t>;

bool same_three(Words a, std::size_t i, Words b, std::size_t j) {
  return j + 2 < b.size() && a[i] == b[j] && a[i + 1] == b[j + 1] && a[i + 2] == b[j + 2];
}

/// Where each run of three words of a text stands first: a table that is searched from a run's hash
/// onwards to the next free slot. Half of it stays free.
class Runs {
 public:
  explicit Runs(Words words)
      : words_(words), slots_(std::bit_ceil(2 * words.size() + 2), kNotCovered) {
    for (std::uint32_t i = 0; i + 2 < words.size(); ++i) {
      std::uint32_t& slot = slots_[slot_of(words, i)];
      slot = slot == kNotCovered ? i : slot;
    }
  }
  std::uint32_t first(Words words, std::size_t i) const { return slots_[slot_of(words, i)]; }

 private:
  std::size_t slot_of(Words words, std::size_t i) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = hash_of_three(words[i], words[i + 1], words[i + 2]) & mask;
    while (slots_[slot] != kNotCovered && !same_three(words, i, words_, slots_[slot])) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  Words words_;
  std::vector<std::uint32_t> slots_;
};

/// Accounts of one event share short phrases, in other places. A copy goes on behind a changed
/// word.
constexpr std::uint32_t kShortestChain = 8;
constexpr std::uint32_t kWidestGap = 4;
constexpr std::uint32_t kWidestShift = 2;

bool goes_on(std::uint32_t from, std::uint32_t to, std::uint32_t gap) {
  const std::uint32_t expected = from + gap;
  const std::uint32_t shift = to > expected ? to - expected : expected - to;
  return to > from && shift <= kWidestShift;
}

/// Takes back words that do not belong to a chain: covered words that follow each other in both
/// texts, but for gaps of a few words.
void drop_short_chains(Cover& found) {
  std::size_t begin = 0;
  std::size_t last = 0;
  std::uint32_t covered = 0;
  const auto end_chain = [&] {
    if (covered > 0 && covered < kShortestChain) {
      std::fill(found.begin() + static_cast<std::ptrdiff_t>(begin),
                found.begin() + static_cast<std::ptrdiff_t>(last) + 1, kNotCovered);
    }
    covered = 0;
  };
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i] == kNotCovered) {
      continue;
    }
    const auto gap = static_cast<std::uint32_t>(i - last);
    if (covered > 0 && (gap > kWidestGap + 1 || !goes_on(found[last], found[i], gap))) {
      end_chain();
    }
    begin = covered == 0 ? i : begin;
    last = i;
    ++covered;
  }
  end_chain();
}

}  // namespace

Cover cover(Words text, Words other) {
  Cover found(text.size(), kNotCovered);
  const Runs runs(other);
  std::uint32_t last = kNotCovered;  // where the run at the word before stands
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    const bool follows = last != kNotCovered && same_three(text, i, other, last + 1);
    last = follows ? last + 1 : runs.first(text, i);
    for (std::uint32_t k = 0; last != kNotCovered && k < 3; ++k) {
      std::uint32_t& place = found[i + k];
      place = place == kNotCovered || k == 2 ? last + k : place;
    }
  }
  drop_short_chains(found);
  return found;
}

}  // namespace parallax
