// Tokens after UD English, by one walk over the bytes. What starts with a letter or a digit is read
// as far as letters go; a mark behind it ends it unless a rule lets it pass: an apostrophe between
// letters, a hyphen behind a listed prefix, the full stop of an abbreviation. Then a listed form
// may be cut ("cannot"), and endings follow as words of their own ("'s"). Marks stand alone, or in
// runs of the same ("--", "?!").
#include "parallax/text/tokens.h"

#include <algorithm>

#include "parallax/text/token_shapes.h"
#include "parallax/text/tokenized_text.h"

namespace parallax {
namespace {

/// Marks that are one token when repeated.
bool runs(char32_t c) {
  constexpr std::string_view kAscii = "-=*_~+<>'`,#$^";
  return c < 0x80 ? kAscii.find(static_cast<char>(c)) != std::string_view::npos
                  : c == 0x2013 || c == 0x2014 || c == 0x2019;
}

class Tokenizer {
 public:
  Tokenizer(std::string_view text, Span sentence, const TokenRules& rules, std::vector<Token>& out)
      : sentence_{text.substr(0, sentence.end), sentence.begin, rules},
        text_(sentence_.text),
        rules_(rules),
        out_(out),
        at_(sentence.begin) {}

  void run() {
    while (at_ < text_.size()) {
      const CodePoint point = code_point_at(text_, at_);
      if (is_space(point.value)) {
        at_ += point.size;
      } else if (is_digit(point.value)) {
        number(at_);
      } else if (is_letter(point.value)) {
        word();
      } else {
        mark(point);
      }
    }
  }

 private:
  /// Puts a token and stands behind it.
  void emit(std::size_t begin, std::size_t end, TokenKind kind, bool joined = false) {
    Token token{.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                .kind = kind};
    token.joined = joined;
    out_.push_back(token);
    at_ = end;
  }

  // What starts with a digit.

  /// "1,200", "20th", "5" and "pm" of "5pm", "80's".
  void number(std::size_t begin) {
    if (address(at_)) {
      return;
    }
    const std::size_t digits = number_end(text_, at_);
    const std::size_t end = sentence_.letters_end(digits);
    if (end == digits) {
      emit(begin, decade_end(digits), TokenKind::number);
    } else if (rules_.is(sentence_.view(digits, end), FormKind::unit)) {
      emit(begin, digits, TokenKind::number);
      emit(digits, end, TokenKind::word);
    } else {
      emit(begin, decade_end(sentence_.core_end(digits)), TokenKind::word);
    }
  }

  /// Past the "'s" of "80's": no word of its own.
  std::size_t decade_end(std::size_t end) const {
    const CodePoint mark = end < text_.size() ? code_point_at(text_, end) : CodePoint{};
    const std::size_t s = end + mark.size;
    const bool decade = is_apostrophe(mark.value) && sentence_.peek(s) == U's' &&
                        !is_wordlike(sentence_.peek(s + 1));
    return decade ? s + 1 : end;
  }

  /// A URL, mail address, host or file name that starts at `begin`, if one does. Where none does,
  /// none is looked for again in the same name, so that time stays linear.
  bool address(std::size_t begin) {
    if (begin < plain_until_) {
      return false;
    }
    if (begin >= chunk_end_) {
      chunk_end_ = chunk_end(text_, begin);
    }
    const std::string_view chunk = sentence_.view(begin, std::max(chunk_end_, begin));
    const std::size_t size = address_size(chunk, rules_);
    if (size == 0) {
      plain_until_ = begin + name_size(chunk);
      return false;
    }
    emit(begin, begin + size, TokenKind::word);
    return true;
  }

  // What starts with a letter.

  void word() {
    const std::size_t begin = at_;
    std::size_t end = sentence_.core_end(begin);
    const char32_t next = sentence_.peek(end);
    if (next != 0 && !is_space(next)) {
      if (next != U',' && next != U')' && address(begin)) {
        return;
      }
      end = past_inner_marks(begin, end);
    }
    words_of(begin, end);
    endings();
  }

  /// From the end of the first run of letters on, as far as the marks let the word go.
  std::size_t past_inner_marks(std::size_t begin, std::size_t end) {
    std::size_t part = begin;  // where the last run of letters begins
    while (end < text_.size()) {
      const CodePoint mark = code_point_at(text_, end);
      const std::size_t next = end + mark.size;
      if (mark.value == U'.') {
        return sentence_.end_past_stop(begin, end);
      }
      if (!passes(mark.value, begin, part, end, next)) {
        return ends_word(mark.value, begin, end, next) ? next : end;
      }
      part = next;
      end = sentence_.core_end(next);
    }
    return end;
  }

