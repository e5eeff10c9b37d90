#include "parallax/text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "parallax/text/utf8.h"

namespace parallax {
namespace {

/// Letters that decomposition leaves whole, and that transliterations write as another letter.
char32_t plain_letter(char32_t value) {
  switch (value) {
    case 0x0259:  // ə
      return 'a';
    case 0x0131:  // ı
      return 'i';
    case 0x0142:  // ł
      return 'l';
    case 0x00F8:  // ø
      return 'o';
    case 0x0111:  // đ
      return 'd';
    default:
      return value;
  }
}

bool is_apostrophe(char32_t value) {
  return value == '\'' || value == 0x2019 || value == 0x2018 || value == 0x02BC ||
         value == 0x02B9 || value == '`' || value == 0x02BB;
}

bool is_mark(UChar32 value) {
  const auto type = static_cast<UCharCategory>(u_charType(value));
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR;
}

class Folder {
 public:
  explicit Folder(std::string& out) : out_(out) {}

  void put(char32_t value) {
    const bool keeps = is_letter(value) || u_isdigit(static_cast<UChar32>(value)) != 0;
    if (!keeps) {
      space_ = !out_.empty();
      return;
    }
    if (space_) {
      out_.push_back(' ');
      space_ = false;
    }
    append_utf8(out_, plain_letter(value));
  }

 private:
  std::string& out_;
  bool space_ = false;
};

/// A code point outside ASCII: compatibility decomposition and case folding by ICU, marks dropped.
void fold_wide(char32_t value, Folder& folder) {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const kFold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  static const icu::Normalizer2* const kSplit = icu::Normalizer2::getNFDInstance(status);
  if (kFold == nullptr || kSplit == nullptr) {
    folder.put(value);
    return;
  }
  const icu::UnicodeString folded =
      kFold->normalize(icu::UnicodeString(static_cast<UChar32>(value)), status);
  const icu::UnicodeString split = kSplit->normalize(folded, status);
  for (std::int32_t i = 0; i < split.length(); i = split.moveIndex32(i, 1)) {
    if (!is_mark(split.char32At(i))) {
      folder.put(static_cast<char32_t>(split.char32At(i)));
    }
  }
}

/// Edit distance with transpositions, given up beyond `limit`. Names are short: two rows on the
/// stack.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  constexpr std::size_t kLongest = 64;
  if (a.size() > kLongest || b.size() > kLongest) {
    return limit + 1;
  }
  std::array<std::array<std::size_t, kLongest + 1>, 3> rows{};
  for (std::size_t j = 0; j <= b.size(); ++j) {
    rows[0][j] = j;
  }
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& two_above = rows[(i + 1) % 3];
    row[0] = i;
    std::size_t best = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] =
          std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], two_above[j - 2] + 1);
      }
      best = std::min(best, row[j]);
    }
    if (best > limit) {
      return limit + 1;
    }
  }
  return rows[a.size() % 3][b.size()];
}

/// Letters that transliterations write one for the other.
char one_sound(char c) {
  switch (c) {
    case 'c':
    case 'q':
      return 'k';
    case 'z':
      return 's';
    case 'v':
    case 'w':
      return 'f';
    default:
      return c;
  }
}

/// Consonants only, with the letters that transliterations confuse made one, doubled ones once.
std::string skeleton(std::string_view folded) {
  std::string bones;
  for (const char c : folded) {
    constexpr std::string_view kVowels = "aeiouyh ";
    if (kVowels.find(c) != std::string_view::npos) {
      continue;
    }
    const char bone = one_sound(c);
    if (bones.empty() || bones.back() != bone) {
      bones.push_back(bone);
    }
  }
  return bones;
}

std::size_t letters_in(std::string_view folded) {
  return folded.size() - static_cast<std::size_t>(std::ranges::count(folded, ' '));
}

}  // namespace

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  Folder folder(out);
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint point = code_point_at(text, at);
    at += point.size;
    if (is_apostrophe(point.value)) {
      continue;
    }
    if (point.value < 0x80) {
      const bool upper = point.value >= 'A' && point.value <= 'Z';
      folder.put(upper ? point.value + 32 : point.value);
    } else {
      fold_wide(point.value, folder);
    }
  }
  return out;
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') {
      c = static_cast<char>(c + 32);
    }
  }
  return out;
}

char first_sound(std::string_view folded) { return one_sound(folded.front()); }

bool spelled_alike(std::string_view a, std::string_view b) {
  if (a == b) {
    return true;
  }
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter < 5 || one_sound(a.front()) != one_sound(b.front())) {
    return false;
  }
  const std::size_t limit = shorter < 8 ? 1 : 2;
  if (edit_distance(a, b, limit) <= limit) {
    return true;
  }
  const std::size_t letters_a = letters_in(a);
  const std::size_t letters_b = letters_in(b);
  const bool as_long = std::min(letters_a, letters_b) * 5 >= std::max(letters_a, letters_b) * 4;
  const std::string bones = as_long ? skeleton(a) : "";
  return bones.size() >= 4 && bones == skeleton(b);
}

}  // namespace parallax
