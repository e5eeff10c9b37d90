#include "parallax/collect/origin.h"

#include <algorithm>

#include "parallax/collect/plain/line_shape.h"
#include "parallax/collect/word_cues.h"
#include "parallax/text/fold.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

using Kind = PageRules::Cue::Kind;

constexpr std::size_t kLongestOpening = 90;  // bytes before the dash
constexpr std::size_t kLongestName = 60;

bool is_dash(std::string_view text) {
  return text.starts_with('-') || text.starts_with("–") || text.starts_with("—") ||
         text.starts_with("--") || text.starts_with(':');
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

bool is_small(char c) { return c >= 'a' && c <= 'z'; }

/// "SARN", "NEW SARN, Velland": the place has two capitals or more, and no small letter.
bool opens_in_capitals(std::string_view place) {
  const std::string_view town = place.substr(0, place.find(','));
  return std::ranges::count_if(town, is_capital) >= 2 && std::ranges::none_of(town, is_small);
}

std::string_view last_word(std::string_view words) { return words.substr(words.rfind(' ') + 1); }

/// The bytes that stand before a day at the end: "SARN," of "SARN, May 14", "SARN, 14 May 2031".
/// All of them where there is no day.
std::size_t before_day(std::string_view words, const PageRules& rules) {
  std::string_view rest = words;
  bool month = false;
  bool number = false;
  while (!rest.empty() && !(month && number && rest.ends_with(','))) {
    std::string word = ascii_lower(last_word(rest));
    word.resize(std::min(word.find_first_of(".,"), word.size()));
    const bool digits = !word.empty() && word.size() <= 4 &&
                        word.find_first_not_of("0123456789") == std::string::npos;
    const bool named =
        std::ranges::any_of(rules.months, [&](const auto& each) { return each.first == word; });
    if (!digits && !named) {
      break;
    }
    month = month || named;
    number = number || digits;
    rest = trim(rest.substr(0, rest.size() - last_word(rest).size()));
  }
  return month && number ? rest.size() : words.size();
}

/// How agencies begin: "SARN", "Sarn, May 14".
bool is_dateline(std::string_view place, const PageRules& rules) {
  const std::size_t size = before_day(place, rules);
  const std::string_view town = place.substr(0, size);
  const bool dated = size < place.size() && town.ends_with(',');
  return opens_in_capitals(town) ||
         (dated && is_capital(town.front()) && count_words(town, 5) <= 4);
}

/// True for "Pier Authority" and "PA": the bracket is short for the words before it.
bool spells(std::string_view words, std::string_view initials) {
  std::size_t left = initials.size();
  for (std::size_t at = words.size(); at > 0 && left > 0; --at) {
    const bool begins =
        is_capital(words[at - 1]) && (at == 1 || words[at - 2] == ' ' || words[at - 2] == '-');
    if (begins && words[at - 1] != initials[left - 1]) {
      return false;
    }
    left -= begins ? 1 : 0;
  }
  return left == 0 && initials.size() >= 2;
}

/// The agencies of "AFP", "AFP/Reuters", "AP, dpa"; none if one of them is not known.
std::optional<std::string> agencies_in(std::string_view list, const PageRules& rules) {
  std::string names;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find_first_of("/,;&"), list.size());
    const std::string* const name = agency_named(trim(list.substr(0, end)), rules);
    if (name == nullptr) {
      return std::nullopt;
    }
    names += names.empty() ? "" : ", ";
    names += *name;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return names.empty() ? std::nullopt : std::optional(std::move(names));
}

bool looks_like_name(std::string_view name) {
  return !name.empty() && name.size() <= kLongestName && count_words(name, 6) <= 5 &&
         is_capital(name.front()) && name.find_first_of("0123456789:;!?") == std::string_view::npos;
}

bool starts_with_ignoring_case(std::string_view line, std::string_view lower) {
  if (line.size() < lower.size()) {
    return false;
  }
  for (std::size_t i = 0; i < lower.size(); ++i) {
    const char c = is_capital(line[i]) ? static_cast<char>(line[i] - 'A' + 'a') : line[i];
    if (c != lower[i]) {
      return false;
    }
  }
  return true;
}

