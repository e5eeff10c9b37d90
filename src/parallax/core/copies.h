#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parallax/core/question.h"
#include "parallax/core/span.h"

/// Articles that are, in whole or in part, one text. Copies are never left out: they are named, and
/// counts are given with and without them.
namespace parallax {

/// How two texts with the same words stand to each other, in the order of CopyPair.
enum class CopyKind : std::uint8_t {
  identical,   ///< the same words
  syndicated,  ///< one text, edited here or there
  abridged,    ///< the shorter stands in the longer, and the longer is not known to be later
  extended,    ///< the shorter stands in the longer, and was published before it
  quoting,     ///< a long run of the same words in texts that are otherwise their own: no copy
};
constexpr bool is_copy(CopyKind kind) { return kind != CopyKind::quoting; }

/// A stretch of whole sentences that stands in both texts of a pair.
struct SharedSpan {
  Span first;
  Span second;
  bool altered = false;  ///< not word for word
  bool operator==(const SharedSpan&) const = default;
};

/// How many of a text's words stand in the other one.
struct Containment {
  std::uint32_t shared = 0;
  std::uint32_t words = 0;
  double share() const { return words == 0 ? 0.0 : static_cast<double>(shared) / words; }
  bool operator==(const Containment&) const = default;
};

/// Two texts laid side by side, sentence by sentence.
struct Alignment {
  Containment first;
  Containment second;
  std::vector<SharedSpan> shared;  ///< ascending by `first`
  std::vector<Span> only_first;    ///< sentences that stand in the first text alone, ascending;
                                   ///< none of texts that are no copies
  std::vector<Span> only_second;
  bool operator==(const Alignment&) const = default;
};

/// The same with the second text as the first.
Alignment turned(Alignment alignment);

struct CopyPair {
  std::string first;   ///< Article::id; of the one published first where that is known
  std::string second;  ///< Article::id
  CopyKind kind = CopyKind::syndicated;
  Alignment alignment;
  bool operator==(const CopyPair&) const = default;
};

/// Articles that copies join. Which of them is the original is not known: the earliest of a pile
/// may be a copy of what is not in it.
struct CopyGroup {
  std::string id;                ///< hash of its members' ids
  std::vector<Account> members;  ///< at least two; ascending by date, undated ones last, then path
  std::vector<CopyPair> pairs;   ///< those that were verified; they join all members
  std::optional<Account> earliest;  ///< the one published first; absent where a member has no date,
                                    ///< or several have the same
  bool operator==(const CopyGroup&) const = default;
};

struct Copies {
  std::vector<CopyGroup> groups;     ///< largest first, then by the first member's path
  std::vector<CopyPair> quotations;  ///< pairs of kind `quoting`, by the paths of their articles
  std::size_t articles = 0;          ///< of the project
  std::size_t not_compared = 0;  ///< articles that were added but not yet compared with the rest
  /// How many articles there are if each group counts once.
  std::size_t independent() const;
  bool operator==(const Copies&) const = default;
};

/// What of the copies fits a screen, without what would have to be scrolled through.
struct CopiesOnScreen {
  Copies copies;  ///< each group with the pairs in which its members come nearest
  std::vector<std::size_t> pairs_left_out;  ///< of each group that is shown
  std::size_t groups_left_out = 0;
  std::size_t quotations_left_out = 0;
};
/// At most `most` groups, and as many quotations.
CopiesOnScreen for_screen(Copies copies, std::size_t most);

}  // namespace parallax
