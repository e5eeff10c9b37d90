#pragma once
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parallax/compare/claim_rules.h"
#include "parallax/core/question.h"

namespace parallax {

/// Who is who across articles: keys that the gazetteer, or a gloss anywhere in the pile, gives one
/// referent are one. Immutable.
class Referents {
 public:
  Referents(std::span<const Claim> claims, const ClaimRules& rules);

  /// The key that stands for all keys of one referent; `key` itself if nothing is known of it.
  std::string of(const std::string& key) const;
  /// The names in use for a referent, in the order of the alphabet: "Orvel / Tarnik". Total.
  std::string label(const std::string& key) const;
  /// Whether an account says that one place lies in another.
  bool lies_in(const std::string& inner, const std::string& outer) const;
  bool is_state(const std::string& key) const { return states_.contains(key); }

 private:
  std::string root(std::string key) const;
  void unite(const std::string& a, const std::string& b);
  void unite_glosses(std::span<const Claim> claims);
  void unite_shortened(const std::set<std::string>& keys);

  std::map<std::string, std::string> parent_;
  std::map<std::string, std::set<std::string>> names_;  ///< by root
  std::set<std::pair<std::string, std::string>> inside_;
  std::set<std::string> states_;
  std::map<std::string, std::string> gazetteer_names_;
};

/// A name claim that says how something is called, not what it equals or where it lies.
bool is_name_use(const Claim& claim);

}  // namespace parallax
