#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parallax/text/data_files.h"
#include "parallax/text/fold.h"
#include "parallax/text/phrase_table.h"

namespace parallax {

/// One spelling in the gazetteer. `names/states.tsv`, `names/rival_names.tsv` and the pile's own
/// `names/pile.tsv` have one form.
struct GazetteerName {
  std::string kind;           ///< state people capital organisation place rival
  std::string group;          ///< the referent's key
  std::string name;           ///< the name that this spelling stands for
  std::string folded;         ///< this spelling, folded
  bool all_capitals = false;  ///< written in capitals only: "US" is none in "us"

  /// What claims call the referent: the group, with the kind before it where a group has several
  /// referents.
  std::string key() const;
};

/// Names that are known before an article is read. Later files take over from earlier ones.
/// Immutable.
class Gazetteer {
 public:
  static Gazetteer load(const DataFiles& data, const TokenRules& rules);

  const std::vector<GazetteerName>& names() const { return names_; }
  const PhraseTable& phrases() const { return phrases_; }  ///< into `names()`
  /// The name whose spelling folds to `folded`, as an index into `names()`. Acronyms are left out.
  std::optional<std::uint32_t> find(std::string_view folded) const;
  /// The rival name, place or capital that is spelt nearly as `folded`; for names that `find` does
  /// not know.
  std::optional<std::uint32_t> find_alike(std::string_view folded) const;

 private:
  void add_file(std::string_view tsv, bool from_pile, const TokenRules& rules);
  std::string pile_group(const GazetteerName& name) const;
  void add(GazetteerName name, std::string_view spelling, const TokenRules& rules);
  static std::size_t sound_of(std::string_view folded) {
    return static_cast<unsigned char>(first_sound(folded));
  }

  std::vector<GazetteerName> names_;
  PhraseTable phrases_;
  WordMap<std::uint32_t> by_folded_;
  struct Sounding {
    LetterSets sets;
    std::uint32_t name = 0;  ///< index into `names_`
  };
  std::array<std::vector<Sounding>, 256> by_first_sound_;  ///< by the byte of `first_sound`
};

}  // namespace parallax
