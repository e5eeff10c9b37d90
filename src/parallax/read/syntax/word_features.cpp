#include "parallax/read/syntax/word_features.h"

#include <algorithm>
#include <array>

namespace parallax {
namespace {

constexpr std::size_t kLongest = 64;  // bytes of a word that are looked at
constexpr std::size_t kSuffixes = 5;
constexpr std::size_t kPrefixes = 4;

enum Template : std::uint32_t { kForm = 1, kLower, kShape, kSuffix = 8, kPrefix = 16 };

bool continues_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

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
  std::array<char, kLongest> shape{};
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
  form = form.substr(0, kLongest);
  std::array<char, kLongest> buffer{};
  std::ranges::transform(form, buffer.begin(), lowered);
  const std::string_view lower(buffer.data(), form.size());
  out.push_back(feature_of(kForm, fact_of(form)));
  out.push_back(feature_of(kLower, fact_of(lower)));
  out.push_back(feature_of(kShape, shape_fact(form)));
  add_suffixes(lower, out);
  add_prefixes(lower, out);
}

}  // namespace parallax
