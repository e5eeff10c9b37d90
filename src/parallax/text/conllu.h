#pragma once
#include <span>
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
  std::string misc;
  bool space_after = true;
  bool joined = false;  ///< one written word with the word before it
};

/// The line of a written word that is several syntactic words: "2-3 can't".
struct ConlluRange {
  std::uint32_t first = 0;  ///< counted from 1 in the sentence
  std::uint32_t last = 0;
  std::string form;
  std::string misc;
};

struct ConlluSentence {
  std::vector<std::string> comments;  ///< without "# ": "text = The mill fell."
  std::vector<ConlluWord> words;      ///< never empty
  std::vector<ConlluRange> ranges;    ///< ascending, inside the sentence, never overlapping

  /// What stands behind "key = "; empty if there is no such comment.
  std::string_view comment(std::string_view key) const;
  bool has_comment(std::string_view key) const;  ///< also without a value: "newpar"
};

/// Reads line by line, so that a file of any size can be read a few sentences at a time. Empty
/// nodes ("8.1") and the column of enhanced dependencies are passed over. After a failure only
/// `take` may be called.
class ConlluParser {
 public:
  /// A sentence of more bytes is refused: most likely the blank lines are missing.
  static constexpr std::size_t kMostSentenceBytes = std::size_t{16} << 20;

  /// The next line, without its line feed. Fails with bad_format, naming the line, where it is not
  /// UTF-8, has no ten columns, is numbered wrongly, or a head or a range leaves its sentence.
  Result<void> add(std::string_view line);
  /// The end of the input, which ends a sentence too.
  Result<void> finish();

  std::size_t complete() const { return sentences_.size(); }
  /// The sentences that are complete and were not taken before.
  std::vector<ConlluSentence> take();

 private:
  const char* add_checked(std::string_view line);
  const char* add_range(std::string_view number, std::string_view form, std::string_view misc);
  const char* add_word(std::span<const std::string_view> columns);
  const char* close();
  Result<void> result(const char* wrong) const;

  ConlluSentence sentence_;
  std::size_t sentence_bytes_ = 0;
  std::vector<ConlluSentence> sentences_;
  std::size_t line_ = 0;
  std::size_t last_word_line_ = 0;
};

/// Reads a whole file. Fails as `ConlluParser::add` does.
Result<std::vector<ConlluSentence>> parse_conllu(std::string_view text);

/// Sentences as an article's text, and an analysis with their sentences and tokens alone: what
/// syntax reads when tokens are given. Words stand as the file spaces them, a sentence a line, with
/// a blank line before each "# newpar" and "# newdoc".
struct ConlluText {
  std::string text;
  Analysis analysis;
};
ConlluText text_of(std::span<const ConlluSentence> sentences);

}  // namespace parallax
