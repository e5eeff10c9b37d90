#include "parallax/collect/word_cues.h"

#include <algorithm>

#include "parallax/text/fold.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

using Cues = std::vector<PageRules::Cue>;

constexpr std::size_t kLongestCue = 48;

bool is_letter_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & '\x80') != 0;
}

/// Calls `each(word)`, in ASCII lower case, until it says that it has had enough.
template <typename Each>
void for_each_word(std::string_view text, Each each) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_letter_byte(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at + 1;
    while (end < text.size() && is_letter_byte(text[end])) {
      ++end;
    }
    if (end - at <= kLongestCue && each(ascii_lower(text.substr(at, end - at)))) {
      return;
    }
    at = end;
  }
}

auto forms_of(std::string_view lower, const Cues& cues) {
  return std::ranges::equal_range(cues, lower, {}, &PageRules::Cue::form);
}

bool is_lower_cue(std::string_view lower, PageRules::Cue::Kind kind, const Cues& cues) {
  return std::ranges::any_of(forms_of(lower, cues),
                             [&](const PageRules::Cue& cue) { return cue.kind == kind; });
}

}  // namespace

std::optional<PageRules::Cue::Kind> last_cue(std::string_view text, const Cues& cues) {
  std::optional<PageRules::Cue::Kind> last;
  for_each_word(text, [&](const std::string& word) {
    const auto forms = forms_of(word, cues);
    last = forms.empty() ? last : std::optional(forms.front().kind);
    return false;
  });
  return last;
}

bool is_cue(std::string_view text, PageRules::Cue::Kind kind, const Cues& cues) {
  return text.size() <= kLongestCue && is_lower_cue(ascii_lower(trim(text)), kind, cues);
}

std::size_t opening_cue(std::string_view text, PageRules::Cue::Kind kind, const Cues& cues) {
  const std::string lower = ascii_lower(text.substr(0, kLongestCue));
  std::size_t best = 0;
  for (std::size_t end = 1; end <= lower.size(); ++end) {
    const bool word_ends = end == lower.size() || !is_letter_byte(lower[end]);
    if (word_ends && is_letter_byte(lower[end - 1]) &&
        is_lower_cue(std::string_view(lower).substr(0, end), kind, cues)) {
      best = end;
    }
  }
  return best;
}

bool holds_cue(std::string_view text, PageRules::Cue::Kind kind, const Cues& cues) {
  bool found = false;
  for_each_word(text, [&](const std::string& word) {
    found = is_lower_cue(word, kind, cues);
    return found;
  });
  return found;
}

std::string_view find_cue(std::string_view text, PageRules::Cue::Kind kind, const Cues& cues) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    if (is_lower_cue(word, kind, cues)) {
      return word;
    }
    at = end + 1;
  }
  return text.substr(text.size());
}

}  // namespace parallax
