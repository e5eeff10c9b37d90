#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "parallax/core/analysis.h"

/// What was read in all articles of a project, item by item, with what a reader needs to see it
/// without its article.
namespace parallax {

/// Where an item stands, and whose word it is.
struct Listed {
  std::string article;  ///< Article::id
  std::string path;
  std::string outlet;  ///< as shown, never empty
  std::string side;    ///< as shown, never empty
  Span span;           ///< of the item in the article's text
  SourceRange source;  ///< the same in the file as it was given
  std::string words;   ///< of the item
  std::string sentence;
  std::uint32_t sentence_begin = 0;    ///< where `sentence` begins in the article's text
  std::optional<std::string> speaker;  ///< absent: the author
  bool operator==(const Listed&) const = default;
};

struct ListedEvent {
  Listed listed;
  std::string predicate;  ///< lemma
  std::string event_class;
  std::optional<std::string> actor, target, place;  ///< names
  Interval when;                                    ///< the event's own, not the article's
  Polarity polarity = Polarity::positive;
  Modality modality = Modality::asserted;
  bool operator==(const ListedEvent&) const = default;
};

struct Timeline {
  std::vector<ListedEvent> dated;    ///< ascending by first and last day, then path and place
  std::vector<ListedEvent> undated;  ///< ascending by path and place
  bool operator==(const Timeline&) const = default;
};

struct ListedFigure {
  Listed listed;
  std::optional<double> low, high;  ///< in the unit as written; an open bound is absent
  bool approximate = false;
  std::string unit;                      ///< empty when things or people are counted
  std::string counted;                   ///< the counted class, else the head noun; may be empty
  std::optional<std::string> of, scope;  ///< words
  bool operator==(const ListedFigure&) const = default;
};

}  // namespace parallax
