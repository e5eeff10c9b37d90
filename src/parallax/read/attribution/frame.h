#pragma once
#include <string_view>
#include <vector>

#include "parallax/read/attribution/article_words.h"

namespace parallax {

/// A word, a mark, or a whole quotation inside a frame.
struct Item {
  Range tokens;
  WordClass word = WordClass::word;
  std::int32_t quote = -1;
};

/// A row of items: a paragraph, or the inside of a quotation, with the quotations in it each as one
/// item.
class Frame {
 public:
  explicit Frame(const ArticleWords& article_words) : words(article_words) {}

  const ArticleWords& words;
  std::vector<Item> items;
  std::vector<std::uint32_t> starts;  ///< the first item of each sentence, and the end
  bool headline = false;

  WordClass at(std::uint32_t item) const { return items[item].word; }
  /// The class of an item inside `within`, or `mark` outside it.
  WordClass at(std::uint32_t item, Range within) const {
    return item >= within.begin && item < within.end ? items[item].word : WordClass::mark;
  }
  std::string_view lower(std::uint32_t item) const;
  /// Whether a word has one of these roles (bits of `Takes` and `WordRole`).
  bool has_role(std::uint32_t item, std::uint16_t roles) const;
  bool looks_past(std::uint32_t item) const { return has_ending(item, words.lexicon.past_endings); }
  bool looks_participle(std::uint32_t item) const {
    return has_ending(item, words.lexicon.participle_endings);
  }
  bool looks_plural(std::uint32_t item) const;
  Span span(Range range) const;
  /// The reporting verb that begins at an item, whole inside `within`, and the item behind it.
  const AttributionLexicon::Verb* verb(std::uint32_t item, Range within,
                                       std::uint32_t* end = nullptr) const;
  /// The cue phrase that begins at an item, whole inside `within`, and the item behind it.
  const AttributionLexicon::CuePhrase* phrase(std::uint32_t item, Range within,
                                              std::uint32_t* end = nullptr) const;

 private:
  bool has_ending(std::uint32_t item, const std::vector<std::string>& endings) const;
  const PhraseAt* phrase_at(const std::vector<PhraseAt>& phrases, std::uint32_t item,
                            Range within) const;
};

/// Fills `frame` with the tokens in `tokens` whose innermost quotation is `parent`. Linear in the
/// items, not in the tokens.
void lay_out(Frame& frame, Range tokens, std::int32_t parent);

/// Whether an item is a quotation that looks like speech and not like a word held with tongs.
bool is_speech(const Frame& frame, std::uint32_t item);

/// Whether an item is a reporting verb that is no common other word, as a clause of its own has it:
/// "said", "says". Such a word ends a noun phrase ("the paper reports | officials said").
bool is_report(const Frame& frame, Range within, std::uint32_t item);

/// Whether an item is a quotation with a comma before its closing mark: “…,”
bool ends_in_comma(const Frame& frame, std::uint32_t item);

}  // namespace parallax
