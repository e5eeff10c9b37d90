#include "parallax/read/syntax/lemma_edit.h"

#include <algorithm>

#include "parallax/text/utf8.h"

namespace parallax {
namespace {

constexpr unsigned char kLatin1Lead = 0xC3;  // of U+00C0 to U+00FF
constexpr unsigned char kLatin1Times = 0x97;
constexpr unsigned char kLatin1Divided = 0xB7;
constexpr unsigned char kCaseBit = 0x20;

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether the byte at `at` is the second of a Latin-1 letter, and its case can be switched.
bool is_latin1_letter(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return at > 0 && static_cast<unsigned char>(text[at - 1]) == kLatin1Lead && byte >= 0x80 &&
         byte < 0xBF && byte != kLatin1Times && byte != kLatin1Divided && byte != 0x9F;
}

void lower_at(std::string& text, std::size_t at) {
  const char c = text[at];
  if ((c >= 'A' && c <= 'Z') || is_latin1_letter(text, at)) {
    text[at] = static_cast<char>(static_cast<unsigned char>(c) | kCaseBit);
  }
}

void raise_at(std::string& text, std::size_t at) {
  const char c = text[at];
  if ((c >= 'a' && c <= 'z') || is_latin1_letter(text, at)) {
    text[at] = static_cast<char>(static_cast<unsigned char>(c) & ~kCaseBit);
  }
}

void set_letters(std::string& text, LemmaCase letters) {
  if (letters == LemmaCase::keep) {
    return;
  }
  for (std::size_t at = 0; at < text.size(); ++at) {
    letters == LemmaCase::upper ? raise_at(text, at) : lower_at(text, at);
  }
  if (letters == LemmaCase::title && !text.empty()) {
    raise_at(text, 0);
    if (text.size() > 1 && is_continuation(text[1])) {
      raise_at(text, 1);
    }
  }
}

/// The one byte that is in `form` and not in `lemma`, if leaving it out makes the lemma's length.
char dropped_between(std::string_view form, std::string_view lemma) {
  const auto at = std::ranges::find_if(form, [&](char c) {
    return static_cast<unsigned char>(c) < 0x80 && !is_letter(static_cast<unsigned char>(c)) &&
           !lemma.contains(c);
  });
  if (at == form.end() || lemma.empty()) {
    return '\0';
  }
  const auto times = static_cast<std::size_t>(std::ranges::count(form, *at));
  return form.size() - times == lemma.size() ? *at : '\0';
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
  const auto [at, other] = std::ranges::mismatch(a, b);
  auto size = static_cast<std::size_t>(at - a.begin());
  while (size > 0 && ((size < a.size() && is_continuation(a[size])) ||
                      (size < b.size() && is_continuation(b[size])))) {
    --size;
  }
  return size;
}

bool makes(const LemmaEdit& edit, std::string_view form, std::string_view lemma) {
  std::string made;
  return apply(edit, form, made) && made == lemma;
}

/// Letters are tried in the order of the enumeration, so that equal edits are made of most words.
bool choose_letters(LemmaEdit& edit, std::string_view form, std::string_view lemma) {
  for (std::uint8_t letters = 0; letters < kLemmaCases; ++letters) {
    edit.letters = static_cast<LemmaCase>(letters);
    if (makes(edit, form, lemma)) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool apply(const LemmaEdit& edit, std::string_view form, std::string& out) {
  out.assign(form);
  if (edit.dropped != '\0') {
    std::erase(out, edit.dropped);
  }
  if (edit.cut > out.size()) {
    return false;
  }
  const std::size_t kept = out.size() - edit.cut;
  if (kept < out.size() && is_continuation(out[kept])) {
    return false;
  }
  out.resize(kept);
  out += edit.ending;
  set_letters(out, edit.letters);
  return !out.empty();
}

LemmaEdit edit_between(std::string_view form, std::string_view lemma, std::string& lowered) {
  if (const char dropped = dropped_between(form, lemma); dropped != '\0') {
    LemmaEdit edit{.dropped = dropped};
    if (choose_letters(edit, form, lemma)) {
      return edit;
    }
  }
  std::string lowered_form;
  lower_into(form, lowered_form);
  lower_into(lemma, lowered);
  const std::size_t kept = common_prefix(lowered_form, lowered);
  LemmaEdit edit{.cut = static_cast<std::uint16_t>(form.size() - kept),
                 .ending = std::string_view(lowered).substr(kept)};
  if (choose_letters(edit, form, lemma)) {
    return edit;
  }
  return {.cut = static_cast<std::uint16_t>(form.size()), .ending = lemma};
}

void lower_into(std::string_view text, std::string& out) {
  out.assign(text);
  set_letters(out, LemmaCase::lower);
}

void blur_digits(std::string& lowered) { std::ranges::replace_if(lowered, is_digit, '0'); }

std::uint32_t shape_of(std::string_view form) {
  std::uint32_t letters = 0;
  std::uint32_t upper = 0;
  bool first_upper = false;
  bool has_digit = false;
  for (std::size_t at = 0; at < form.size();) {
    const CodePoint point = code_point_at(form, at);
    const bool is_up = is_upper(point.value);
    first_upper = first_upper || (at == 0 && is_up);
    upper += is_up ? 1 : 0;
    letters += is_letter(point.value) ? 1 : 0;
    has_digit = has_digit || is_digit(form[at]);
    at += point.size;
  }
  enum : std::uint32_t { none, lower, title, mixed, all_upper };
  const std::uint32_t marks = (has_digit ? 16U : 0U) + (form.contains('.') ? 32U : 0U);
  if (letters == 0) {
    return none + marks;
  }
  if (upper == letters && upper > 1) {
    return all_upper + std::min(upper, 6U) + marks;
  }
  return (upper == 0 ? lower : first_upper && upper == 1 ? title : mixed) + marks;
}

}  // namespace parallax
