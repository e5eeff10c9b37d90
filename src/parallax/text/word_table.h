#pragma once
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parallax {

/// Eight bytes at a time, inline: words are short.
inline std::uint32_t hash_of(std::string_view text) {
  constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15U;
  std::uint64_t hash = text.size() * kMix;
  while (!text.empty()) {
    const std::size_t size = std::min<std::size_t>(text.size(), 8);
    std::uint64_t part = 0;
    std::memcpy(&part, text.data(), size);
    hash = (hash ^ part) * kMix;
    hash ^= hash >> 32U;
    text.remove_prefix(size);
  }
  return static_cast<std::uint32_t>(hash);
}

/// A word with its hash, which is reckoned once however many tables are asked. Lives as long as the
/// text.
struct Word {
  std::string_view text;
  std::uint32_t hash = 0;

  Word() = default;
  explicit Word(std::string_view word) : text(word), hash(hash_of(word)) {}
};

/// A dictionary from words to `T`, for asking about each word of a text: most words are strangers
/// to most tables, and one look at a slot turns them away. Immutable after building; any thread may
/// ask it.
template <typename T>
class WordTable {
 public:
  /// The value of a word, which is made if it is not there. Stays valid until the next word is
  /// made.
  T& operator[](std::string_view text) {
    const Word word(text);
    if (T* known = find_in(*this, word)) {
      return *known;
    }
    entries_.emplace_back(text, T{});
    if (entries_.size() * kRoom > slots_.size()) {
      grow();
    } else {
      put({.hash = word.hash, .entry = static_cast<std::uint32_t>(entries_.size())});
    }
    return entries_.back().second;
  }
  /// Null where the word is not known.
  const T* find(const Word& word) const { return find_in(*this, word); }
  const T* find(std::string_view text) const { return find(Word(text)); }
  bool contains(const Word& word) const { return find(word) != nullptr; }
  bool contains(std::string_view text) const { return contains(Word(text)); }

 private:
  static constexpr std::size_t kRoom = 4;  ///< at most every fourth slot is taken
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t entry = 0;  ///< counted from 1; 0: a free slot
  };

  template <typename Table>
  static auto find_in(Table& table, const Word& word) -> decltype(&table.entries_.front().second) {
    const std::size_t mask = table.slots_.size() - 1;
    for (std::size_t at = word.hash & mask;; at = (at + 1) & mask) {
      const Slot slot = table.slots_[at];
      if (slot.entry == 0) {
        return nullptr;
      }
      if (slot.hash == word.hash && table.entries_[slot.entry - 1].first == word.text) {
        return &table.entries_[slot.entry - 1].second;
      }
    }
  }
  void put(Slot slot) {
    std::size_t at = slot.hash & (slots_.size() - 1);
    while (slots_[at].entry != 0) {
      at = (at + 1) & (slots_.size() - 1);
    }
    slots_[at] = slot;
  }
  void grow() {
    slots_.assign(slots_.size() * 4, {});
    for (std::uint32_t i = 0; i < entries_.size(); ++i) {
      put({.hash = hash_of(entries_[i].first), .entry = i + 1});
    }
  }

  std::vector<std::pair<std::string, T>> entries_;
  std::vector<Slot> slots_ = std::vector<Slot>(16);
};

}  // namespace parallax
