#include "parallax/present/conllu.h"

#include "parallax/core/names_of_values.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

/// What would end a line or a column for one who reads them.
bool is_break(char32_t c) {
  return (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

void append_unbroken(std::string& out, std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint point = code_point_at(words, at);
    out += is_break(point.value) ? std::string_view(" ") : words.substr(at, point.size);
    at += point.size;
  }
}

void append_column(std::string& out, std::string_view value) {
  out += '\t';
  if (value.empty()) {
    out += '_';
  } else {
    append_unbroken(out, value);
  }
}

void append_range(std::string& out, std::size_t first, std::size_t last, std::string_view form,
                  std::string_view misc) {
  out += std::to_string(first) + '-' + std::to_string(last);
  append_column(out, form);
  out += "\t_\t_\t_\t_\t_\t_\t_";
  append_column(out, misc);
  out += '\n';
}

void append_word(std::string& out, std::size_t number, std::string_view form, const Token& token,
                 const Analysis& analysis, std::string_view misc) {
  out += std::to_string(number);
  append_column(out, form);
  append_column(out, analysis.string(token.lemma));
  append_column(out, to_string(token.upos));
  append_column(out, analysis.string(token.xpos));
  append_column(out, analysis.string(token.feats));
  const std::uint32_t head = token.head;
  append_column(out, token.deprel == 0 ? "" : std::to_string(head));
  append_column(out, analysis.string(token.deprel));
  append_column(out, "");
  append_column(out, misc);
  out += '\n';
}

/// One sentence of a text: its tokens, and whether white space stands behind each.
class SentenceWriter {
 public:
  SentenceWriter(std::string_view text, const Analysis& analysis, std::size_t first,
                 std::size_t end)
      : text_(text),
        analysis_(analysis),
        tokens_(std::span(analysis.tokens).subspan(first, end - first)) {
    const bool is_last = end == analysis.tokens.size();
    next_begin_ =
        is_last ? static_cast<std::uint32_t>(text.size()) + 1 : analysis.tokens[end].span.begin;
  }

  void append_text(std::string& out) const {
    out += "# text = ";
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      append_unbroken(out, words(text_, tokens_[i].span));
      out += i + 1 < tokens_.size() && is_spaced(i) ? " " : "";
    }
    out += '\n';
  }

  void append_lines(std::string& out) const {
    for (std::size_t i = 0; i < tokens_.size();) {
      std::size_t end = i + 1;
      while (end < tokens_.size() && tokens_[end].joined) {
        ++end;
      }
      const std::string_view misc = is_spaced(end - 1) ? "" : "SpaceAfter=No";
      const bool several = end - i > 1;
      if (several) {
        const Span whole = {tokens_[i].span.begin, tokens_[end - 1].span.end};
        append_range(out, i + 1, end, words(text_, whole), misc);
      }
      for (; i < end; ++i) {
        append_word(out, i + 1, words(text_, tokens_[i].span), tokens_[i], analysis_,
                    several ? "" : misc);
      }
    }
  }

 private:
  bool is_spaced(std::size_t i) const {
    const std::uint32_t next = i + 1 < tokens_.size() ? tokens_[i + 1].span.begin : next_begin_;
    return next > tokens_[i].span.end;
  }

  std::string_view text_;
  const Analysis& analysis_;
  std::span<const Token> tokens_;
  std::uint32_t next_begin_ = 0;
};

void append_given(std::string& out, const ConlluSentence& given, const Analysis& read,
                  std::span<const Token> tokens) {
  for (const std::string& comment : given.comments) {
    out += comment.empty() ? "#" : "# ";
    append_unbroken(out, comment);
    out += '\n';
  }
  auto range = given.ranges.begin();
  for (std::size_t i = 0; i < given.words.size(); ++i) {
    if (range != given.ranges.end() && range->first == i + 1) {
      append_range(out, range->first, range->last, range->form, range->misc);
      ++range;
    }
    const Token token = i < tokens.size() ? tokens[i] : Token{};
    append_word(out, i + 1, given.words[i].form, token, read, given.words[i].misc);
  }
  out += '\n';
}

}  // namespace

std::string analysis_as_conllu(std::string_view text, const Analysis& analysis,
                               std::uint64_t& number) {
  std::string out;
  std::size_t next = 0;
  const Sentence* before = nullptr;
  for (const Sentence& sentence : analysis.sentences) {
    const std::size_t first = next;
    while (next < analysis.tokens.size() && analysis.tokens[next].span.begin < sentence.span.end) {
      ++next;
    }
    if (first == next) {
      continue;
    }
    const SentenceWriter writer(text, analysis, first, next);
    const bool opens = before == nullptr || before->paragraph != sentence.paragraph;
    out += opens ? "# newpar\n" : "";
    out += "# sent_id = " + std::to_string(number++) + '\n';
    writer.append_text(out);
    writer.append_lines(out);
    out += '\n';
    before = &sentence;
  }
  return out;
}

std::string given_as_conllu(std::span<const ConlluSentence> given, const Analysis& read) {
  std::string out;
  std::span<const Token> rest = read.tokens;
  for (const ConlluSentence& sentence : given) {
    const std::size_t count = std::min(sentence.words.size(), rest.size());
    append_given(out, sentence, read, rest.first(count));
    rest = rest.subspan(count);
  }
  return out;
}

}  // namespace parallax
