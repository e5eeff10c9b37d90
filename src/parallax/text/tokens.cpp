// Tokens after UD English: words with inner hyphens are split at the hyphen only between letters
// that UD keeps whole ("long-term" stays three tokens in UD 2; we keep it as one word until the
// trained tokeniser decides), clitics ('s, n't, 're) stand alone, a number keeps its separators,
// every other mark is a token of its own.
#include <algorithm>

#include "parallax/text/sentences.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019; }
bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

class Tokenizer {
 public:
  Tokenizer(std::string_view text, Span sentence, std::vector<Token>& out)
      : text_(text.substr(0, sentence.end)), at_(sentence.begin), out_(out) {}

  void run() {
    while (at_ < text_.size()) {
      const CodePoint point = code_point_at(text_, at_);
      if (is_space(point.value)) {
        at_ += point.size;
      } else if (is_digit(text_[at_])) {
        number();
      } else if (is_letter(point.value)) {
        word();
      } else {
        punctuation(point);
      }
    }
  }

 private:
  char32_t peek(std::size_t at) const {
    return at < text_.size() ? code_point_at(text_, at).value : 0;
  }

  void emit(std::size_t begin, std::size_t end, TokenKind kind) {
    out_.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, kind});
  }

  /// Digits with separators between digits; letters glued behind ("328th", "1990s") stay.
  void number() {
    const std::size_t begin = at_;
    bool letters = false;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      const bool separator = (c == ',' || c == '.' || c == ':' || c == '/') &&
                             at_ + 1 < text_.size() && is_digit(text_[at_ + 1]);
      if (!is_digit(c) && !separator && !is_letter(peek(at_))) {
        break;
      }
      const CodePoint point = code_point_at(text_, at_);
      letters = letters || is_letter(point.value);
      at_ += point.size;
    }
    emit(begin, at_, letters ? TokenKind::word : TokenKind::number);
  }

  void word() {
    const std::size_t begin = at_;
    bool dotted = false;
    while (at_ < text_.size()) {
      const CodePoint point = code_point_at(text_, at_);
      const char32_t next = peek(at_ + point.size);
      if (is_letter(point.value) || is_digit(text_[at_]) || is_combining(point.value)) {
        at_ += point.size;
      } else if (is_hyphen(point.value) &&
                 (is_letter(next) || (next < 0x80 && next >= '0' && next <= '9'))) {
        at_ += point.size;
      } else if (is_apostrophe(point.value) && is_letter(next) && !is_clitic(at_, point.size)) {
        at_ += point.size;
      } else if (point.value == '.' && is_initialism(begin, next)) {
        at_ += point.size;
        dotted = true;
      } else {
        break;
      }
    }
    const std::size_t split = dotted ? 0 : negation_split(begin);
    if (split > begin) {
      emit(begin, split, TokenKind::word);
      emit(split, at_, TokenKind::word);
    } else {
      emit(begin, at_, TokenKind::word);
    }
  }

  static bool is_combining(char32_t c) { return (c >= 0x0300 && c <= 0x036F) || c == 0x200D; }

  /// "U.S." and "V.S.": letters and full stops by turns. The last full stop stays with the word if
  /// a letter stands before it.
  bool is_initialism(std::size_t begin, char32_t next) const {
    const std::string_view so_far = text_.substr(begin, at_ - begin);
    const CodePoint last = code_point_before(text_, at_);
    const bool single = so_far.size() == last.size || so_far[so_far.size() - last.size - 1] == '.';
    if (!single || !is_letter(last.value)) {
      return false;
    }
    const bool has_stop = so_far.find('.') != std::string_view::npos;
    return has_stop || (is_letter(next) && is_single_letter_with_stop(at_ + 1)) ||
           (is_upper(last.value) && so_far.size() == last.size && next == ' ');
  }

  bool is_single_letter_with_stop(std::size_t at) const {
    const CodePoint letter = code_point_at(text_, at);
    return at + letter.size < text_.size() && text_[at + letter.size] == '.';
  }

  /// 's, 're, 've, 'll, 'd, 'm at the end of a word stand alone.
  bool is_clitic(std::size_t at, std::size_t mark_size) const {
    std::size_t end = at + mark_size;
    while (end < text_.size() && is_letter(peek(end))) {
      end += code_point_at(text_, end).size;
    }
    std::string_view tail = text_.substr(at + mark_size, end - at - mark_size);
    return tail == "s" || tail == "re" || tail == "ve" || tail == "ll" || tail == "d" ||
           tail == "m" || tail == "S";
  }

  /// Where the "n't" of "didn't" begins; 0 when there is none.
  std::size_t negation_split(std::size_t begin) const {
    const std::string_view word = text_.substr(begin, at_ - begin);
    for (const std::string_view ending : {std::string_view("n't"), std::string_view("n’t")}) {
      if (word.size() > ending.size() && word.ends_with(ending)) {
        return at_ - ending.size();
      }
    }
    return 0;
  }

  void punctuation(const CodePoint& point) {
    const std::size_t begin = at_;
    if (is_apostrophe(point.value) && begin > 0 &&
        is_letter(code_point_before(text_, begin).value) && is_clitic(begin, point.size) &&
        is_letter(peek(begin + point.size))) {
      at_ += point.size;
      while (at_ < text_.size() && is_letter(peek(at_))) {
        at_ += code_point_at(text_, at_).size;
      }
      emit(begin, at_, TokenKind::word);
      return;
    }
    at_ += point.size;
    const bool runs =
        point.value == '.' || point.value == '-' || point.value == '\'' || point.value == '`';
    while (runs && at_ < text_.size() && text_[at_] == text_[begin]) {
      ++at_;
    }
    emit(begin, at_, TokenKind::punctuation);
  }

  std::string_view text_;
  std::size_t at_;
  std::vector<Token>& out_;
};

}  // namespace

void append_tokens(std::string_view text, Span sentence, std::vector<Token>& out) {
  Tokenizer(text, sentence, out).run();
}

bool is_quote_mark(std::string_view token) {
  constexpr std::string_view kMarks[] = {"\"", "“", "”", "«", "»", "„", "‘", "’", "'"};
  return std::ranges::find(kMarks, token) != std::end(kMarks);
}

}  // namespace parallax
