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

constexpr std::size_t kMostEdits = 2;

/// Whether the edit distance with transpositions is at most `limit`, which is at most kMostEdits.
/// Only cells near the diagonal can hold so small a number: five a row, in three rows that take
/// turns. Cell `k` of row `i` stands for `j = i + k - kMostEdits` letters of `b`.
bool is_within_edits(std::string_view a, std::string_view b, std::size_t limit) {
  constexpr std::size_t kLongest = 64;
  constexpr std::size_t kBand = 2 * kMostEdits + 1;
  constexpr std::uint8_t kFar = kMostEdits + 1;
  const std::size_t gap = a.size() < b.size() ? b.size() - a.size() : a.size() - b.size();
  if (a.size() > kLongest || b.size() > kLongest || gap > limit) {
    return false;
  }
  std::array<std::array<std::uint8_t, kBand + 1>, 3> rows{};
  for (std::size_t k = 0; k <= kBand; ++k) {
    const bool inside = k >= kMostEdits && k < kBand;
    rows[0][k] = inside ? static_cast<std::uint8_t>(k - kMostEdits) : kFar;
  }
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& two_above = rows[(i + 1) % 3];
    std::uint8_t best = kFar;
    row[kBand] = kFar;  // right of the band
    for (std::size_t k = 0; k < kBand; ++k) {
      const std::size_t j = i + k - kMostEdits;
      if (i + k < kMostEdits || j > b.size()) {
        row[k] = kFar;
        continue;
      }
      std::size_t cell = std::min<std::size_t>(above[k + 1], k > 0 ? row[k - 1] : kFar) + 1;
      if (j > 0) {
        cell = std::min<std::size_t>(cell, above[k] + (a[i - 1] == b[j - 1] ? 0U : 1U));
      }
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        cell = std::min<std::size_t>(cell, two_above[k] + 1U);
      }
      row[k] = static_cast<std::uint8_t>(std::min<std::size_t>(cell, kFar));
      best = std::min(best, row[k]);
    }
    if (best > limit) {
      return false;
    }
  }
  return rows[a.size() % 3][b.size() + kMostEdits - a.size()] <= limit;
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

/// The consonants of a folded name one after another, with the letters that transliterations
/// confuse made one, doubled ones once.
class Skeleton {
 public:
  explicit Skeleton(std::string_view folded) : rest_(folded) {}

  static constexpr int kEnd = -1;

  /// The next bone, or kEnd.
  int next() {
    while (!rest_.empty()) {
      const char c = rest_.front();
      rest_.remove_prefix(1);
      const int bone = static_cast<unsigned char>(one_sound(c));
      if (is_bone(c) && bone != last_) {
        last_ = bone;
        return bone;
      }
    }
    return kEnd;
  }

 private:
  static bool is_bone(char c) {
    switch (c) {
      case 'a':
      case 'e':
      case 'i':
      case 'o':
      case 'u':
      case 'y':
      case 'h':
      case ' ':
        return false;
      default:
        return true;
    }
  }

  std::string_view rest_;
  int last_ = kEnd;
};

/// Equal skeletons of at least four consonants.
bool have_equal_skeletons(std::string_view a, std::string_view b) {
  Skeleton bones_a(a);
  Skeleton bones_b(b);
  for (std::size_t bones = 0;; ++bones) {
    const int bone = bones_a.next();
    if (bone != bones_b.next()) {
      return false;
    }
    if (bone == Skeleton::kEnd) {
      return bones >= 4;
    }
  }
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

LetterSets letter_sets(std::string_view folded) {
  const auto bit = [](int letter) { return 1U << (static_cast<unsigned>(letter) % 32U); };
  LetterSets sets;
  for (const char c : folded) {
    sets.letters |= bit(static_cast<unsigned char>(c));
  }
  Skeleton bones(folded);
  for (int bone = bones.next(); bone != Skeleton::kEnd; bone = bones.next()) {
    sets.bones |= bit(bone);
  }
  return sets;
}

bool spelled_alike(std::string_view a, std::string_view b) {
  if (a == b) {
    return true;
  }
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter < 5 || one_sound(a.front()) != one_sound(b.front())) {
    return false;
  }
  const std::size_t limit = shorter < 8 ? 1 : 2;
  if (is_within_edits(a, b, limit)) {
    return true;
  }
  const std::size_t letters_a = letters_in(a);
  const std::size_t letters_b = letters_in(b);
  const bool as_long = std::min(letters_a, letters_b) * 5 >= std::max(letters_a, letters_b) * 4;
  return as_long && have_equal_skeletons(a, b);
}

}  // namespace parallax
