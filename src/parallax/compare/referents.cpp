#include "parallax/compare/referents.h"

#include <algorithm>
#include <map>

#include "parallax/text/fold.h"

namespace parallax {

bool is_name_use(const Claim& claim) {
  return claim.type == QuestionType::name && claim.topic.patient.empty() &&
         claim.topic.place.empty();
}

Referents::Referents(std::span<const Claim> claims, const ClaimRules& rules) : rules_(rules) {
  std::set<std::string> keys;
  for (const Claim& claim : claims) {
    if (is_name_use(claim)) {
      keys.insert(claim.topic.subject);
    } else if (claim.type == QuestionType::characterisation) {
      keys.insert(claim.topic.patient);
    }
  }
  unite_glosses(claims);
  unite_shortened(keys);
  for (const Claim& claim : claims) {
    if (is_name_use(claim)) {
      names_[std::string(of(claim.topic.subject))].insert(claim.answer);
    } else if (claim.type == QuestionType::name && !claim.topic.place.empty()) {
      inside_[std::string(of(claim.topic.place))].emplace(of(claim.topic.subject));
    }
  }
}

/// A gloss also speaks for names that are spelt nearly as the two that it gives.
void Referents::unite_glosses(std::span<const Claim> claims) {
  for (const Claim& claim : claims) {
    if (claim.type == QuestionType::name && !claim.topic.patient.empty()) {
      const bool states = is_state(claim.topic.subject) && is_state(claim.topic.patient);
      if (!states) {
        unite(claim.topic.subject, claim.topic.patient);
      }
    }
  }
}

/// "Upper Tarn Home Guard" and "Home Guard": a shorter name of at least two words that ends a
/// longer one, if only one does.
void Referents::unite_shortened(const std::set<std::string>& keys) {
  std::map<std::string, std::vector<std::string>> longer;
  for (const std::string& key : keys) {
    for (std::size_t space = key.find(' '); space != std::string::npos;
         space = key.find(' ', space + 1)) {
      const std::string tail = key.substr(space + 1);
      if (tail.find(' ') != std::string::npos && keys.contains(tail)) {
        longer[tail].push_back(key);
      }
    }
  }
  for (const auto& [tail, names] : longer) {
    if (names.size() == 1) {
      unite(tail, names.front());
    }
  }
}

std::string_view Referents::of(std::string_view key) const {
  for (auto at = parent_.find(key); at != parent_.end() && at->second != key;
       at = parent_.find(key)) {
    key = at->second;
  }
  return key;
}

void Referents::unite(const std::string& a, const std::string& b) {
  const std::string first(of(a));
  const std::string second(of(b));
  if (first != second) {
    parent_[std::max(first, second)] = std::min(first, second);
  }
}

std::string Referents::label(std::string_view key) const {
  const std::string_view top = of(key);
  const auto names = names_.find(top);
  if (names == names_.end()) {
    const auto known = rules_.known_names.find(top);
    return known != rules_.known_names.end() ? known->second : std::string(top);
  }
  std::string label;
  for (const std::string& name : names->second) {
    label += (label.empty() ? "" : " / ") + name;
  }
  return label;
}

bool Referents::lies_in(std::string_view inner, std::string_view outer) const {
  return inside(outer).contains(of(inner));
}

const std::set<std::string, std::less<>>& Referents::inside(std::string_view outer) const {
  static const std::set<std::string, std::less<>> kNone;
  const auto at = inside_.find(of(outer));
  return at == inside_.end() ? kNone : at->second;
}

}  // namespace parallax
