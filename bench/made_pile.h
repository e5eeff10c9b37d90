#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "parallax/core/article.h"

/// Piles made for measuring. They are the fourteen articles of examples/sarnov (invented), taken
/// apart into paragraphs and told anew: other names, days, numbers and outlets, from nothing but a
/// seed, so that the same call gives the same bytes on every machine. An article has about 700
/// words; half of them are pages in HTML.
namespace parallax::bench {

enum class PileKind : std::uint8_t {
  mixed_stories,  ///< conflicts of some twenty stories each, every story told by 3 to 60 outlets
  near_copies,    ///< one story, told by everybody in nearly the same words: a topic of thousands
};

struct PilePlan {
  PileKind kind = PileKind::mixed_stories;
  std::size_t articles = 100;
  std::uint64_t seed = 1;
};

struct MadeArticle {
  std::string id;
  std::string title;
  std::string body;  ///< paragraphs, each ended by a line feed
  Metadata metadata;
  bool is_page = false;

  std::string text() const { return title + "\n\n" + body; }
  std::string html() const;
  /// As `add` and `map` read it.
  std::string json_line() const;
};

/// Makes the articles one after another, so that a pile of any size needs no memory.
void make_pile(const PilePlan& plan, const std::function<void(const MadeArticle&)>& take);

/// All of a small pile.
std::vector<MadeArticle> made_pile(const PilePlan& plan);

/// The names file that belongs to a pile: states, capitals and rival names of its conflicts.
std::string names_of(const PilePlan& plan);

}  // namespace parallax::bench