  /// Whether the mark from `end` to `next` is the last of the word: "US$", "w/", the "g-" of
  /// somebody who breaks off.
  bool ends_word(char32_t mark, std::size_t begin, std::size_t end, std::size_t next) const {
    if (mark == U'$') {
      return end - begin <= 2 && is_upper(sentence_.peek(begin)) &&
             !is_letter(sentence_.peek(next));
    }
    const bool broken_off =
        is_hyphen(mark) && sentence_.is_single(begin, end) && is_space(sentence_.peek(next));
    return broken_off || (mark < 0x80 && !is_apostrophe(mark) && is_whole(begin, next));
  }

  /// Whether the mark from `end` to `next` stands inside of a word whose last run of letters begins
  /// at `part`.
  bool passes(char32_t mark, std::size_t begin, std::size_t part, std::size_t end,
              std::size_t next) const {
    const char32_t first = sentence_.peek(next);
    if (is_apostrophe(mark)) {
      return is_letter(first) && mark != U'`' && ending_begin(end) == text_.size();
    }
    if (is_hyphen(mark)) {
      return is_wordlike(first) && keeps_hyphen(begin, part, end, next);
    }
    if (mark == U'&') {
      return is_upper(sentence_.before(end)) && is_upper(first);
    }
    if (mark == U'/') {
      return is_letter(first) && is_whole(begin, sentence_.core_end(next));
    }
    return mark == U'*' && is_letter(first);
  }

  bool is_whole(std::size_t begin, std::size_t end) const {
    return rules_.is(sentence_.view(begin, end), FormKind::whole);
  }

  bool keeps_hyphen(std::size_t begin, std::size_t part, std::size_t end, std::size_t next) const {
    const std::size_t stop = sentence_.core_end(next);
    return rules_.is(sentence_.view(part, end), FormKind::prefix) ||
           rules_.is(sentence_.view(next, stop), FormKind::suffix) || is_whole(begin, stop);
  }

  /// The words that one written form is: "can|not", "did|n't", or the form itself.
  void words_of(std::size_t begin, std::size_t end) {
    const TokenRules::Form form = rules_.find(sentence_.view(begin, end));
    std::size_t from = begin;
    if (form.is(FormKind::split) && (!form.conditional || splits_here(begin, end))) {
      for (const std::uint8_t cut : form.cuts) {
        const std::size_t to = cut != 0 ? past_plain_bytes(begin, cut) : from;
        if (to > from) {
          emit(from, to, TokenKind::word, from > begin);
          from = to;
        }
      }
    } else if (const std::size_t negation = negation_begin(begin, end); negation < end) {
      if (negation > begin) {
        emit(begin, negation, TokenKind::word);
      }
      from = negation;
      end = ending_end(end);
    }
    emit(from, end, TokenKind::word, from > begin);
  }

  /// Whether the word behind is one before which the form is two words: "its" in "its just".
  bool splits_here(std::size_t begin, std::size_t end) const {
    if (end >= text_.size() || text_[end] != ' ') {
      return false;
    }
    const std::size_t stop = sentence_.core_end(end + 1);
    return !is_hyphen(sentence_.peek(stop)) &&
           rules_.splits_before(sentence_.view(begin, end), sentence_.view(end + 1, stop));
  }

  /// The offset so many bytes behind `begin`, where a curly apostrophe counts as one byte.
  std::size_t past_plain_bytes(std::size_t begin, std::size_t count) const {
    for (; count > 0; --count) {
      begin += code_point_at(text_, begin).size;
    }
    return begin;
  }

  // Endings: "'s", "n't".

  std::size_t ending_end(std::size_t apostrophe) const {
    return sentence_.letters_end(apostrophe + code_point_at(text_, apostrophe).size);
  }

  /// Where the ending at the apostrophe begins: there, or a letter before it ("n't"); the end of
  /// the text if there is none.
  std::size_t ending_begin(std::size_t apostrophe) const {
    const std::size_t end = ending_end(apostrophe);
    const std::size_t letter = apostrophe - 1;
    if (rules_.is(sentence_.view(apostrophe, end), FormKind::ending)) {
      return apostrophe;
    }
    const bool with_letter = apostrophe > sentence_.begin && is_ascii_letter(text_[letter]) &&
                             rules_.is(sentence_.view(letter, end), FormKind::ending);
    return with_letter ? letter : text_.size();
  }

  /// Where the "n't" of a word begins whose letters reach from `begin` to `end`; `end` if there is
  /// none.
  std::size_t negation_begin(std::size_t begin, std::size_t end) const {
    if (!is_apostrophe(sentence_.peek(end))) {
      return end;
    }
    const std::size_t from = ending_begin(end);
    return from >= begin && from < end ? from : end;
  }