std::string_view without_article(std::string_view name, const PageRules& rules) {
  return trim(name.substr(opening_cue(name, Kind::article, rules.origin_cues)));
}

/// The first address in a line, or nothing.
std::string_view address_in(std::string_view line) {
  const std::string_view rest = line.substr(std::min(line.find("http"), line.size()));
  return rest.contains("://") ? rest.substr(0, rest.find_first_of(" \t)>\"")) : std::string_view();
}

}  // namespace

const std::string* agency_named(std::string_view name, const PageRules& rules) {
  if (name.size() < 2 || name.size() > kLongestName) {
    return nullptr;
  }
  const auto found = std::ranges::lower_bound(rules.agencies, name, {}, &PageRules::Agency::form);
  return found != rules.agencies.end() && found->form == name ? &found->name : nullptr;
}

std::optional<Origin> origin_in_opening(std::string_view paragraph, const PageRules& rules) {
  const std::size_t open = paragraph.substr(0, kLongestOpening).find('(');
  const std::size_t close = paragraph.substr(0, kLongestOpening + kLongestName).find(')', open);
  if (open == std::string_view::npos || close == std::string_view::npos) {
    return std::nullopt;
  }
  const std::string_view place = trim(paragraph.substr(0, open));
  const std::string_view name = trim(paragraph.substr(open + 1, close - open - 1));
  if (!is_dash(trim(paragraph.substr(close + 1))) || count_words(place, 8) > 7 ||
      !is_dateline(place, rules) || spells(place, name)) {
    return std::nullopt;
  }
  const std::string_view words = paragraph.substr(0, close + 1);
  if (auto agencies = agencies_in(name, rules)) {
    return Origin{.value = std::move(*agencies), .sure = Sure::certain, .words = words};
  }
  if (looks_like_name(name)) {
    return Origin{.value = std::string(name), .sure = Sure::likely, .words = words};
  }
  return std::nullopt;
}

std::optional<Origin> origin_in_ending(std::string_view paragraph, const PageRules& rules) {
  std::string_view last = trim(paragraph);
  if (last.ends_with(')')) {
    const std::size_t open = last.rfind('(');
    const std::string_view before = trim(last.substr(0, open));
    if (open == std::string_view::npos || !(before.empty() || ends_sentence(before))) {
      return std::nullopt;
    }
    last = last.substr(open + 1, last.size() - open - 2);
  }
  auto agencies = last.size() <= kLongestName ? agencies_in(trim(last), rules) : std::nullopt;
  if (!agencies) {
    return std::nullopt;
  }
  return Origin{.value = std::move(*agencies), .sure = Sure::certain, .words = last};
}

std::optional<Origin> origin_in_line(std::string_view line, const PageRules& rules) {
  const auto cue = std::ranges::find_if(rules.origin_cues, [&](const PageRules::Cue& each) {
    return each.kind != Kind::article && starts_with_ignoring_case(line, each.form);
  });
  if (cue == rules.origin_cues.end()) {
    return std::nullopt;
  }
  std::string_view rest = line.substr(cue->form.size());
  const bool goes_on = rest.starts_with(' ') || rest.starts_with(':') || cue->form.ends_with(':');
  if (!goes_on) {
    return std::nullopt;
  }
  if (const std::string_view url = address_in(rest); !url.empty()) {
    return Origin{.value = std::string(url), .sure = Sure::certain, .words = line};
  }
  rest = trim(rest.substr(std::min(rest.find_first_not_of(" :"), rest.size())));
  rest = without_article(trim(rest.substr(0, rest.find_first_of(".,(|"))), rules);
  if (cue->kind == Kind::address || !looks_like_name(rest)) {
    return std::nullopt;
  }
  const std::string* const agency = agency_named(rest, rules);
  return Origin{.value = agency == nullptr ? std::string(rest) : *agency,
                .sure = Sure::likely,
                .words = line};
}

}  // namespace parallax
