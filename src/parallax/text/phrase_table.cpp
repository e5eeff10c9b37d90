#include "parallax/text/phrase_table.h"

#include <algorithm>

#include "parallax/text/fold.h"
#include "parallax/text/sentences.h"

namespace parallax {

void PhraseTable::add(std::string_view phrase, std::uint32_t value) {
  const std::string lower = ascii_lower(phrase);
  std::vector<Token> parts;
  append_tokens(lower, {0, static_cast<std::uint32_t>(lower.size())}, parts);
  if (parts.empty()) {
    return;
  }
  Entry entry{.rest = {}, .value = value};
  for (std::size_t i = 1; i < parts.size(); ++i) {
    entry.rest.emplace_back(words(lower, parts[i].span));
  }
  const std::string_view first = words(lower, parts.front().span);
  const std::size_t bit = bit_of(first);
  seen_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  auto& entries = by_first_word_[std::string(first)];
  std::erase_if(entries, [&entry](const Entry& other) { return other.rest == entry.rest; });
  const auto longer = [](const Entry& a, const Entry& b) { return a.rest.size() > b.rest.size(); };
  entries.insert(std::upper_bound(entries.begin(), entries.end(), entry, longer), std::move(entry));
}

std::optional<PhraseTable::Match> PhraseTable::match(std::string_view lower,
                                                     std::span<const Token> tokens,
                                                     std::size_t first) const {
  const std::string_view word = words(lower, tokens[first].span);
  if (!may_begin_with(word)) {
    return std::nullopt;
  }
  const auto entries = by_first_word_.find(word);
  if (entries == by_first_word_.end()) {
    return std::nullopt;
  }
  const auto fits = [&](const Entry& entry) {
    if (first + entry.rest.size() >= tokens.size()) {
      return false;
    }
    for (std::size_t i = 0; i < entry.rest.size(); ++i) {
      if (words(lower, tokens[first + 1 + i].span) != entry.rest[i]) {
        return false;
      }
    }
    return true;
  };
  const auto entry = std::find_if(entries->second.begin(), entries->second.end(), fits);
  if (entry == entries->second.end()) {
    return std::nullopt;
  }
  return Match{.value = entry->value, .tokens = static_cast<std::uint32_t>(entry->rest.size() + 1)};
}

}  // namespace parallax