  /// The endings behind a word: "'d" and "'ve" of "who'd've"; the apostrophe of "the boys'".
  void endings() {
    while (at_ < text_.size() && is_apostrophe(sentence_.peek(at_)) && ending_begin(at_) == at_) {
      emit(at_, ending_end(at_), TokenKind::word, true);
    }
    const char32_t last = sentence_.before(at_);
    const CodePoint mark = at_ < text_.size() ? code_point_at(text_, at_) : CodePoint{};
    const bool possessive = (mark.value == U'\'' || mark.value == 0x2019) && !in_single_quotes_ &&
                            (last == U's' || last == U'S' || last == U'z' || last == U'x') &&
                            !is_apostrophe(sentence_.peek(at_ + mark.size));
    if (possessive) {
      emit(at_, at_ + mark.size, TokenKind::punctuation, true);
    }
  }

  // Marks.

  void mark(const CodePoint& point) {
    const std::size_t begin = at_;
    const std::size_t next = begin + point.size;
    const char32_t last = sentence_.before(begin);
    const bool opens = !is_wordlike(last);
    if (emoticon(begin, opens)) {
      return;
    }
    if (point.value == 0x2018 && sentence_.peek(next) == 0x2019) {
      emit(begin, next + code_point_at(text_, next).size, TokenKind::punctuation);
      return;
    }
    if (opens && glued_mark(point.value, begin, next)) {
      return;
    }
    if (is_apostrophe(point.value) || point.value == 0x2018) {
      if (apostrophe(begin, next, opens)) {
        return;
      }
    }
    emit(begin, run_end(point, next), TokenKind::punctuation);
  }

  /// "#tag", "@name", ".265", "+44": a mark and what it stands before.
  bool glued_mark(char32_t mark, std::size_t begin, std::size_t next) {
    const char32_t first = sentence_.peek(next);
    const bool fresh = is_space(sentence_.before(begin)) || sentence_.before(begin) == U'(';
    if ((mark == U'#' || mark == U'@') && is_letter(first) && fresh) {
      emit(begin, sentence_.core_end(next), TokenKind::word);
      return true;
    }
    const bool signed_number =
        (mark == U'+' && fresh) || (mark == U'.' && !is_end_mark(sentence_.before(begin)));
    if (signed_number && is_digit(first)) {
      at_ = next;
      number(begin);
      return true;
    }
    return false;
  }

  /// "'em", "'72", a lone "'s". Else notes whether it opens a quotation.
  bool apostrophe(std::size_t begin, std::size_t next, bool opens) {
    std::size_t end = sentence_.core_end(next);
    if (opens && is_digit(sentence_.peek(next)) && end <= next + 3) {
      emit(begin, end, TokenKind::word);
      return true;
    }
    const TokenRules::Form form =
        end > next ? rules_.find(sentence_.view(begin, end)) : TokenRules::Form{};
    if (form.is(FormKind::whole) ||
        (form.is(FormKind::ending) && is_space(sentence_.before(begin)))) {
      emit(begin, end, TokenKind::word);
      return true;
    }
    in_single_quotes_ = opens && end > next;
    return false;
  }

  bool emoticon(std::size_t begin, bool opens) {
    constexpr std::size_t kLongest = 4;
    constexpr std::string_view kFirst = ":;=<>(^-8xX";
    if (!opens || kFirst.find(text_[begin]) == std::string_view::npos) {
      return false;
    }
    for (std::size_t size = std::min(kLongest, text_.size() - begin); size > 1; --size) {
      const bool ends = !is_wordlike(sentence_.peek(begin + size));
      if (ends && rules_.is(sentence_.view(begin, begin + size), FormKind::emoticon)) {
        emit(begin, begin + size, TokenKind::punctuation);
        return true;
      }
    }
    return false;
  }

  std::size_t run_end(const CodePoint& first, std::size_t at) const {
    const bool ends = is_end_mark(first.value) || first.value == 0x2026;
    if (!ends && !runs(first.value)) {
      return at;
    }
    const bool dots = first.value == U'.' && sentence_.peek(at) == U'.';
    while (at < text_.size()) {
      const CodePoint point = code_point_at(text_, at);
      const bool same = ends && !dots ? is_end_mark(point.value) : point.value == first.value;
      if (!same) {
        break;
      }
      at += point.size;
    }
    return at;
  }

  const TokenizedText sentence_;
  const std::string_view text_;
  const TokenRules& rules_;
  std::vector<Token>& out_;
  std::size_t at_;
  std::size_t chunk_end_ = 0;    ///< of the last chunk in which an address was looked for
  std::size_t plain_until_ = 0;  ///< no address begins before this offset
  bool in_single_quotes_ = false;
};

}  // namespace

void append_tokens(std::string_view text, Span sentence, const TokenRules& rules,
                   std::vector<Token>& out) {
  Tokenizer(text, sentence, rules, out).run();
}

bool is_quote_mark(std::string_view token) {
  constexpr std::string_view kMarks[] = {"\"", "“", "”", "«", "»", "„", "‘", "’", "'"};
  return std::ranges::find(kMarks, token) != std::end(kMarks);
}

}  // namespace parallax
