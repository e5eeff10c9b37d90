#include "parallax/compare/speaker_groups.h"

#include <algorithm>
#include <vector>

#include "parallax/text/fold.h"

namespace parallax {
namespace {

std::string_view last_name(std::string_view folded) {
  return folded.substr(folded.rfind(' ') + 1);  // npos + 1 is 0
}

bool is_full(std::string_view folded) { return folded.find(' ') != std::string_view::npos; }

}  // namespace

SpeakerGroups::SpeakerGroups(std::span<const ArticleVoices> voices, const Referents& referents)
    : referents_(referents) {
  std::set<std::string> names;
  for (const ArticleVoices& article : voices) {
    for (const KeyedWords& words : article.spoken) {
      if (words.person && !words.key.empty()) {
        names.insert(words.key);
      }
    }
  }
  unite_spellings(names);
  unite_last_names(names);
}

std::string SpeakerGroups::of(const KeyedWords& words) const {
  return words.named ? "named " + top(words.key) : "as written " + words.key;
}

void SpeakerGroups::unite_spellings(const std::set<std::string>& names) {
  std::map<std::string, std::vector<std::string>> by_first_names;
  for (const std::string& name : names) {
    if (is_full(name)) {
      by_first_names[name.substr(0, name.rfind(' '))].push_back(name);
    }
  }
  for (const auto& [first, alike] : by_first_names) {
    for (std::size_t i = 0; i < alike.size(); ++i) {
      for (std::size_t j = i + 1; j < alike.size(); ++j) {
        if (spelled_alike(last_name(alike[i]), last_name(alike[j]))) {
          unite(alike[i], alike[j]);
        }
      }
    }
  }
}

void SpeakerGroups::unite_last_names(const std::set<std::string>& names) {
  std::map<std::string, std::set<std::string>> fuller;  // by last name: who bears it
  for (const std::string& name : names) {
    if (is_full(name)) {
      fuller[std::string(last_name(name))].insert(top(name));
    }
  }
  for (const std::string& name : names) {
    const auto at = fuller.find(name);
    if (at != fuller.end() && at->second.size() == 1) {
      unite(name, *at->second.begin());
    }
  }
}

std::string SpeakerGroups::top(std::string key) const {
  key = referents_.of(key);
  for (auto at = parent_.find(key); at != parent_.end(); at = parent_.find(key)) {
    key = at->second;
  }
  return key;
}

void SpeakerGroups::unite(const std::string& a, const std::string& b) {
  const std::string first = top(a);
  const std::string second = top(b);
  if (first != second) {
    parent_[std::max(first, second)] = std::min(first, second);
  }
}

}  // namespace parallax
