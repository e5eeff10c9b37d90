#pragma once
#include <functional>
#include <string_view>

#include "parallax/core/result.h"
#include "parallax/project/article_reader.h"

/// `parallax syntax`: text or CoNLL-U in, CoNLL-U out (docs/formats.md), a batch at a time, so that
/// an input may have any size. The output depends on the input alone, not on the number of threads.
namespace parallax {

/// Fills what syntax adds to the tokens of an analysis, as `read_syntax` does. Any thread calls it.
using SyntaxStage = std::function<void(std::string_view text, Analysis& analysis)>;

/// The stage of the program's own model. Fails where there is none.
Result<SyntaxStage> load_syntax();

struct SyntaxEnds {
  int input = 0;
  std::size_t jobs = 1;
  std::function<Result<void>(std::string_view)> write;
  std::function<void(std::string_view)> note;  ///< what the user should know, one sentence
  std::function<bool()> stop;
};

/// The sentences, tokens and trees of plain text. Fails when the input cannot be read or the output
/// cannot be written.
Result<void> text_to_conllu(const ArticleReader& reader, const SyntaxStage& syntax,
                            const SyntaxEnds& ends);

/// The trees of sentences that are given. Fails also where the input is no CoNLL-U; what is
/// complete before that is written.
Result<void> conllu_to_conllu(const SyntaxStage& syntax, const SyntaxEnds& ends);

}  // namespace parallax
