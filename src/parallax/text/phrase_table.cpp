#include "parallax/text/phrase_table.h"

#include <algorithm>

#include "parallax/text/fold.h"
#include "parallax/text/tokens.h"

namespace parallax {
namespace {

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

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

std::optional<PhraseTable::Match> PhraseTable::match_rest(const std::vector<Entry>& entries,
                                                          std::span<const Word> words,
                                                          std::size_t first) {
  if (first > 0 && is_inner_hyphen(words, first - 1)) {
    return std::nullopt;
  }
  const auto behind = words.subspan(first + 1);
  const auto fits = [&](const Entry& entry) {
    return entry.rest.size() <= behind.size() &&
           std::equal(
               entry.rest.begin(), entry.rest.end(), behind.begin(),
               [](const std::string& part, const Word& word) { return part == word.text; }) &&
           !is_inner_hyphen(words, first + entry.rest.size() + 1);
  };
  const auto entry = std::ranges::find_if(entries, fits);
  if (entry == entries.end()) {
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

bool is_inner_hyphen(std::span<const Word> words, std::size_t i) {
  constexpr std::string_view kHyphens[] = {"-", "\xE2\x80\x90", "\xE2\x80\x91"};
  if (i == 0 || i + 1 >= words.size() ||
      std::ranges::find(kHyphens, words[i].text) == std::end(kHyphens)) {
    return false;
  }
  const std::string_view before = words[i - 1].text;
  const std::string_view after = words[i + 1].text;
  return before.data() + before.size() == words[i].text.data() &&
         words[i].text.data() + words[i].text.size() == after.data() &&
         is_word_byte(before.back()) && is_word_byte(after.front());
}

}  // namespace parallax
