#include "parallax/collect/origin.h"

#include <algorithm>

#include "parallax/collect/plain/line_shape.h"
#include "parallax/text/fold.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

constexpr std::size_t kLongestOpening = 90;  // bytes before the dash
constexpr std::size_t kLongestName = 60;

bool is_dash(std::string_view text) {
  return text.starts_with('-') || text.starts_with("–") || text.starts_with("—") ||
         text.starts_with("--") || text.starts_with(':');
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// "SARN", "NEW SARN": two capitals in the first word, and none of its letters small.
bool opens_in_capitals(std::string_view place) {
  const std::string_view first = place.substr(0, place.find_first_of(" ,"));
  return std::ranges::count_if(first, is_capital) >= 2 &&
         std::ranges::none_of(first, [](char c) { return c >= 'a' && c <= 'z'; });
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

std::string_view without_article(std::string_view name) {
  for (const std::string_view article : {"the ", "The "}) {
    if (name.starts_with(article)) {
      return name.substr(article.size());
    }
  }
  return name;
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
  if (!is_dash(trim(paragraph.substr(close + 1))) || count_words(place, 8) > 7) {
    return std::nullopt;
  }
  const std::string_view words = paragraph.substr(0, close + 1);
  if (auto agencies = agencies_in(name, rules)) {
    return Origin{.value = std::move(*agencies), .sure = Sure::certain, .words = words};
  }
  if (opens_in_capitals(place) && looks_like_name(name)) {
    return Origin{.value = std::string(name), .sure = Sure::likely, .words = words};
  }
  return std::nullopt;
}

std::optional<Origin> origin_in_ending(std::string_view paragraph, const PageRules& rules) {
  std::string_view last = trim(paragraph);
  if (last.ends_with(')')) {
    const std::size_t open = last.rfind('(');
    last = open == std::string_view::npos ? std::string_view()
                                          : last.substr(open + 1, last.size() - open - 2);
  }
  auto agencies = last.size() <= kLongestName ? agencies_in(trim(last), rules) : std::nullopt;
  if (!agencies) {
    return std::nullopt;
  }
  return Origin{.value = std::move(*agencies), .sure = Sure::certain, .words = last};
}

std::optional<Origin> origin_in_line(std::string_view line, const PageRules& rules) {
  const auto cue = std::ranges::find_if(rules.origin_cues, [&](const std::string& each) {
    return starts_with_ignoring_case(line, each);
  });
  if (cue == rules.origin_cues.end()) {
    return std::nullopt;
  }
  std::string_view rest = line.substr(cue->size());
  const std::size_t address = rest.find("http");
  if (address != std::string_view::npos && rest.substr(address).contains("://")) {
    rest = rest.substr(address);
    const std::string_view url = rest.substr(0, rest.find_first_of(" \t)>\""));
    return Origin{.value = std::string(url), .sure = Sure::certain, .words = line};
  }
  const bool goes_on = !rest.empty() && (rest.front() == ' ' || rest.front() == ':');
  rest = trim(rest.substr(std::min(rest.find_first_not_of(" :"), rest.size())));
  rest = without_article(rest.substr(0, rest.find_first_of(".,(|")));
  rest = trim(rest);
  if (!goes_on || !looks_like_name(rest)) {
    return std::nullopt;
  }
  const std::string* const agency = agency_named(rest, rules);
  return Origin{.value = agency == nullptr ? std::string(rest) : *agency,
                .sure = Sure::likely,
                .words = line};
}

}  // namespace parallax
