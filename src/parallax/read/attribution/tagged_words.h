#pragma once
#include <cstdint>
#include <vector>

#include "parallax/read/attribution/attribute.h"

/// An article's words as the taggers see them (tag_attributions.h): what the rules' words
/// (article_words.h) and syntax know of each, in numbers that features are made of.
namespace parallax {

/// Of "no token".
inline constexpr std::uint32_t kNoWord = UINT32_MAX;

/// Relations of UD that the taggers ask for by number.
enum class Relation : std::uint8_t {
  other,
  nsubj,
  nsubj_pass,
  csubj,
  ccomp,
  xcomp,
  obj,
  obl,
  advcl,
  parataxis,
  acl,
  acl_relcl,
  aux,
  aux_pass,
  mark,
  cop,
  appos,
  conj,
  nmod,
  case_,
  advmod,
  iobj,
  expl,
  punct,
};

/// What the rules take a token for: a part of an attribution that stands in no other's content.
enum class RuleRole : std::uint8_t { none, cue, source, content };

/// What the taggers of cues and roles know of a token: hashes of strings (0: none), and where it
/// stands. Indices are of the article's tokens.
struct TaggedWord {
  std::uint32_t form = 0;  ///< in lower case; all quotation marks alike, numbers by their length
  std::uint32_t lemma = 0;
  std::uint32_t ending = 0;  ///< the last three bytes of the form
  std::uint32_t xpos = 0;
  std::uint32_t deprel = 0;
  std::uint32_t head = kNoWord;  ///< none: the root of its sentence
  std::uint32_t sentence = 0;
  std::int32_t quote = -1;  ///< the outermost quotation that it stands in, or -1
  Upos upos = Upos::none;
  Relation relation = Relation::other;
  AttributionLexicon::WordKinds kinds;
  std::uint8_t reports = 0;  ///< 1 + stance of the reporting verb or cue phrase here; 0: none
  std::uint16_t takes = 0;   ///< of that verb
  bool capital = false;
  RuleRole rule = RuleRole::none;
  bool rule_begins = false;      ///< the first token of that part
  std::int32_t rule_owner = -1;  ///< the attribution of the rules that it is a part of, or -1

  /// Role and beginning in one number, below 8.
  std::uint64_t rule_part() const {
    return 2 * static_cast<std::uint64_t>(rule) + (rule_begins ? 1 : 0);
  }

  /// The lexicographer class that fits the tag.
  std::uint8_t kind() const {
    const bool verb = upos == Upos::verb || upos == Upos::aux;
    return verb ? kinds.verb : upos == Upos::noun ? kinds.noun : std::uint8_t{0};
  }
};

/// What hangs on a word.
struct Dependants {
  std::uint32_t relations = 0;  ///< those of its dependants, as bits by `Relation`
  std::uint32_t subject = kNoWord;
  std::uint32_t complement = kNoWord;
  std::uint32_t first = 0;  ///< of the words below it and itself
  std::uint32_t last = 0;
};

/// Of one article; refers to nothing.
struct TaggedWords {
  std::vector<TaggedWord> words;
  std::vector<Dependants> below;  ///< of each word
  std::vector<Range> quotes;      ///< the outermost quotations, ascending
  std::vector<Range> sentences;
  std::vector<Range> paragraphs;
  std::vector<std::uint32_t> paragraph_of;  ///< of each sentence
};

/// Needs syntax. `rules` is what the rules found.
TaggedWords tagged_words(const ArticleWords& article, const Findings& rules);

}  // namespace parallax
