#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "parallax/core/analysis.h"
#include "parallax/core/result.h"
#include "parallax/learn/model_file.h"
#include "parallax/read/syntax/lemma_edit.h"

namespace parallax {

/// From words to lemmas. One hash table remembers edits (lemma_edit.h) under keys that are asked
/// from the surest to the vaguest: the form with its tags, with its UPOS alone, in lower case with
/// either, in lower case whatever the tags; then, for a word never seen, the longest ending that
/// was, with the letters (capitals or not) that words of its shape get. Of several edits that an
/// ending allows, one that makes a lemma known from other words wins.
///
/// A view into a model file whose sections "lemma.*" it reads; immutable; any thread may use it.
class Lemmas {
 public:
  /// What the table holds under a key: an edit's number, or LemmaCase, each counted from 1.
  struct Slot {
    std::uint32_t check = 0;  ///< the upper half of the key
    std::uint16_t value = 0;  ///< 0: the slot is free
    std::uint16_t unused = 0;
  };
  /// A LemmaEdit whose ending lies in the section "lemma.endings".
  struct StoredEdit {
    std::uint32_t begin = 0;
    std::uint16_t size = 0;
    std::uint16_t cut = 0;
    std::uint8_t letters = 0;
    char dropped = '\0';
    std::uint16_t unused = 0;
  };

  /// Fails with bad_format where the sections are missing or do not fit each other.
  static Result<Lemmas> from(const ModelFile& file);

  /// Overwrites `out`; use one string for many words and nothing is allocated. Any bytes give a
  /// lemma, for want of a better one the form.
  void lemma(std::string_view form, Upos upos, std::string_view xpos, std::string& out) const;

  /// Where the search for a key begins in a table of so many slots.
  static std::size_t first_slot(Feature key, std::size_t slots) {
    return static_cast<std::size_t>(((key & 0xFFFFFFFFU) * slots) >> 32U);
  }

 private:
  std::uint16_t find(Feature key) const;
  LemmaEdit edit(std::uint16_t number) const;
  std::uint16_t by_word(Feature full, Feature half) const;
  /// For a word never seen. `lowered` is the form in lower case, and changed on the way.
  LemmaEdit guess(std::string_view form, LemmaTags tags, std::string& lowered) const;
  std::uint16_t by_ending(std::string_view lowered, LemmaTags tags) const;
  bool makes_known(std::uint16_t number, std::string_view lowered, Upos upos) const;
  LemmaCase letters(std::string_view form, std::string_view lowered, LemmaTags tags) const;

  std::span<const Slot> slots_;
  std::span<const StoredEdit> edits_;
  std::string_view endings_;
};

}  // namespace parallax
