#include "parallax/read/labels/find_labels.h"

#include <algorithm>

#include "parallax/text/tokens.h"

namespace parallax {
namespace {

constexpr std::size_t kLongestScareQuote = 4;  // words

struct MarkPair {
  std::string_view open;
  std::string_view close;
};
constexpr MarkPair kMarks[] = {{"\"", "\""}, {"“", "”"}, {"«", "»"},
                               {"„", "“"},   {"‘", "’"}, {"'", "'"}};

class LabelFinder {
 public:
  LabelFinder(const Reading& reading, const LabelLexicon& lexicon)
      : reading_(reading), lexicon_(lexicon), tokens_(reading.analysis.tokens) {}

  std::vector<Label> find() {
    for (std::size_t s = 0; s < reading_.analysis.sentences.size(); ++s) {
      end_ = reading_.end_token(s);
      for (std::size_t i = reading_.first_token(s); i < end_;) {
        i = label_at(i);
      }
    }
    return std::move(labels_);
  }

 private:
  std::size_t label_at(std::size_t i) {
    const auto so_called = lexicon_.so_called.match(std::span(reading_.words).first(end_), i);
    if (so_called) {
      const std::size_t after = i + so_called->tokens;
      const std::size_t last = end_of_named(after);
      push({tokens_[i].span.begin, tokens_[last - 1].span.end}, LabelKind::so_called);
      return last;
    }
    const std::size_t close = closing_mark(i);
    if (close == 0) {
      return i + 1;
    }
    if (is_scare_quote(i, close)) {
      push({tokens_[i].span.begin, tokens_[close].span.end}, LabelKind::scare_quote);
    }
    return close + 1;
  }

  /// What "so-called" belongs to: the quotation behind it, or the words up to the next mark or
  /// function word.
  std::size_t end_of_named(std::size_t after) const {
    if (after < end_) {
      if (const std::size_t close = closing_mark(after); close != 0) {
        return close + 1;
      }
    }
    std::size_t last = after;
    while (last < end_ && last < after + kLongestScareQuote &&
           tokens_[last].kind == TokenKind::word &&
           !lexicon_.function_words.contains(reading_.words[last])) {
      ++last;
      if (last < end_) {
        if (const std::size_t close = closing_mark(last); close != 0) {
          return close + 1;
        }
      }
    }
    return std::max(last, std::min(after, end_));
  }

  /// The token that closes the quotation opened at `i`; 0 when `i` opens none that is closed within
  /// a few words.
  std::size_t closing_mark(std::size_t i) const {
    const std::string_view mark = reading_.token(i);
    const auto* const pair = std::ranges::find(kMarks, mark, &MarkPair::open);
    if (pair == std::end(kMarks) || !opens_word(i)) {
      return 0;
    }
    for (std::size_t j = i + 1; j < end_ && j <= i + kLongestScareQuote + 3; ++j) {
      if (reading_.token(j) == pair->close) {
        return j > i + 1 ? j : 0;
      }
    }
    return 0;
  }

  bool opens_word(std::size_t i) const {
    const bool glued_before = i > 0 && tokens_[i - 1].span.end == tokens_[i].span.begin &&
                              tokens_[i - 1].kind != TokenKind::punctuation;
    return !glued_before && i + 1 < end_ && tokens_[i + 1].span.begin == tokens_[i].span.end;
  }

  bool is_scare_quote(std::size_t open, std::size_t close) const {
    const Span inside{tokens_[open].span.begin, tokens_[close].span.end};
    std::size_t words_inside = 0;
    for (std::size_t i = open + 1; i < close; ++i) {
      words_inside += tokens_[i].kind == TokenKind::punctuation ? 0 : 1;
    }
    const bool statement =
        std::ranges::any_of(reading_.analysis.attributions, [&](const Attribution& a) {
          return std::ranges::any_of(
              a.content, [&](Span piece) { return piece == inside || inside.contains(piece); });
        });
    return words_inside >= 1 && words_inside <= kLongestScareQuote && !statement &&
           !is_name(inside);
  }

  /// Quoted names are titles of ships, papers, operations.
  bool is_name(Span inside) const {
    const Span bare{inside.begin + 1, inside.end - 1};
    return std::ranges::any_of(reading_.analysis.entities, [&](const Entity& entity) {
      return std::ranges::any_of(entity.mentions, [&](const Mention& m) {
        return m.span.overlaps(bare) && m.span.size() + 4 >= bare.size();
      });
    });
  }

  void push(Span span, LabelKind kind) {
    Label label{.span = span,
                .target = {},
                .direction = Direction::unfavourable,
                .kind = kind,
                .voice = {}};
    const Span reach{span.begin, span.end + 40};
    std::uint32_t nearest = reach.end;
    for (std::uint32_t e = 0; e < reading_.analysis.entities.size(); ++e) {
      for (const Mention& mention : reading_.analysis.entities[e].mentions) {
        if (mention.span.begin >= span.begin && mention.span.begin < nearest) {
          nearest = mention.span.begin;
          label.target = Id<Entity>{e};
        }
      }
    }
    labels_.push_back(label);
  }

  const Reading& reading_;
  const LabelLexicon& lexicon_;
  std::span<const Token> tokens_;
  std::size_t end_ = 0;
  std::vector<Label> labels_;
};

}  // namespace

LabelLexicon LabelLexicon::load(const DataFiles& data, std::string_view language) {
  LabelLexicon lexicon;
  const TokenRules tokens = TokenRules::load(data, language);
  const std::string folder = "lang/" + std::string(language) + "/";
  for (const auto& row : tsv_rows(data.file(folder + "so_called.tsv"))) {
    lexicon.so_called.add(cell(row, 0), 0, tokens);
  }
  for (const auto& row : tsv_rows(data.file(folder + "function_words.tsv"))) {
    lexicon.function_words[cell(row, 0)] = true;
  }
  return lexicon;
}

std::vector<Label> find_labels(const Reading& reading, const LabelLexicon& lexicon) {
  return LabelFinder(reading, lexicon).find();
}

}  // namespace parallax
