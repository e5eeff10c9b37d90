#include "parallax/present/tree_text.h"

#include <algorithm>
#include <span>
#include <unordered_map>

#include "parallax/core/names_of_values.h"
#include "parallax/present/text_fields.h"

namespace parallax {
namespace {

class TreeText : TextFields {
 public:
  TreeText(std::string_view text, const Analysis& analysis) : text_(text), analysis_(analysis) {}

  void write(const Sentence& sentence, std::span<const Token> tokens) {
    line("sentence");
    quoted(words(text_, sentence.span));
    end_line();
    count_forms(tokens);
    for (const Token& token : tokens) {
      quoted(words(text_, token.span));
      field("lemma", analysis_.string(token.lemma));
      field("upos", to_string(token.upos));
      head_field(token, tokens);
      field("deprel", analysis_.string(token.deprel));
      end_line();
    }
  }

  using TextFields::take;

 private:
  void count_forms(std::span<const Token> tokens) {
    counts_.clear();
    for (const Token& token : tokens) {
      ++counts_[words(text_, token.span)];
    }
  }

  /// A head whose words stand in the sentence more than once is told apart by its number.
  void head_field(const Token& token, std::span<const Token> tokens) {
    const std::uint32_t head = token.deprel == 0 ? 0 : token.head;
    if (head == 0 || head > tokens.size()) {
      return;
    }
    const std::string_view form = words(text_, tokens[head - 1].span);
    quoted_field("head", form);
    out_ += counts_[form] > 1 ? " #" + std::to_string(head) : "";
  }

  std::string_view text_;
  const Analysis& analysis_;
  std::unordered_map<std::string_view, std::size_t> counts_;
};

}  // namespace

std::string trees_as_text(std::string_view text, const Analysis& analysis) {
  TreeText trees(text, analysis);
  std::span<const Token> rest = analysis.tokens;
  for (const Sentence& sentence : analysis.sentences) {
    const auto end = std::ranges::find_if(
        rest, [&](const Token& token) { return token.span.begin >= sentence.span.end; });
    const auto count = static_cast<std::size_t>(end - rest.begin());
    trees.write(sentence, rest.first(count));
    rest = rest.subspan(count);
  }
  return trees.take();
}

}  // namespace parallax
