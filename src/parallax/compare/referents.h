#pragma once
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
  /// The rules must outlive it.
  Referents(std::span<const Claim> claims, const ClaimRules& rules);

  /// The key that stands for all keys of one referent; `key` itself if nothing is known of it.
  /// Lives as long as both this object and `key`.
  std::string_view of(std::string_view key) const;
  /// The names in use for a referent, in the order of the alphabet: "Orvel / Tarnik". Total.
  std::string label(std::string_view key) const;
  /// Whether an account says that one place lies in another.
  bool lies_in(std::string_view inner, std::string_view outer) const;
  /// The keys of the places that lie in a place by some account.
  const std::set<std::string, std::less<>>& inside(std::string_view outer) const;
  bool is_state(const std::string& key) const { return rules_.states.contains(key); }

 private:
  void unite(const std::string& a, const std::string& b);
  void unite_glosses(std::span<const Claim> claims);
  void unite_shortened(const std::set<std::string>& keys);

  const ClaimRules& rules_;
  WordMap<std::string> parent_;
  WordMap<std::set<std::string>> names_;                ///< by root
  WordMap<std::set<std::string, std::less<>>> inside_;  ///< by root of the outer place: roots
};

/// A name claim that says how something is called, not what it equals or where it lies.
bool is_name_use(const Claim& claim);

}  // namespace parallax
