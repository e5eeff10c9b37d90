#include "parallax/text/tokenized_text.h"

#include "parallax/text/token_shapes.h"

namespace parallax {

std::size_t TokenizedText::letters_end(std::size_t at) const {
  while (at < text.size()) {
    const CodePoint point = code_point_at(text, at);
    if (!is_letter(point.value) && !is_combining(point.value)) {
      break;
    }
    at += point.size;
  }
  return at;
}

std::size_t TokenizedText::core_end(std::size_t at) const {
  while (at < text.size()) {
    const CodePoint point = code_point_at(text, at);
    const bool inner = point.value == U'_' && is_wordlike(peek(at + 1));
    if (!is_wordlike(point.value) && !inner) {
      break;
    }
    at += point.size;
  }
  return at;
}

std::size_t TokenizedText::end_past_stop(std::size_t from, std::size_t end) const {
  const std::size_t run = dotted_end(from, end);
  if (run > end + 1 || is_single(from, end)) {
    return initials_end(from, end, run);
  }
  const TokenRules::Form form = rules.find(view(from, end + 1));
  if (form.is(FormKind::never_ends)) {
    return end + 1;
  }
  const char32_t next = peek(end + 1);
  const bool loose = !is_letter(next) && !is_end_mark(next);
  return form.is(FormKind::may_end) && loose && !is_last(end + 1) ? end + 1 : end;
}

/// The end of single letters and full stops by turns: "U.S.", "a.k.a."; `end + 1` if there is one
/// full stop only. Longer parts only in listed forms: "Ph.D.".
std::size_t TokenizedText::dotted_end(std::size_t from, std::size_t end) const {
  if (!is_single(from, end)) {
    std::size_t stop = end + 1;
    while (stop < text.size() && stop - from < TokenRules::kLongestForm &&
           (is_ascii_letter(text[stop]) || text[stop] == '.')) {
      ++stop;
    }
    const TokenRules::Form form = rules.find(view(from, stop));
    const bool listed = form.is(FormKind::never_ends) || form.is(FormKind::may_end);
    return listed ? stop : end + 1;
  }
  std::size_t stop = end + 1;
  while (stop < text.size() && stop - from < TokenRules::kLongestForm) {
    const CodePoint letter = code_point_at(text, stop);
    const std::size_t dot = stop + letter.size;
    if (!is_letter(letter.value) || is_wordlike(peek(dot))) {
      break;
    }
    if (peek(dot) != U'.') {
      return dot;  // "the U.S army"
    }
    stop = dot + 1;
  }
  return stop;
}

/// Initials with their full stops; a lone letter keeps its own only before more words.
std::size_t TokenizedText::initials_end(std::size_t from, std::size_t end, std::size_t run) const {
  if (run > end + 1) {
    const bool letters_follow = is_wordlike(peek(run)) && !is_upper(peek(from));
    return letters_follow ? end : run;
  }
  if (peek(run) == U'.' || is_last(run)) {
    return end;
  }
  const bool listed = rules.find(view(from, run)).kinds != 0;
  return is_upper(peek(from)) || listed ? run : end;
}

/// Whether nothing but quotation marks stands from `at` to the end of the sentence.
bool TokenizedText::is_last(std::size_t at) const {
  constexpr std::size_t kMostBytes = 12;
  if (at + kMostBytes < text.size()) {
    return false;
  }
  while (at < text.size()) {
    const CodePoint point = code_point_at(text, at);
    if (!is_quote_mark(view(at, at + point.size)) && !is_space(point.value)) {
      return false;
    }
    at += point.size;
  }
  return true;
}

}  // namespace parallax
