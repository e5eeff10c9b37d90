#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "parallax/core/analysis.h"
#include "parallax/text/fold.h"
#include "parallax/text/phrase_table.h"

namespace parallax {

/// What a stage of reading sees: the article, its text in lower case, and what the earlier stages
/// found. A stage is a pure function `find_x(const Reading&, const XLexicon&)`: any bytes give a
/// valid, perhaps empty, result; any thread may call it.
struct Reading {
  const Article& article;
  std::string lower;  ///< the text in ASCII lower case; byte offsets are those of the text
  Analysis analysis;  ///< what is read so far
  std::vector<std::uint32_t>
      sentence_tokens;  ///< index of each sentence's first token; one more entry at the end
  std::vector<Word> words = {};  ///< of each token, in `lower`: a reading stays where it is made

  /// Of an article of which nothing is read yet.
  static Reading of(const Article& article) {
    return {.article = article,
            .lower = ascii_lower(article.text),
            .analysis = {},
            .sentence_tokens = {}};
  }

  std::string_view text(Span span) const { return parallax::words(article.text, span); }
  std::string_view lower_text(Span span) const { return parallax::words(lower, span); }
  std::string_view token(std::size_t i) const { return text(analysis.tokens[i].span); }
  std::string_view lower_token(std::size_t i) const { return words[i].text; }
  std::size_t first_token(std::size_t sentence) const { return sentence_tokens[sentence]; }
  std::size_t end_token(std::size_t sentence) const { return sentence_tokens[sentence + 1]; }
  /// Whether the token is a hyphen that joins the tokens around it: "long-term" is three tokens.
  bool is_inner_hyphen(std::size_t i) const { return parallax::is_inner_hyphen(words, i); }
  /// Titles, headings, captions and lists are read too, but carry no running text.
  bool is_running_text(std::size_t sentence) const {
    const Role role = analysis.sentences[sentence].role;
    return role == Role::body || role == Role::quote || role == Role::list;
  }
};

}  // namespace parallax
