#include "parallax/present/display_width.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "parallax/text/utf8.h"

namespace parallax {
namespace {

/// One thing that is written as a whole: a code point, or a colour sequence.
struct Piece {
  std::size_t size = 1;
  std::size_t width = 0;
};

std::size_t width_of(char32_t value) {
  if (value < 0x300) {
    return value < 0x20 || value == 0xAD ? 0 : 1;
  }
  const auto point = static_cast<UChar32>(value);
  const auto category = u_charType(point);
  const bool vowel_or_final_jamo = value >= 0x1160 && value <= 0x11FF;
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR ||
      vowel_or_final_jamo) {
    return 0;
  }
  const int wide = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
}

Piece piece_at(std::string_view text, std::size_t offset) {
  if (text.substr(offset).starts_with("\x1B[")) {
    const std::size_t end = text.find('m', offset);
    return {.size = (end == std::string_view::npos ? text.size() : end + 1) - offset, .width = 0};
  }
  const CodePoint point = code_point_at(text, offset);
  return {.size = point.size, .width = width_of(point.value)};
}

/// The line that is being filled.
class Line {
 public:
  Line(std::string& out, const Wrapping& wrapping) : out_(out), wrapping_(wrapping) {
    start(wrapping.first);
    out_ += wrapping.label;
    used_ += display_width(wrapping.label);
  }

  void add_word(std::string_view word) {
    const std::size_t width = display_width(word);
    const std::size_t gap = empty_ ? 0 : 1;
    if (!empty_ && used_ + gap + width > wrapping_.columns) {
      break_line();
    } else if (gap > 0) {
      out_ += ' ';
      ++used_;
    }
    empty_ = false;
    if (used_ + width <= wrapping_.columns) {
      out_ += word;
      used_ += width;
    } else {
      add_in_pieces(word);
    }
  }

  void finish() { out_ += '\n'; }

 private:
  void start(std::size_t indent) {
    out_.append(indent, ' ');
    used_ = indent;
    empty_ = true;
  }

  void break_line() {
    out_ += '\n';
    start(wrapping_.rest);
  }

  void add_in_pieces(std::string_view word) {
    for (std::size_t i = 0; i < word.size();) {
      const Piece piece = piece_at(word, i);
      const bool room = used_ + piece.width <= wrapping_.columns;
      if (!room && used_ > wrapping_.rest) {
        break_line();
      }
      out_ += word.substr(i, piece.size);
      used_ += piece.width;
      i += piece.size;
    }
    empty_ = false;
  }

  std::string& out_;
  const Wrapping& wrapping_;
  std::size_t used_ = 0;
  bool empty_ = true;  ///< nothing but the indent stands on the line
};

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0;;) {
    const std::size_t run = printable_end(text, i);
    width += run - i;
    if (run == text.size()) {
      return width;
    }
    const Piece piece = piece_at(text, run);
    width += piece.width;
    i = run + piece.size;
  }
}

void append_wrapped(std::string& out, std::string_view text, const Wrapping& wrapping) {
  Line line(out, wrapping);
  constexpr std::string_view kSpaces = " \n";
  for (std::size_t i = text.find_first_not_of(kSpaces); i < text.size();) {
    const std::size_t end = std::min(text.find_first_of(kSpaces, i), text.size());
    line.add_word(text.substr(i, end - i));
    i = std::min(text.find_first_not_of(kSpaces, end), text.size());
  }
  line.finish();
}

}  // namespace parallax
