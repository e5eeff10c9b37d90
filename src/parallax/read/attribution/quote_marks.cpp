// A mark that tells its side by shape (“ opens) is believed. One that does not (") is settled by
// its neighbours: after a space and before a letter it opens, after a letter or a stop and before a
// space it closes. A single mark between two letters is an apostrophe.
#include "parallax/read/attribution/quote_marks.h"

#include <array>
#include <optional>

#include "parallax/text/utf8.h"

namespace parallax {
namespace {

constexpr std::array<bool, 256> kMayBeMark = [] {
  std::array<bool, 256> table{};
  for (const std::size_t byte : {0x22U, 0x27U, 0x60U, 0xC2U, 0xE2U}) {
    table[byte] = true;
  }
  return table;
}();

unsigned char byte_at(std::string_view text, std::size_t offset) {
  return static_cast<unsigned char>(text[offset]);
}

std::optional<QuoteMark> ascii_mark(std::string_view text, std::uint32_t at, std::uint32_t end) {
  if (text[at] == '"') {
    return QuoteMark{{at, at + 1}};
  }
  const bool twice = at + 1 < end && text[at + 1] == text[at];
  if (text[at] == '`') {
    return twice ? std::optional(QuoteMark{{at, at + 2}, MarkKind::double_mark, MarkSide::opens})
                 : std::nullopt;
  }
  return twice ? QuoteMark{{at, at + 2}} : QuoteMark{{at, at + 1}, MarkKind::single_mark};
}

std::optional<QuoteMark> general_punctuation_mark(std::string_view text, std::uint32_t at) {
  const Span span{at, at + 3};
  switch (byte_at(text, at + 2)) {
    case 0x98:  // ‘
    case 0x9B:  // ‛
      return QuoteMark{span, MarkKind::single_mark, MarkSide::opens};
    case 0x99:  // ’
      return QuoteMark{span, MarkKind::single_mark, MarkSide::either};
    case 0x9A:  // ‚
      return QuoteMark{span, MarkKind::single_mark, MarkSide::opens, true};
    case 0x9C:  // “
      return QuoteMark{span, MarkKind::double_mark, MarkSide::opens};
    case 0x9D:  // ”
      return QuoteMark{span, MarkKind::double_mark, MarkSide::closes};
    case 0x9E:  // „
    case 0x9F:  // ‟
      return QuoteMark{span, MarkKind::double_mark, MarkSide::opens, true};
    case 0xB9:  // ‹
      return QuoteMark{span, MarkKind::guillemet, MarkSide::opens};
    case 0xBA:  // ›
      return QuoteMark{span, MarkKind::guillemet, MarkSide::closes};
    default:
      return std::nullopt;
  }
}

// The mark that starts at `at`, by shape alone.
std::optional<QuoteMark> mark_at(std::string_view text, std::uint32_t at, std::uint32_t end) {
  const unsigned char first = byte_at(text, at);
  if (first < 0x80) {
    return ascii_mark(text, at, end);
  }
  if (first == 0xC2 && at + 1 < end) {
    const unsigned char second = byte_at(text, at + 1);
    if (second == 0xAB || second == 0xBB) {
      return QuoteMark{
          {at, at + 2}, MarkKind::guillemet, second == 0xAB ? MarkSide::opens : MarkSide::closes};
    }
  }
  if (first == 0xE2 && at + 2 < end && byte_at(text, at + 1) == 0x80) {
    return general_punctuation_mark(text, at);
  }
  return std::nullopt;
}

bool is_digit(char32_t value) { return value >= U'0' && value <= U'9'; }
bool is_word(char32_t value) { return is_letter(value) || is_digit(value); }

// What may stand before a mark that opens.
bool opens_after(char32_t value) {
  static constexpr std::u32string_view kOpeners =
      U"([{-\u2010\u2011\u2013\u2014/:=\"'\u201C\u2018\u201E\u00AB";
  return is_space(value) || kOpeners.find(value) != std::u32string_view::npos;
}

// "’90s", "'em": an apostrophe that starts a word.
bool starts_clipped_word(std::string_view rest) {
  if (rest.size() > 1 && is_digit(byte_at(rest, 0)) && is_digit(byte_at(rest, 1))) {
    return true;
  }
  for (const std::string_view clipped : {"em", "til", "tis", "twas", "n", "cause"}) {
    if (rest.starts_with(clipped) &&
        (rest.size() == clipped.size() || !is_word(byte_at(rest, clipped.size())))) {
      return true;
    }
  }
  return false;
}

struct Neighbours {
  char32_t before = U' ';
  char32_t after = U' ';
};

Neighbours neighbours_of(std::string_view text, Span paragraph, Span mark) {
  Neighbours found;
  if (mark.begin > paragraph.begin) {
    found.before = code_point_before(text, mark.begin).value;
  }
  if (mark.end < paragraph.end) {
    found.after = code_point_at(text, mark.end).value;
  }
  return found;
}

// False for an apostrophe.
bool settle_single(std::string_view text, Span paragraph, QuoteMark& mark) {
  const Neighbours near = neighbours_of(text, paragraph, mark.span);
  if (is_word(near.before) && is_word(near.after)) {
    return false;
  }
  const std::string_view rest = text.substr(mark.span.end, paragraph.end - mark.span.end);
  if (mark.side == MarkSide::opens) {
    return !is_space(near.after) && !starts_clipped_word(rest);
  }
  const bool straight = byte_at(text, mark.span.begin) == '\'';
  if (straight && opens_after(near.before) && !is_space(near.after)) {
    mark.side = MarkSide::opens;
    return !starts_clipped_word(rest);
  }
  mark.side = MarkSide::closes;
  mark.perhaps_apostrophe = near.before == U's' && is_space(near.after);
  return !is_space(near.before);
}

void settle_double(std::string_view text, Span paragraph, QuoteMark& mark) {
  const Neighbours near = neighbours_of(text, paragraph, mark.span);
  const bool may_open = opens_after(near.before) && !is_space(near.after);
  const bool may_close = !is_space(near.before) && !is_word(near.after);
  if (may_open != may_close && !mark.low) {  // “like this“ is seen, too: the neighbours know better
    const bool shaped = mark.side != MarkSide::either && mark.kind == MarkKind::guillemet;
    mark.side = shaped ? mark.side : may_open ? MarkSide::opens : MarkSide::closes;
  }
}

}  // namespace

void gather_quote_marks(std::string_view text, Span paragraph, std::vector<QuoteMark>& out) {
  out.clear();
  for (std::uint32_t at = paragraph.begin; at < paragraph.end;) {
    std::optional<QuoteMark> mark;
    if (kMayBeMark[byte_at(text, at)]) {
      mark = mark_at(text, at, paragraph.end);
    }
    if (!mark) {
      ++at;
      continue;
    }
    at = mark->span.end;
    if (mark->kind == MarkKind::single_mark) {
      if (settle_single(text, paragraph, *mark)) {
        out.push_back(*mark);
      }
      continue;
    }
    settle_double(text, paragraph, *mark);
    out.push_back(*mark);
  }
}

}  // namespace parallax
