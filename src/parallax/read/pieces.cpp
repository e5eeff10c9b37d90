#include "parallax/read/pieces.h"

#include <algorithm>
#include <charconv>

namespace parallax {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Bytes of a hyphen or dash at `at`: "-", U+2010..U+2015; 0 if there is none.
std::uint32_t dash_size(std::string_view text, std::size_t at) {
  if (text[at] == '-') {
    return 1;
  }
  const std::string_view mark = text.substr(at, 3);
  const bool dash = mark.size() == 3 && mark[0] == '\xE2' && mark[1] == '\x80' &&
                    mark[2] >= '\x90' && mark[2] <= '\x95';
  return dash ? 3 : 0;
}

/// Bytes of the apostrophe of "'80s"; 0 if there is none at `at`.
std::uint32_t year_mark_size(std::string_view text, std::uint32_t at, std::uint32_t end) {
  const std::uint32_t size = text[at] == '\'' ? 1 : text.substr(at, 3) == "\u2019" ? 3 : 0;
  return size != 0 && at + size < end && is_digit(text[at + size]) ? size : 0;
}

/// Where the piece that starts at `at` ends.
std::uint32_t piece_end(std::string_view text, std::uint32_t at, std::uint32_t end) {
  if (const std::uint32_t dash = dash_size(text, at)) {
    return std::min(at + dash, end);
  }
  if (const std::uint32_t mark = year_mark_size(text, at, end)) {
    return at + mark;
  }
  const bool digits = is_digit(text[at]);
  std::uint32_t stop = at + 1;
  while (stop < end) {
    const char c = text[stop];
    if ((c == '-' || c == '\xE2') && dash_size(text, stop) != 0) {
      break;
    }
    const bool separator = c == ',' || c == '.' || c == ':' || c == '/';
    if (digits && !is_digit(c) && !separator) {
      break;
    }
    ++stop;
  }
  return stop;
}

Piece make_piece(Span span, const Word& word, const NumberWords& numbers) {
  Piece piece{.span = span, .word = word};
  const std::string_view lower = word.text;
  if (is_digit(lower.front())) {
    piece.kind = TokenKind::number;
    piece.plain = lower.find_first_not_of("0123456789") == std::string_view::npos;
    piece.value = number_value(lower);
  } else if (dash_size(lower, 0) == lower.size()) {
    piece.kind = TokenKind::punctuation;
  } else {
    piece.number = numbers.words.find(word);
  }
  return piece;
}

}  // namespace

void split_pieces(const Reading& reading, std::size_t sentence, const NumberWords& numbers,
                  std::vector<Piece>& out) {
  out.clear();
  std::uint32_t last_end = 0;
  for (std::size_t i = reading.first_token(sentence); i < reading.end_token(sentence); ++i) {
    const Token& token = reading.analysis.tokens[i];
    for (std::uint32_t at = token.span.begin; at < token.span.end;) {
      const bool word = token.kind != TokenKind::punctuation;
      const std::uint32_t end =
          word ? piece_end(reading.lower, at, token.span.end) : token.span.end;
      const Span span{at, end};
      const bool glued = at == last_end && !out.empty();
      out.push_back(make_piece(
          span, span == token.span ? reading.words[i] : Word(reading.lower_text(span)), numbers));
      out.back().glued = glued;
      if (!word) {
        out.back().kind = TokenKind::punctuation;
      }
      last_end = at = end;
    }
  }
}

void Phrases::add(std::string_view phrase, std::uint32_t value) {
  const auto boundary = phrase.find_first_of(" -./");
  const std::string_view first = phrase.substr(0, std::max<std::size_t>(boundary, 1));
  auto& entries = by_first_word_[first];
  const auto shorter = [&](const Entry& entry) { return entry.phrase.size() < phrase.size(); };
  entries.insert(std::find_if(entries.begin(), entries.end(), shorter),
                 {std::string(phrase), value});
}

namespace {

/// Where `phrase`, laid on `text` from `at` on, ends; 0 if it does not fit.
std::size_t phrase_end(std::string_view text, std::size_t at, std::string_view phrase) {
  for (const char c : phrase) {
    if (at >= text.size()) {
      return 0;
    }
    if (c != ' ') {
      if (text[at++] != c) {
        return 0;
      }
      continue;
    }
    if (text[at] != ' ' && text[at] != '-' && text[at] != '\n') {
      return 0;
    }
    const std::size_t next = text.find_first_not_of(text[at], at);
    at = std::min(next, text.size());
  }
  return at;
}

}  // namespace

std::optional<Phrases::Match> Phrases::match(std::string_view lower, std::span<const Piece> pieces,
                                             std::size_t first) const {
  const auto* entries = by_first_word_.find(pieces[first].word);
  if (entries == nullptr) {
    return std::nullopt;
  }
  for (const Entry& entry : *entries) {
    const std::size_t end = phrase_end(lower, pieces[first].span.begin, entry.phrase);
    std::size_t last = first;
    while (last < pieces.size() && pieces[last].span.end < end) {
      ++last;
    }
    if (end != 0 && last < pieces.size() && pieces[last].span.end == end) {
      return Match{entry.value, last + 1};
    }
  }
  return std::nullopt;
}

std::optional<double> number_value(std::string_view digits) {
  std::size_t group = 0;
  bool grouped = false;
  std::array<char, 32> plain{};
  std::size_t size = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const char c = digits[i];
    if (c == ',') {
      if (group == 0 || group > 3 || (grouped && group != 3)) {
        return std::nullopt;
      }
      grouped = true;
      group = 0;
      continue;
    }
    if ((!is_digit(c) && c != '.') || size + 1 >= plain.size()) {
      return std::nullopt;
    }
    if (c == '.' && grouped && group != 3) {
      return std::nullopt;
    }
    grouped = grouped && c != '.';
    group += is_digit(c) ? 1 : 0;
    plain[size++] = c;
  }
  if (grouped && group != 3) {
    return std::nullopt;
  }
  double value = 0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + size, value);
  return error == std::errc{} && end == plain.data() + size ? std::optional(value) : std::nullopt;
}

}  // namespace parallax
