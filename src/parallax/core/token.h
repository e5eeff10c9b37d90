#pragma once
#include <cstdint>

#include "parallax/core/span.h"

namespace parallax {

enum class TokenKind : std::uint8_t { word, number, punctuation };

/// The universal parts of speech of UD 2; `none` where no syntax was read.
enum class Upos : std::uint8_t {
  none,
  adj,
  adp,
  adv,
  aux,
  cconj,
  det,
  intj,
  noun,
  num,
  part,
  pron,
  propn,
  punct,
  sconj,
  sym,
  verb,
  x
};

/// A string of `Analysis::strings`, which keeps each once; number 0 is the empty one. Tags are
/// interned before lemmas, so that 16 bits hold their numbers.
using TagId = std::uint16_t;
using LemmaId = std::uint32_t;

/// A syntactic word after the conventions of UD English: "don't" is two. Tokens ascend, never
/// overlap, and never cross a sentence. What syntax adds is empty where no model was there.
struct Token {
  Span span;
  TokenKind kind = TokenKind::word;
  Upos upos = Upos::none;
  TagId xpos = 0;
  TagId feats = 0;   ///< as in CoNLL-U: "Number=Sing|Person=3"; empty: none
  TagId deprel = 0;  ///< "nsubj:pass"
  LemmaId lemma = 0;
  std::uint32_t head : 31 = 0;  ///< counted from 1 in the sentence, 0 = root, as in CoNLL-U
  bool joined : 1 = false;  ///< one written word with the token before it, as the "n't" of "don't"
  bool operator==(const Token&) const = default;
};
static_assert(sizeof(Token) == 24);

}  // namespace parallax
