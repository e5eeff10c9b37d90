#pragma once
#include <map>
#include <set>
#include <span>
#include <string>

#include "parallax/compare/referents.h"
#include "parallax/compare/share_of_voice.h"

namespace parallax {

/// Which named speakers of different articles are one. Cautious: words in the wrong mouth are worse
/// than one speaker in two rows. Beyond what Referents knows, a person's last name alone joins the
/// only fuller name in the pile that ends in it ("Lohm", "Petra Lohm"), and two full names are one
/// where their last names may be one spelt twice and all before is the same ("Aren Tolyan", "Aren
/// Tolian"). Immutable.
class SpeakerGroups {
 public:
  SpeakerGroups(std::span<const ArticleVoices> voices, const Referents& referents);

  /// The key that stands for all keys of one speaker.
  std::string of(const KeyedWords& words) const;

 private:
  void unite_last_names(const std::set<std::string>& names);
  void unite_spellings(const std::set<std::string>& names);
  std::string top(std::string key) const;
  void unite(const std::string& a, const std::string& b);

  const Referents& referents_;
  std::map<std::string, std::string> parent_;
};

}  // namespace parallax
