#pragma once
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "parallax/compare/values.h"
#include "parallax/text/data_files.h"
#include "parallax/text/gazetteer.h"
#include "parallax/text/phrase_table.h"

namespace parallax {

/// Where a word of rival_words.tsv stands.
struct RivalWord {
  std::string group;
  std::string position;
  bool operator==(const RivalWord&) const = default;
};

enum class GroupAbout : std::uint8_t { target, place, body, state };

/// One row of rival_groups.tsv.
struct RivalGroup {
  GroupAbout about = GroupAbout::target;
  bool standing = false;  ///< holds at any time: a word for a body, not for an act
  std::string title;      ///< with "{about}"
  std::string counts;     ///< the counted class of people of whom its words are said; may be empty
};

enum class FigureScope : std::uint8_t { whole, until, part, forecast };

/// The subject of a claim about how long an event lasted, before the event's lemma.
inline constexpr std::string_view kDurationOf = "Duration of ";
inline bool is_duration(std::string_view subject) { return subject.starts_with(kDurationOf); }

/// What comparing reads from data/. Immutable.
struct ClaimRules {
  Gazetteer gazetteer;
  WordMap<std::string> known_names;  ///< of the gazetteer's referents, by GazetteerName::key
  std::set<std::string> states;      ///< groups of the gazetteer
  WordMap<std::vector<RivalWord>> rival_words;  ///< by form, lower case, words parted by one space
  WordMap<RivalGroup> groups;
  std::set<std::pair<std::string, std::string>> rival_positions;  ///< "group position", both orders
  WordMap<bool> sites;         ///< common nouns that narrow a place
  WordMap<bool> named_places;  ///< common nouns that stand for a named place
  PhraseTable figure_scopes;   ///< to FigureScope
  PhraseTable role_titles;     ///< to `titles`
  std::vector<std::string> titles;
  PhraseTable location_verbs;
  struct CountedClass {
    bool outcome = false;  ///< compared where place and time agree; a thing needs shared words too
    std::string title;
  };
  WordMap<CountedClass> counted_classes;  ///< those that are compared
  Units units;

  bool are_rivals(const std::string& group, const std::string& a, const std::string& b) const {
    return rival_positions.contains({group + " " + a, group + " " + b});
  }
};

}  // namespace parallax
