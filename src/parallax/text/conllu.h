#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "parallax/core/analysis.h"
#include "parallax/core/result.h"

/// CoNLL-U (universaldependencies.org/format.html): what syntax is trained on, measured on, and
/// written as.
namespace parallax {

/// One syntactic word. Empty where the file has "_" (a form or lemma may be "_" itself).
struct ConlluWord {
  std::string form;
  std::string lemma;
  Upos upos = Upos::none;
  std::string xpos;
  std::string feats;
  std::uint32_t head = 0;
  std::string deprel;
  bool space_after = true;
  bool joined = false;  ///< one written word with the word before it
};

struct ConlluSentence {
  std::vector<std::string> comments;  ///< without "# ": "text = The mill fell."
  std::vector<ConlluWord> words;

  /// What stands behind "key = "; empty if there is no such comment.
  std::string_view comment(std::string_view key) const;
  bool has_comment(std::string_view key) const;  ///< also without a value: "newpar"
};

/// Reads whole files. Empty nodes ("8.1") are passed over. Fails with bad_format, naming the line,
/// where a line has no ten columns, a number is none, or a head lies outside of its sentence.
Result<std::vector<ConlluSentence>> parse_conllu(std::string_view text);

}  // namespace parallax
