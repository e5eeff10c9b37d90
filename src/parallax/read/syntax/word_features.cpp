#include "parallax/read/syntax/word_features.h"

#include <algorithm>
#include <array>
#include <span>

namespace parallax {
namespace {

constexpr std::size_t kLongest = 64;  // bytes of a word that are looked at
using Buffer = std::array<char, kLongest + kLongest / 2>;
constexpr std::size_t kSuffixes = 5;
constexpr std::size_t kPrefixes = 4;

enum Template : std::uint32_t { kForm = 1, kLower, kShape, kSuffix = 8, kPrefix = 16 };

bool continues_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

struct Sign {
  std::string_view bytes;
  std::string_view plain;
};
/// Signs that are one thing in many shapes; corpora hold few of them, pages all. Double quotation
/// marks keep the side that they stand on.
constexpr Sign kSigns[] = {{"\u2018", "'"},      {"\u2019", "'"},      {"\u201B", "'"},
                           {"\u02BC", "'"},      {"\u00B4", "'"},      {"\u201E", "\u201C"},
                           {"\u201F", "\u201C"}, {"\u00AB", "\u201C"}, {"\u2039", "\u201C"},
                           {"\u00BB", "\u201D"}, {"\u203A", "\u201D"}, {"``", "\u201C"},
                           {"''", "\u201D"},     {"\u2026", "..."},    {"\u2010", "-"},
                           {"\u2011", "-"},      {"\u2015", "\u2014"}};
constexpr Sign kQuotationMarks[] = {{"\u201C", "\""}, {"\u201D", "\""}};

bool may_be_sign(char c) { return static_cast<unsigned char>(c) >= 0x80U || c == '`' || c == '\''; }

/// The bytes of at most kLongest, with some signs written as others; those may be longer by a byte.
std::string_view rewritten(std::string_view form, std::span<const Sign> signs, Buffer& buffer) {
  std::size_t size = 0;
  while (!form.empty() && size + 3 <= buffer.size()) {
    const auto sign =
        may_be_sign(form.front())
            ? std::ranges::find_if(signs,
                                   [&](const Sign& known) { return form.starts_with(known.bytes); })
            : signs.end();
    const std::string_view taken = sign == signs.end() ? form.substr(0, 1) : sign->bytes;
    const std::string_view put = sign == signs.end() ? taken : sign->plain;
    std::ranges::copy(put, buffer.begin() + static_cast<std::ptrdiff_t>(size));
    size += put.size();
    form.remove_prefix(taken.size());
  }
  return {buffer.data(), size};
}

char lowered(char c) {
  if (c >= 'A' && c <= 'Z') {
    return static_cast<char>(c - 'A' + 'a');
  }
  return c >= '0' && c <= '9' ? '0' : c;
}

char shape_of(char c) {
  if (c >= 'A' && c <= 'Z') {
    return 'X';
  }
  if (c >= '0' && c <= '9') {
    return 'd';
  }
  return static_cast<unsigned char>(c) >= 0x80U || (c >= 'a' && c <= 'z') ? 'x' : c;
}

/// The shape, each run of a kind cut to two.
std::uint32_t shape_fact(std::string_view form) {
  Buffer shape{};
  std::size_t size = 0;
  for (const char c : form) {
    const char kind = shape_of(c);
    if (size < 2 || shape[size - 1] != kind || shape[size - 2] != kind) {
      shape[size++] = kind;
    }
  }
  return fact_of({shape.data(), size});
}

void add_suffixes(std::string_view lower, std::vector<Feature>& out) {
  std::size_t begin = lower.size();
  for (std::uint32_t letters = 1; letters <= kSuffixes && begin > 0; ++letters) {
    --begin;
    while (begin > 0 && continues_letter(lower[begin])) {
      --begin;
    }
    out.push_back(feature_of(kSuffix + letters, fact_of(lower.substr(begin))));
  }
}

void add_prefixes(std::string_view lower, std::vector<Feature>& out) {
  std::size_t end = 0;
  for (std::uint32_t letters = 1; letters <= kPrefixes && end < lower.size(); ++letters) {
    ++end;
    while (end < lower.size() && continues_letter(lower[end])) {
      ++end;
    }
    out.push_back(feature_of(kPrefix + letters, fact_of(lower.substr(0, end))));
  }
}

}  // namespace

void word_features(std::string_view form, std::vector<Feature>& out) {
  out.clear();
  Buffer plain{};
  form = rewritten(form.substr(0, kLongest), kSigns, plain);
  Buffer buffer{};
  const std::string_view lower = rewritten(form, kQuotationMarks, buffer);
  std::transform(buffer.begin(), buffer.end(), buffer.begin(), lowered);
  out.push_back(feature_of(kForm, fact_of(form)));
  out.push_back(feature_of(kLower, fact_of(lower)));
  out.push_back(feature_of(kShape, shape_fact(form)));
  add_suffixes(lower, out);
  add_prefixes(lower, out);
}

}  // namespace parallax
