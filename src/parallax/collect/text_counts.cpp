#include "parallax/collect/text_counts.h"

#include "parallax/text/utf8.h"

namespace parallax {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
bool ends_clause(char c) { return c == '.' || c == '?' || c == '!'; }
bool is_sign(char c) {
  return c == '|' || c == '/' || c == '>' || c == '<' || c == '*' || c == '+';
}

/// Behind closing quotes and brackets.
bool word_ends_sentence(std::string_view word) {
  while (!word.empty() && (word.back() == ')' || word.back() == '"' || word.back() == '\'')) {
    word.remove_suffix(1);
  }
  if (!word.empty() && !is_ascii(word.back())) {
    for (const std::string_view quote : {"”", "’", "»"}) {
      if (word.ends_with(quote)) {
        word.remove_suffix(quote.size());
      }
    }
  }
  return !word.empty() && ends_clause(word.back());
}

void count_word(std::string_view word, TextCounts& counts) {
  ++counts.words;
  counts.capitals += is_upper(word.front()) ? 1 : 0;
  counts.small += is_lower(word.front()) ? 1 : 0;
  for (const char c : word) {
    counts.digits += c >= '0' && c <= '9' ? 1 : 0;
    counts.upper += is_upper(c) ? 1 : 0;
    counts.commas += c == ',' ? 1 : 0;
  }
  counts.sentences += word_ends_sentence(word) ? 1 : 0;
  const bool dot = !is_ascii(word.front()) &&
                   (word == "·" || word == "•" || word == "»" || word == "›" || word == "–");
  counts.signs += dot || (word.size() == 1 && is_sign(word.front())) ? 1 : 0;
}

}  // namespace

TextCounts counts_of(std::string_view line) {
  TextCounts counts;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    if (end > at) {
      count_word(line.substr(at, end - at), counts);
    }
    at = end + 1;
  }
  return counts;
}

}  // namespace parallax
