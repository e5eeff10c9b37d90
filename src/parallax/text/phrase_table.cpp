#include "parallax/text/phrase_table.h"

#include <algorithm>

#include "parallax/text/fold.h"
#include "parallax/text/tokens.h"

namespace parallax {

void PhraseTable::add(std::string_view phrase, std::uint32_t value, const TokenRules& rules) {
  const std::string followed = std::string(phrase) + " x";
  const std::string lower = ascii_lower(followed);
  std::vector<Token> parts;
  append_tokens(followed, {0, static_cast<std::uint32_t>(phrase.size())}, rules, parts);
  if (parts.empty()) {
    return;
  }
  add_words(lower, parts, value);
  if (phrase.ends_with('.')) {  // an abbreviation keeps it before other words only
    parts.clear();
    append_tokens(followed, {0, static_cast<std::uint32_t>(followed.size())}, rules, parts);
    parts.pop_back();
    add_words(lower, parts, value);
  }
}

void PhraseTable::add_words(std::string_view lower, std::span<const Token> parts,
                            std::uint32_t value) {
  Entry entry{.rest = {}, .value = value};
  for (std::size_t i = 1; i < parts.size(); ++i) {
    entry.rest.emplace_back(words(lower, parts[i].span));
  }
  const std::string_view first = words(lower, parts.front().span);
  auto& entries = by_first_word_[first];
  std::erase_if(entries, [&entry](const Entry& other) { return other.rest == entry.rest; });
  const auto longer = [](const Entry& a, const Entry& b) { return a.rest.size() > b.rest.size(); };
  entries.insert(std::upper_bound(entries.begin(), entries.end(), entry, longer), std::move(entry));
}

std::optional<PhraseTable::Match> PhraseTable::match(std::span<const Word> words,
                                                     std::size_t first) const {
  const auto* entries = by_first_word_.find(words[first]);
  if (entries == nullptr) {
    return std::nullopt;
  }
  const auto behind = words.subspan(first + 1);
  const auto fits = [behind](const Entry& entry) {
    return entry.rest.size() <= behind.size() &&
           std::equal(entry.rest.begin(), entry.rest.end(), behind.begin(),
                      [](const std::string& part, const Word& word) { return part == word.text; });
  };
  const auto entry = std::ranges::find_if(*entries, fits);
  if (entry == entries->end()) {
    return std::nullopt;
  }
  return Match{.value = entry->value, .tokens = static_cast<std::uint32_t>(entry->rest.size() + 1)};
}

std::vector<Word> words_of(std::string_view lower, std::span<const Token> tokens) {
  std::vector<Word> found;
  found.reserve(tokens.size());
  for (const Token& token : tokens) {
    found.emplace_back(words(lower, token.span));
  }
  return found;
}

}  // namespace parallax
