// Sentences by rules: a mark that ends a sentence, the closing marks behind it, white space, and
// then something that can begin one. An abbreviation of the language's list, an initial or a number
// before the full stop says no.
#include "parallax/text/sentences.h"

#include <algorithm>

#include "parallax/text/fold.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

constexpr std::size_t kLongestItem = 8;  // bytes
constexpr std::size_t kHardWrapFrom = 50;
constexpr std::size_t kHardWrapTo = 100;

bool is_end_mark(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002;
}

bool is_closing(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0xBB;
}

bool is_opening(char32_t c) {
  return c == '"' || c == '\'' || c == '(' || c == '[' || c == 0x201C || c == 0x2018 || c == 0xAB ||
         c == 0x2014 || c == 0x2013 || c == '-' || c == 0x2022 || c == 0x201E;
}

/// The word that ends before `end`, as far back as a space, without opening marks.
std::string_view word_before(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t from = end;
  while (from > begin) {
    const CodePoint point = code_point_before(text, from);
    if (is_space(point.value) || is_opening(point.value)) {
      break;
    }
    from -= point.size;
  }
  return text.substr(from, end - from);
}

bool can_begin_sentence(char32_t c) {
  const bool lower = is_letter(c) && !is_upper(c) && c < 0x0530;  // beyond: scripts without case
  return !lower && c != ',' && c != ';' && c != ':';
}

class Splitter {
 public:
  Splitter(std::string_view text, Span paragraph, const SentenceRules& rules)
      : text_(text), paragraph_(paragraph), rules_(rules), start_(paragraph.begin) {}

  std::vector<Span> split() {
    std::size_t at = paragraph_.begin;
    while (at < paragraph_.end) {
      const CodePoint point = code_point_at(text_, at);
      at += point.size;
      if (is_end_mark(point.value)) {
        at = past_marks(at);
        if (ends_here(at, point.value)) {
          close(at);
        }
      }
    }
    close(paragraph_.end);
    return std::move(sentences_);
  }

 private:
  std::size_t past_marks(std::size_t at) const {
    while (at < paragraph_.end) {
      const CodePoint point = code_point_at(text_, at);
      if (!is_end_mark(point.value) && !is_closing(point.value)) {
        break;
      }
      at += point.size;
    }
    return at;
  }

  bool ends_here(std::size_t after, char32_t mark) const {
    if (after >= paragraph_.end) {
      return true;
    }
    std::size_t next = after;
    CodePoint point = code_point_at(text_, next);
    if (!is_space(point.value)) {
      return false;
    }
    while (next < paragraph_.end && is_space(point.value)) {
      next += point.size;
      point = next < paragraph_.end ? code_point_at(text_, next) : point;
    }
    char32_t first = point.value;
    for (std::size_t i = next; i < paragraph_.end && is_opening(first);) {
      i += code_point_at(text_, i).size;
      first = i < paragraph_.end ? code_point_at(text_, i).value : first;
      if (is_space(first)) {
        break;
      }
    }
    const bool number = first >= '0' && first <= '9';
    return can_begin_sentence(first) && (mark != '.' || !is_abbreviation(after, number));
  }

  /// Whether the full stop belongs to the word before it ("Gen. Tarn", "A. Menn", "the U.S.
  /// envoy").
  bool is_abbreviation(std::size_t after, bool before_number) const {
    if (after > 0 && text_[after - 1] != '.') {
      return false;  // closing marks stand between
    }
    const std::string_view word = word_before(text_, start_, after);
    const std::string_view stem = word.substr(0, word.size() - 1);
    if (stem.empty() || stem.ends_with('.')) {
      return false;
    }
    if (is_number_of_item(word)) {
      return true;
    }
    const CodePoint first = code_point_at(stem, 0);
    const CodePoint last = code_point_before(stem, stem.size());
    const bool letter = first.size == stem.size();
    const bool initial = letter && (is_upper(first.value) || before_number);  // "(b. 1979)"
    if (const auto* ends = initial ? nullptr : rules_.abbreviation(ascii_lower(word))) {
      return before_number || *ends == SentenceRules::Ends::never;  // "No. 34", "Sept. 30"
    }
    const bool initials = stem.find('.') != std::string_view::npos && is_upper(last.value) &&
                          stem.size() <= 6 && stem[stem.size() - last.size - 1] == '.';
    return initial || initials;
  }

  /// The "2." that a line begins with.
  bool is_number_of_item(std::string_view word) const {
    const bool opens = word.data() == trim(text_.substr(start_, kLongestItem)).data();
    return opens && word.size() < kLongestItem &&
           std::ranges::all_of(word, [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
  }

  void close(std::size_t end) {
    const std::string_view sentence = trim(text_.substr(start_, end - start_));
    if (!sentence.empty()) {
      const auto begin = static_cast<std::uint32_t>(sentence.data() - text_.data());
      sentences_.push_back({begin, begin + static_cast<std::uint32_t>(sentence.size())});
    }
    start_ = end;
  }

  std::string_view text_;
  Span paragraph_;
  const SentenceRules& rules_;
  std::size_t start_;
  std::vector<Span> sentences_;
};

/// Most lines of hard-wrapped text are nearly as long as the longest and none is much longer.
bool is_hard_wrapped(std::string_view text) {
  std::size_t lines = 0;
  std::size_t full = 0;
  std::size_t longest = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::size_t size = end - at;
    longest = std::max(longest, size);
    lines += size > 0 ? 1 : 0;
    full += size >= kHardWrapFrom ? 1 : 0;
    at = end + 1;
  }
  return lines >= 4 && longest <= kHardWrapTo && full * 2 > lines &&
         text.find("\n\n") != std::string_view::npos;
}

void append_trimmed(std::string_view text, std::size_t begin, std::size_t end,
                    std::vector<Span>& out) {
  const std::string_view piece = trim(text.substr(begin, end - begin));
  if (!piece.empty()) {
    const auto from = static_cast<std::uint32_t>(piece.data() - text.data());
    out.push_back({from, from + static_cast<std::uint32_t>(piece.size())});
  }
}

}  // namespace

SentenceRules SentenceRules::load(const DataFiles& data, std::string_view language) {
  SentenceRules rules;
  const std::string name = "lang/" + std::string(language) + "/abbreviations.tsv";
  for (const auto& row : tsv_rows(data.file(name))) {
    rules.abbreviations_[ascii_lower(cell(row, 0))] =
        cell(row, 1) == "never" ? Ends::never : Ends::maybe;
  }
  return rules;
}

const SentenceRules::Ends* SentenceRules::abbreviation(std::string_view form) const {
  const auto at = abbreviations_.find(form);
  return at == abbreviations_.end() ? nullptr : &at->second;
}

std::vector<Span> split_paragraphs(std::string_view text) {
  std::vector<Span> paragraphs;
  const bool wrapped = is_hard_wrapped(text);
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::size_t next_end =
        end < text.size() ? std::min(text.find('\n', end + 1), text.size()) : end;
    const bool blank_follows = end < text.size() && trim(text.substr(end, next_end - end)).empty();
    if (!wrapped || blank_follows || end == text.size()) {
      append_trimmed(text, begin, end, paragraphs);
      begin = end;
    }
    at = end + 1;
  }
  append_trimmed(text, begin, text.size(), paragraphs);
  return paragraphs;
}

std::vector<Span> split_sentences(std::string_view text, Span paragraph,
                                  const SentenceRules& rules) {
  return Splitter(text, paragraph, rules).split();
}

}  // namespace parallax
