#include "parallax/read/sentences/paragraph_words.h"

#include <algorithm>

#include "parallax/learn/feature.h"
#include "parallax/text/fold.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

constexpr std::size_t kLongestCore = 32;  // bytes that are looked at
constexpr std::size_t kMostMarks = 8;     // bytes

bool is_wordlike(char32_t c) { return is_letter(c) || (c >= '0' && c <= '9'); }

bool is_closing(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0xBB ||
         c == '}';
}

EndMark end_mark(char32_t c) {
  switch (c) {
    case '.':
    case 0x3002:
      return EndMark::stop;
    case '!':
    case '?':
      return EndMark::ask;
    case 0x2026:
      return EndMark::dots;
    case ':':
      return EndMark::colon;
    case ';':
      return EndMark::semicolon;
    case ',':
      return EndMark::comma;
    case '-':
    case 0x2013:
    case 0x2014:
      return EndMark::dash;
    default:
      return EndMark::other;
  }
}

/// Reads one word from its ends inwards.
class WordReader {
 public:
  WordReader(std::string_view text, Span span, const SentenceRules& rules)
      : text_(text), rules_(rules), begin_(span.begin), end_(span.end) {
    word_.span = span;
  }

  ParagraphWord read() {
    read_end();
    read_opening();
    const std::string_view core = text_.substr(begin_, end_ - begin_);
    word_.length = static_cast<std::uint8_t>(std::min<std::size_t>(core.size(), 255));
    const std::string lower = ascii_lower(core.substr(0, kLongestCore));
    word_.core = fact_of(lower);
    if (!core.empty()) {
      const CodePoint first = code_point_at(core, 0);
      word_.start = first.value >= '0' && first.value <= '9' ? Start::digit
                    : is_upper(first.value)                  ? Start::upper
                                                             : Start::lower;
      read_form(core, lower);
    } else if (word_.marks != 0 || word_.opening != 0) {
      word_.start = Start::mark;
    }
    return word_;
  }

 private:
  void read_end() {
    while (end_ > begin_) {
      const CodePoint point = code_point_before(text_, end_);
      if (is_wordlike(point.value)) {
        break;
      }
      if (is_closing(point.value)) {
        word_.closes = word_.closes || word_.end == EndMark::none;
        count(point.value, -1);
      } else if (point.value == '.' && word_.end == EndMark::stop && end_ > begin_) {
        word_.end = EndMark::dots;
      } else if (word_.end == EndMark::none || word_.end == EndMark::other) {
        word_.end = end_mark(point.value);
      }
      if (word_.span.end - end_ < kMostMarks && point.value != last_) {
        word_.marks = static_cast<std::uint32_t>(with(word_.marks + 1U, point.value)) | 1U;
      }
      last_ = point.value;
      end_ -= point.size;
    }
  }

  void read_opening() {
    while (begin_ < end_) {
      const CodePoint point = code_point_at(text_, begin_);
      if (is_wordlike(point.value)) {
        break;
      }
      count(point.value, 1);
      if (begin_ - word_.span.begin < kMostMarks) {
        word_.opening = static_cast<std::uint32_t>(with(word_.opening + 1U, point.value)) | 1U;
      }
      begin_ += point.size;
    }
  }

  void count(char32_t mark, int by) {
    const auto step = static_cast<std::int8_t>(by);
    if (mark == '(' || mark == ')' || mark == '[' || mark == ']') {
      word_.brackets = static_cast<std::int8_t>(std::clamp(word_.brackets + step, -9, 9));
    } else if (mark == '"' || mark == 0x201C || mark == 0x201D || mark == 0xAB || mark == 0xBB) {
      word_.quotes = static_cast<std::int8_t>(std::clamp(word_.quotes + step, -9, 9));
    }
  }

  void read_form(std::string_view core, const std::string& lower) {
    const bool small = std::ranges::any_of(core, [](char c) { return c >= 'a' && c <= 'z'; });
    word_.capitals = core.size() > 1 && !small && word_.start == Start::upper;
    if (core.find("://") != std::string_view::npos || core.starts_with("www.") ||
        core.find('@') != std::string_view::npos) {
      word_.form = WordForm::address;
      word_.start = Start::address;
    } else if (word_.start == Start::digit) {
      word_.form = WordForm::number;
    } else if (core.size() == 1) {
      word_.form = WordForm::letter;
    } else if (core.size() < 8 && core[1] == '.') {
      word_.form = WordForm::initials;
    } else if (word_.end == EndMark::stop) {
      const auto* const ends = rules_.abbreviation(lower + '.');
      word_.form = ends == nullptr                       ? WordForm::plain
                   : *ends == SentenceRules::Ends::never ? WordForm::never_ends
                                                         : WordForm::may_end;
    }
  }

  std::string_view text_;
  const SentenceRules& rules_;
  std::size_t begin_;
  std::size_t end_;
  char32_t last_ = 0;
  ParagraphWord word_;
};

}  // namespace

std::vector<ParagraphWord> paragraph_words(std::string_view text, Span paragraph,
                                           const SentenceRules& rules) {
  std::vector<ParagraphWord> words;
  for (std::uint32_t at = paragraph.begin; at < paragraph.end;) {
    const CodePoint point = code_point_at(text, at);
    if (is_space(point.value)) {
      at += point.size;
      continue;
    }
    const std::uint32_t begin = at;
    while (at < paragraph.end) {
      const CodePoint inner = code_point_at(text, at);
      if (is_space(inner.value)) {
        break;
      }
      at += inner.size;
    }
    words.push_back(WordReader(text, {begin, std::min(at, paragraph.end)}, rules).read());
  }
  return words;
}

}  // namespace parallax
