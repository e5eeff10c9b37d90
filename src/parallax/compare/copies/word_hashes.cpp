#include "parallax/compare/copies/word_hashes.h"

#include <array>

#include "parallax/core/hash.h"
#include "parallax/text/fold.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

enum class Class : std::uint8_t { other, word, apostrophe, wide };

struct Letter {
  Class kind = Class::other;
  char folded = 0;
};

constexpr std::array<Letter, 256> kLetters = [] {
  std::array<Letter, 256> letters{};
  for (std::size_t c = 0; c < 256; ++c) {
    const char byte = static_cast<char>(c);
    const bool is_upper = byte >= 'A' && byte <= 'Z';
    const bool is_word = is_upper || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
    letters[c].kind = c >= 0x80                     ? Class::wide
                      : is_word                     ? Class::word
                      : byte == '\'' || byte == '`' ? Class::apostrophe
                                                    : Class::other;
    letters[c].folded = is_upper ? static_cast<char>(byte + 32) : byte;
  }
  return letters;
}();

bool is_wide_apostrophe(char32_t value) {
  return value == 0x2019 || value == 0x2018 || value == 0x02BC || value == 0x02BB ||
         value == 0x02B9;
}

/// Letters, digits and marks of any script; no list of them, but of what parts words.
bool is_part_of_word(char32_t value) {
  const bool is_sign = value < 0xC0 || value == 0xD7 || value == 0xF7 ||
                       (value >= 0x2000 && value < 0x2C00) || (value >= 0x3000 && value < 0x3005) ||
                       (value >= 0x3008 && value < 0x3021) || value == 0xFFFD || value == 0x060C ||
                       value == 0x061B || value == 0x061F || value == 0x0589 || value == 0x055D ||
                       value == 0x06D4;
  return !is_sign && !is_space(value);
}

/// One word at a time: its letters in a buffer where they are ASCII, else folded when it ends.
class Words {
 public:
  Words(std::string_view text, std::vector<WordHash>& out) : text_(text), out_(out) {}

  void read() {
    std::uint32_t at = 0;
    while (at < text_.size()) {
      const Letter letter = kLetters[static_cast<unsigned char>(text_[at])];
      if (letter.kind == Class::word) {
        add(letter.folded, at);
        ++at;
      } else if (letter.kind == Class::wide) {
        at += read_wide(at);
      } else {
        if (letter.kind == Class::other) {
          end();
        }
        ++at;
      }
    }
    end();
  }

 private:
  void add(char folded, std::uint32_t at) {
    begin_ = size_ == 0 && !is_wide_ ? at : begin_;
    end_ = at + 1;
    if (size_ < buffer_.size()) {
      buffer_[size_++] = folded;
    } else {
      is_wide_ = true;  // longer than any word: hashed from the text
    }
  }

  std::uint32_t read_wide(std::uint32_t at) {
    const CodePoint point = code_point_at(text_, at);
    if (is_wide_apostrophe(point.value)) {
      return point.size;
    }
    if (is_part_of_word(point.value)) {
      begin_ = size_ == 0 && !is_wide_ ? at : begin_;
      end_ = at + point.size;
      is_wide_ = true;
    } else {
      end();
    }
    return point.size;
  }

  void end() {
    if (is_wide_) {
      const std::string folded = fold(text_.substr(begin_, end_ - begin_));
      if (!folded.empty()) {
        out_.push_back({hash_64(folded), {begin_, end_}});
      }
    } else if (size_ > 0) {
      out_.push_back({hash_64({buffer_.data(), size_}), {begin_, end_}});
    }
    size_ = 0;
    is_wide_ = false;
  }

  std::string_view text_;
  std::vector<WordHash>& out_;
  std::array<char, 64> buffer_{};
  std::size_t size_ = 0;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
  bool is_wide_ = false;
};

}  // namespace

void append_word_hashes(std::string_view text, std::vector<WordHash>& words) {
  Words(text, words).read();
}

}  // namespace parallax
